import fc from "fast-check";
import { certificateNetwork } from "../../../src/certificate/certificateNetwork.js";
import { type ExpandedPoint, criticalCertificate } from "../../../src/certificate/criticalCertificate.js";
import { POLYNOMIAL, QUOTIENT } from "../../../src/claims/instances/criticalInstances.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { expandCritical } from "../../../src/landscape/criticalPoints/criticalExpansion.js";
import { criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { evaluate } from "../../../src/network/twoLayerNetwork.js";
import { criticalHolds } from "../second/landscape.js";
import { SPECTRAL } from "./inertia.js";
import { type TestedKind, made } from "./kind.js";

/** Critical points of few parameters, by their shape; all are found once. */
const points = (
  [
    [1, 1, 1, 3],
    [1, 2, 1, 4],
    [1, 1, 2, 3],
    [2, 1, 1, 5],
    [2, 1, 2, 4],
  ] as const
).flatMap(([r, inputDimension, outputDimension, count]) =>
  [POLYNOMIAL, QUOTIENT].map((activation) =>
    criticalPoint({ r, inputDimension, outputDimension, points: count, activation, seed: 1 }),
  ),
);

/** The data that θ fits, of as few points as there is room for. */
function fitted({ theta, activation, data }: ExpandedPoint): ExpandedPoint["data"] {
  const inputs = data.inputs.slice(0, 1);
  return dataSet(
    inputs,
    inputs.map((input) => evaluate(theta, input, (place) => activation.derivative(0, place))),
  );
}

const third = fc.integer({ min: -4, max: 4 }).map((n) => rational(BigInt(n), 3n));

/** Weights β: free ones for all but the last copy of each unit. */
function completed({ codes }: LabelledPartition, free: readonly Rational[]): Rational[] {
  return codes.map((code, index) => {
    if (codes.lastIndexOf(code) !== index) return entry(free, index);
    const others = free.filter((_, other) => codes[other] === code && other < index);
    return others.reduce((rest, share) => rest.sub(share), rational(1n));
  });
}

/** Points above critical ones, for a claim that they may be no instance of. */
export const expansions: fc.Arbitrary<ExpandedPoint> = fc
  .tuple(
    fc.constantFrom(...points),
    fc.array(fc.nat(), { maxLength: 2 }),
    fc.array(third, { minLength: 4, maxLength: 4 }),
  )
  .chain(([{ network: theta, data, activation }, more, free]) => {
    const r = theta.units.length;
    const codes = [...Array.from({ length: r }, (_, t) => t + 1), ...more.map((label) => (label % r) + 1)];
    return fc.shuffledSubarray(codes, { minLength: codes.length }).map((shuffled) => {
      const partition = LabelledPartition.of(shuffled, r);
      const beta = completed(partition, free);
      return { theta, network: expandCritical(theta, partition, beta), beta, data, activation };
    });
  });

export const critical: TestedKind = {
  kind: "critical",
  claims: ["prop-4.3", ...SPECTRAL],
  request: () => ({}),
  accepted: 9,
  otherwise: {
    "critical-gradient": {
      ...{ r: 1, m: 2, theta: { incoming: [["1"]], outgoing: [["1"]] } },
      network: { incoming: [["1"], ["1"]], outgoing: [["1/2"], ["1/2"]] },
      data: { inputs: [["1"], ["2"]], targets: [["-3"], ["5"]] },
      activation: { denominator: ["1"], numerator: ["0", "0", "1"] },
    },
    "critical-minimum": { r: 1, m: 2 },
    "critical-saddle": {
      network: {
        incoming: [["1"], ["1"]],
        outgoing: [
          ["1/2", "0"],
          ["1/2", "0"],
        ],
      },
    },
    "parameters-activation": { activation: { denominator: ["2"], numerator: ["0", "0", "1"] } },
    "parameters-critical-m": { m: 3 },
    "parameters-critical-network": { network: { incoming: [["1"]], outgoing: [["1"]] } },
    "parameters-critical-r": { r: 2 },
    "parameters-data": { data: { inputs: [["1"], ["3"]], targets: [["-3"], ["5"]] } },
  },
  says: {
    "critical-gradient": "a critical point of width 2 above one of width 1",
    "critical-minimum":
      "a critical point of width 2 above one of width 1, with inertias (2,0,0) and (3,0,1) below and above",
  },
  certificates: fc
    .tuple(
      fc.oneof(fc.constant("prop-4.3" as const), { weight: 3, arbitrary: fc.constantFrom(...SPECTRAL) }),
      expansions,
      fc.boolean(),
    )
    .map(([claim, point, isNamed]) => {
      const { theta, network } = point;
      const data = claim === "cooper-2.3" ? fitted(point) : point.data;
      const [r, m] = [theta.units.length, network.units.length];
      const named = { r, m, theta: certificateNetwork(theta), network: certificateNetwork(network) };
      return made(criticalCertificate(claim, { ...point, data }), isNamed ? named : {});
    }),
  weight: 4,
  holds: criticalHolds,
};
