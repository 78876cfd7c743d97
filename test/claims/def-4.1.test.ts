import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { claim } from "../../src/claims/def-4.1.js";
import { checkGradient } from "../../src/claims/instances/criticalGradient.js";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import { criticalPoint } from "../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { refuses, visits } from "./checks.js";
import { twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

const below = criticalPoint({
  r: 1,
  inputDimension: 1,
  outputDimension: 1,
  points: 3,
  activation: POLYNOMIAL,
  seed: 1,
});
const surjection = LabelledPartition.of([1, 1], 1);
const found = { below, surjection, beta: [rational(1n, 3n), rational(2n, 3n)] };

describe("the gradient above a critical point", () => {
  const beside: typeof expandCritical = (...point) => {
    const [first, ...others] = expandCritical(...point).units;
    if (first === undefined) throw new Error("no units");
    return twoLayerNetwork(1, 1, [{ ...first, outgoing: first.outgoing.times(rational(2n)) }, ...others]);
  };

  it("is seen not to be 0 at a point beside the subspace", () => {
    expect(checkGradient(found, beside)).toMatch(
      /^the gradient is \(.*\) at g = \[1,1\], β = \(1\/3, 2\/3\)$/,
    );
  });

  refuses(checkGradient, found, [
    [
      "a loss of 0",
      { below: { ...below, residuals: below.residuals.map((residual) => residual.times(rational(0n))) } },
      "the loss is 0 at g = [1,1], β = (1/3, 2/3)",
    ],
  ]);
});

// r = 1: grids of 1, 3 and 6 points for m = 1, 2, 3; r = 2: 1, 3, and 6 for each of two partitions of 4;
// 8 shapes, 2 activations.
visits(claim, { gradient: 8 * 10 + 8 * 16 });
