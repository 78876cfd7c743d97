import { describe, expect, it } from "vitest";
import { rational, RationalVector } from "../../../src/exact/index.js";
import { dataSet, gradient, hessian, quarticError } from "../../../src/landscape/index.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { toNetwork } from "../../../src/manifold/subspaces/parameterSpace.js";
import { polynomial, quotient, shown, shownRows } from "../fixtures.js";

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
    ["polynomial", polynomial("1 -2 0 1")],
    ["rational", quotient("1 2", "2 1 1")],
  ])("agree on a %s activation", (_kind, activation) => {
    const data = dataSet(inputs, targets);
    const jet = lossJet(network, data, activation, quarticError);
    const { numerators, denominator } = hessian(network, data, activation, quarticError);
    expect(shown(gradient(network, data, activation, quarticError).toRationals())).toBe(shown(jet.gradient));
    const rows = numerators.map((row) => row.map((entry) => rational(entry, denominator)));
    expect(shownRows(rows)).toBe(shownRows(jet.hessian));
    expect(numerators).toHaveLength(25);
  });
});
