import { describe, expect, it } from "vitest";
import { differenceCertificate } from "../../src/certificate/differenceCertificate.js";
import { certificateLayers } from "../../src/certificate/layeredPathCertificate.js";
import { checkCertificate } from "../../src/checker/check.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import type { Expected } from "../../src/checker/verdict.js";
import { entry } from "../../src/exact/entry.js";
import { formatRational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";
import { activationFacts } from "../../src/trained/bounds/activationFacts.js";
import { boundedActivation } from "../../src/trained/bounds/boundedActivation.js";
import { differenceBound } from "../../src/trained/bounds/differenceBound.js";
import { inputBox } from "../../src/trained/bounds/inputBox.js";
import { knownSymmetry } from "../../src/trained/bounds/knownSymmetry.js";
import { provableBound } from "../../src/trained/bounds/provableBound.js";
import { classify } from "../../src/trained/pruning/classify.js";
import { unitStandards } from "../../src/trained/pruning/unitStandards.js";
import { ORIGIN, bodyOf } from "./producing.js";

const NOISE = rational(1n, 10n ** 9n);
const WITHIN = [rational(-2n), rational(1n)] as const;

/** Each hidden unit twice, mirrored where that is a symmetry, with noise of at most 3·10^−9. */
function doubled(network: MultiLayerNetwork, isOdd: boolean): MultiLayerNetwork {
  const noisy = (row: RationalVector, seed: number): RationalVector =>
    row.plus(
      RationalVector.of(row.numerators.map((_, at) => BigInt((seed * 7 + at * 5) % 7) - 3n)).times(NOISE),
    );
  const last = network.weights.length - 1;
  const sign = isOdd ? -1n : 1n;
  const weights = network.weights.map((rows, layer) => {
    const inputs = rows.map((row) => {
      if (layer === 0) return row;
      const thirds = row.toRationals().flatMap((x) => [x.div(3n), x.mul(2n * sign).div(3n)]);
      return RationalVector.fromRationals(thirds);
    });
    return layer === last
      ? inputs
      : inputs.flatMap((row, unit) => [row, noisy(row.times(rational(sign)), unit)]);
  });
  const biases = network.biases?.map((row, layer) =>
    layer === last ? row : RationalVector.fromRationals(row.toRationals().flatMap((x) => [x, x.mul(sign)])),
  );
  return multiLayerNetwork(weights, biases);
}

/** A certificate as `classify` makes it, with what its caller asks. */
function certified(network: MultiLayerNetwork, activation: string) {
  const bounded = boundedActivation(activation);
  const symmetry = knownSymmetry(bounded);
  const found = classify(network, { tolerance: rational(1n, 10n ** 6n), symmetry });
  const [pruned, facts] = [found.reduction.irreducible, activationFacts(activation)];
  if (pruned === undefined || facts === undefined) throw new Error("nothing is left, or known");
  const units = unitStandards(found, symmetry);
  const box = inputBox(...WITHIN, entry(entry(network.weights, 0), 0).dimension);
  const bound = provableBound([network, pruned], units, facts, box);
  const certificate = differenceCertificate({ activation, bound, network, pruned, units, within: WITHIN });
  const expected: Expected = {
    ...{
      claim: "rem-4.2",
      activation,
      network: certificateLayers(network),
      pruned: certificateLayers(pruned),
    },
    within: WITHIN.map(formatRational),
  };
  const own = differenceBound(network, found.projected, bounded, box).bound;
  return { certificate, expected, bound, own, widths: found.reduction.widths };
}

const SHAPES = [
  { widths: [2, 3, 2], hasBiases: false },
  { widths: [2, 2, 3, 1], hasBiases: true },
  { widths: [3, 2, 2, 2, 1], hasBiases: false },
];
const NAMES = [
  "tanh",
  "sigmoid",
  "softplus",
  "relu",
  "gelu",
  "gaussian",
  "softplus+sigmoid:1,4",
  "leaky:1/4",
];

describe("a certificate of what pruning changes", () => {
  it.each(NAMES.flatMap((name) => SHAPES.map((shape) => ({ name, ...shape }))))(
    "is accepted, and near to the bound by enclosures: $name, $widths",
    async ({ name, ...shape }) => {
      const isOdd = ["tanh", "sigmoid"].includes(name) && (name === "tanh" || shape.hasBiases);
      const network = doubled(randomMultiLayer(shape, 3), isOdd);
      const { certificate, expected, bound, own, widths } = certified(network, name);
      expect(widths).toEqual(shape.widths.slice(1, -1));
      const text = certificateText(certificate, ORIGIN);
      expect(await checkCertificate(text, expected)).toMatchObject({ accepted: true });
      expect(own.compare(0n)).toBe(1);
      expect(bound.compare(own.mul(10n))).toBe(-1);
    },
  );

  it("is refused with a bound that is less by 2^−250, or of a network that differs in one weight", async () => {
    const { certificate, expected, bound } = certified(
      doubled(randomMultiLayer(entry(SHAPES, 1), 5), true),
      "tanh",
    );
    const body = { ...certificate.body, bound: formatRational(bound.sub(rational(1n, 2n ** 250n))) };
    const refused = await checkCertificate(certificateText({ ...certificate, body }, ORIGIN), expected);
    expect(refused).toMatchObject({ accepted: false, rule: "difference" });
    const altered = structuredClone(bodyOf(certificate)) as { network: { weights: string[][][] } };
    const row = entry(entry(altered.network.weights, 1), 0);
    row[0] = "17";
    const other = certificateText({ ...certificate, body: altered as never }, ORIGIN);
    expect(await checkCertificate(other, expected)).toMatchObject({ accepted: false, rule: "parameters" });
    const asked = { ...expected, network: altered.network } as unknown as Expected;
    expect(await checkCertificate(other, asked)).toMatchObject({ accepted: false, rule: "difference" });
  });
});
