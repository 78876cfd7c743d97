import { describe, expect, it } from "vitest";
import type { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { entry } from "../../src/exact/entry.js";
import { refuses } from "./checks.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { inertia } from "../../src/exact/inertia/inertia.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { checkSaddle, claim } from "../../src/claims/ext-saddle.js";
import { expandedHessian } from "../../src/claims/instances/expandedHessian.js";
import { criticalPointOfIndex } from "../../src/landscape/criticalPoints/criticalSearch.js";
import { mixedDerivative, saddleDirection } from "../../src/landscape/criticalPoints/saddleDirection.js";

const below = criticalPointOfIndex(
  { r: 2, inputDimension: 1, outputDimension: 2, points: 5, activation: POLYNOMIAL, seed: 3 },
  0,
);
const surjection = LabelledPartition.of([1, 1, 2], 2);
const beta = [rational(1n, 3n), rational(2n, 3n), rational(1n)];
const found = { ...expandedHessian({ below, surjection, beta }), unit: 0 };
const AT = "at g = [1,1,2], β = (1/3, 2/3, 1)";

describe("a strict saddle above a strict minimum", () => {
  it("is one: all eigenvalues below are positive, one above is negative", () => {
    expect(inertia(found.narrow.numerators)).toEqual({ positive: 6, negative: 0, zero: 0 });
    expect(inertia(found.wide.numerators).negative).toBeGreaterThanOrEqual(1);
  });

  const { narrow, wide } = found;
  const withResiduals = (change: (residual: RationalVector, index: number) => RationalVector) => ({
    below: { ...below, residuals: below.residuals.map(change) },
  });
  refuses(checkSaddle, found, [
    [
      "a saddle below",
      { narrow: { ...narrow, numerators: narrow.numerators.map((row) => row.map((value) => -value)) } },
      `not a strict minimum below ${AT}`,
    ],
    ["E_t = 0", withResiduals((residual) => residual.times(rational(0n))), `E_t = 0 ${AT}`],
    [
      "a_tᵀE_t ≠ 0, so that the point was not critical",
      withResiduals((residual, k) =>
        k === 0 ? residual.plus(entry(below.network.units, 0).outgoing) : residual,
      ),
      `a_tᵀE_t is not 0 ${AT}`,
    ],
    [
      "a Hessian above without negative directions",
      {
        wide: {
          ...wide,
          numerators: wide.numerators.map((row, i) => row.map((_, j) => (i === j ? 1n : 0n))),
        },
      },
      `no ε makes the second variation negative ${AT}`,
    ],
  ]);

  it("has no such direction for a unit with one copy", () => {
    expect(saddleDirection(below, surjection, beta, 1, rational(1n))).toBeUndefined();
    expect(() => mixedDerivative(below, 2)).toThrow("neuron 2 of a network of width 2");
  });

  it("is settled by all its evidence", async () => {
    const verdicts = [];
    for (const { run } of evidenceOf(claim))
      verdicts.push(await run({ maxM: 2, seed: 1, progress: () => undefined }));
    expect(verdicts).toMatchObject([
      { kind: "exhaustive", held: true, visited: "48" },
      { kind: "certified", held: true, accepted: "48" },
      { kind: "numeric", held: true },
    ]);
  });
});
