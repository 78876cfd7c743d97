import { describe } from "vitest";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { claim } from "../../src/claims/def-4.1.js";
import { checkGradient, gradientCase } from "../../src/claims/instances/criticalGradient.js";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
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
const found = gradientCase(below, surjection, [rational(1n, 3n), rational(2n, 3n)]);

describe("the gradient above a critical point", () => {
  const { units } = found.above;
  const doubled = units.map((unit, index) =>
    index === 0 ? { ...unit, outgoing: unit.outgoing.times(rational(2n)) } : unit,
  );
  refuses(checkGradient, found, [
    [
      "a point beside the subspace",
      { above: twoLayerNetwork(1, 1, doubled) },
      /^the gradient is \(.*\) at g = \[1,1\], β = \(1\/3, 2\/3\)$/,
    ],
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
