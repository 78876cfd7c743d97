import { describe, expect, it } from "vitest";
import { type Rational, formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation, rationalActivation } from "../../../src/landscape/activations/activation.js";
import { quarticError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { toNetwork } from "../../../src/manifold/subspaces/parameterSpace.js";

const integers = (...values: bigint[]): Rational[] => values.map((value) => rational(value));

/** Rationals (7i² + 3i + 1 mod 19 − 9)/(i mod 5 + 1), from i = `start` on. */
function vector(start: bigint, dimension: number): RationalVector {
  return RationalVector.fromRationals(
    Array.from({ length: dimension }, (_, index) => {
      const i = start + BigInt(index);
      return rational(((7n * i * i + 3n * i + 1n) % 19n) - 9n, (i % 5n) + 1n);
    }),
  );
}

const inputs = [vector(50n, 3), vector(60n, 3), vector(71n, 3)];
const targets = [vector(80n, 2), vector(90n, 2), vector(101n, 2)];

describe("formula and jets in 25 dimensions", () => {
  const network = toNetwork({ inputDimension: 3, outputDimension: 2, width: 5 }, vector(0n, 25));

  it.each([
    ["polynomial", polynomialActivation(integers(1n, -2n, 0n, 1n))],
    ["rational", rationalActivation(integers(1n, 2n), integers(2n, 1n, 1n))],
  ])("agree on a %s activation", (_kind, activation) => {
    const data = dataSet(inputs, targets);
    const jet = lossJet(network, data, activation, quarticError);
    const { numerators, denominator } = hessian(network, data, activation, quarticError);
    expect(gradient(network, data, activation, quarticError).toStrings()).toEqual(
      jet.gradient.map(formatRational),
    );
    expect(numerators.map((row) => row.map((entry) => formatRational(rational(entry, denominator))))).toEqual(
      jet.hessian.map((row) => row.map(formatRational)),
    );
    expect(numerators).toHaveLength(25);
  });
});
