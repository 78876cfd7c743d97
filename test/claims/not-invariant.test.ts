import { describe, expect, test } from "vitest";
import {
  checkFlow,
  claim,
  criticalCases,
  invarianceVerdict,
  zeroLossCase,
} from "../../src/claims/not-invariant.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { toNetwork, toPoint } from "../../src/manifold/subspaces/parameterSpace.js";
import { visits } from "./checks.js";

const found = zeroLossCase();
const place = "on P = [1,1,0,0] at (1,1,-5/4,-5/4,1/4,3/4,-7/4,7/4)";
const others = {
  ...found.data,
  targets: found.data.targets.map((target, index) => target.plus(RationalVector.of([BigInt(index)]))),
};

describe("the flow from a point of Θ", () => {
  test("of zero loss is constant", () => {
    expect(checkFlow(found, "stationary")).toBeUndefined();
    expect(checkFlow(found, "leaves")).toContain(`a zero gradient ${place}`);
  });

  test("leaves Θ where θ^r is not critical", () => {
    expect(checkFlow({ ...found, data: others }, "leaves")).toBeUndefined();
    expect(checkFlow({ ...found, data: others }, "stationary")).toContain(`a nonzero gradient ${place}`);
  });

  test("is not looked at off Θ", () => {
    const moved = toPoint(found.network).plus(RationalVector.of([1n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]));
    const network = toNetwork({ inputDimension: 1, outputDimension: 1, width: 4 }, moved);
    expect(checkFlow({ ...found, network }, "stationary")).toContain("a point off Θ on P");
  });

  test("is not orthogonal to another subspace", () => {
    // Units 3 and 4 as the copies, units 1 and 2 as a zero block that moves freely.
    const partition = LabelledPartition.of([0, 0, 1, 1], 1);
    const wrong = checkFlow({ ...found, data: others, partition }, "leaves");
    expect(wrong).toContain("a gradient along Γ_P on P = [0,0,1,1]");
  });
});

test("above a critical point with two outputs, points without zero-type units need not be critical", () => {
  const copied = [...criticalCases(["2 → 2, E ≠ 0"])].filter(
    ({ partition: { m, zeroBlockCount } }) => m > 1 && zeroBlockCount === 0,
  );
  expect(copied).toHaveLength(2);
  for (const point of copied) {
    expect(checkFlow(point, "leaves")).toBeUndefined();
    expect(checkFlow(point, "stationary")).toContain("a nonzero gradient on P = [1,1");
  }
});

describe("the refutation", () => {
  test("stands", () => {
    expect(invarianceVerdict()).toMatchObject({
      held: true,
      counterexample: { "∇L there": "0,0,0,0,0,0,0,0" },
    });
  });

  test("falls where the loss is not 0", () => {
    const verdict = invarianceVerdict({ ...found, data: others });
    expect(verdict.held).toBe(false);
    expect(verdict.failure).toContain("a nonzero gradient");
  });
});

visits(claim, { "zero-loss": 180, "not-critical": 180, critical: 28 });
