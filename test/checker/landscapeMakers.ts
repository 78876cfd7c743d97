import fc from "fast-check";
import type { Certificate } from "../../src/certificate/certificate.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { criticalCertificate, type ExpandedPoint } from "../../src/certificate/criticalCertificate.js";
import { independenceCertificate } from "../../src/certificate/independenceCertificate.js";
import { inertiaCertificate, type SpectralClaim } from "../../src/certificate/inertiaCertificate.js";
import { POLYNOMIAL, QUOTIENT } from "../../src/claims/instances/criticalInstances.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../src/landscape/criticalPoints/criticalPoint.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { criticalPoint } from "../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { evaluate } from "../../src/network/twoLayerNetwork.js";
import { type Made, plain } from "./makers.js";

const made = (certificate: Certificate, expected: object): Made => ({
  text: certificateText(certificate, { command: "by hand", version: "0.1.0" }),
  expected: { claim: certificate.claim, ...expected },
});

/** Critical points of few parameters, by their shape; all are found once. */
const SHAPES = [
  [1, 1, 1, 3],
  [1, 2, 1, 4],
  [1, 1, 2, 3],
  [2, 1, 1, 5],
  [2, 1, 2, 4],
] as const;

const points: CriticalPoint[] = SHAPES.flatMap(([r, inputDimension, outputDimension, count]) =>
  [POLYNOMIAL, QUOTIENT].map((activation) =>
    criticalPoint({ r, inputDimension, outputDimension, points: count, activation, seed: 1 }),
  ),
);

/** The data that a network fits, of as few points as there is room for. */
function fitted({ network, activation, data }: CriticalPoint): CriticalPoint["data"] {
  const inputs = data.inputs.slice(0, 1);
  return dataSet(
    inputs,
    inputs.map((input) => evaluate(network, input, (place) => activation.derivative(0, place))),
  );
}

const third = fc.integer({ min: -4, max: 4 }).map((n) => rational(BigInt(n), 3n));

/** Weights β: free ones for all but the last copy of each unit. */
function completed({ codes }: LabelledPartition, free: readonly Rational[]): Rational[] {
  return codes.map((code, index) => {
    if (codes.lastIndexOf(code) !== index) return free[index] ?? rational(0n);
    const others = free.filter((_, other) => codes[other] === code && other < index);
    return others.reduce((rest, share) => rest.sub(share), rational(1n));
  });
}

/** Points above critical ones, for a claim that they may be no instance of. */
const expansions: fc.Arbitrary<ExpandedPoint> = fc
  .tuple(
    fc.constantFrom(...points),
    fc.array(fc.nat(), { maxLength: 2 }),
    fc.array(third, { minLength: 4, maxLength: 4 }),
  )
  .chain(([point, more, free]) => {
    const r = point.network.units.length;
    const codes = [...Array.from({ length: r }, (_, t) => t + 1), ...more.map((label) => (label % r) + 1)];
    return fc.shuffledSubarray(codes, { minLength: codes.length }).map((shuffled) => {
      const partition = LabelledPartition.of(shuffled, r);
      const beta = completed(partition, free);
      const network = expandCritical(point.network, partition, beta);
      return { theta: point.network, network, beta, data: point.data, activation: point.activation };
    });
  });

const spectral = fc.constantFrom<SpectralClaim>(
  "prop-4.4",
  "ext-saddle",
  "open-strict-saddles",
  "cooper-2.3",
);

export const criticals: fc.Arbitrary<Made> = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: fc.constant("prop-4.3" as const) }, { weight: 3, arbitrary: spectral }),
    expansions,
    fc.boolean(),
  )
  .map(([claim, found, isNamed]) => {
    const { theta, network, activation } = found;
    const data = claim === "cooper-2.3" ? fitted({ ...found, network: theta, residuals: [] }) : found.data;
    const [r, m] = [theta.units.length, network.units.length];
    const named = isNamed ? { r, m, theta: plain(theta), network: plain(network) } : {};
    return made(criticalCertificate(claim, { theta, network, beta: found.beta, data, activation }), named);
  });

export const forms: fc.Arbitrary<Made> = fc
  .tuple(
    spectral,
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 10, maxLength: 10 }),
  )
  .map(([claim, size, entries]) => {
    const at = (i: number, j: number): bigint =>
      BigInt(entries[i < j ? (j * (j + 1)) / 2 + i : (i * (i + 1)) / 2 + j] ?? 0);
    const rows = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => at(i, j)));
    const certificate = inertiaCertificate(claim, rows);
    return made(certificate, { matrix: rows.map((row) => row.map(String)) });
  });

export const independences: fc.Arbitrary<Made> = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.boolean())
  .chain(([inputs, isNamed]) =>
    fc
      .uniqueArray(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: inputs, maxLength: inputs }), {
        minLength: 1,
        maxLength: 4,
        selector: (w) => w.join(),
      })
      .map((ws) => {
        const weights = ws.map((w) => RationalVector.of(w.map(BigInt), 2n));
        const certificate = independenceCertificate(
          weights,
          Array.from({ length: 20 }, (_, n) => n),
        );
        return made(certificate, isNamed ? { weights: weights.map((w) => [...w.toStrings()]) } : {});
      }),
  );
