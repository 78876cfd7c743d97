import { describe, expect, test } from "vitest";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { type PermutedLoss, checkSymmetric, claim } from "../../src/claims/def-2.1.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { spreadInputs } from "../../src/claims/instances/zeroLossInstances.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { Jet } from "../../src/landscape/loss/jets.js";
import { lossJet } from "../../src/landscape/loss/lossJet.js";
import { permuteUnits, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { refuses, visits } from "./checks.js";
import { scalarNetwork } from "./written.js";

const data = dataSet(
  spreadInputs(3, 1),
  [1n, 0n, 2n].map((y) => RationalVector.of([y])),
);

function permuted(
  network = standardNetwork(3, 1, 1),
  permutation: readonly number[] = [1, 2, 0],
): PermutedLoss {
  const jet = lossJet(network, data, POLYNOMIAL, squaredError);
  return { network, data, activation: POLYNOMIAL, cost: squaredError, jet, permutation };
}

test("the identity keeps the loss and its gradient", () => {
  expect(checkSymmetric(permuted(standardNetwork(3, 1, 1), [0, 1, 2]))).toBeUndefined();
});

test("what is not a permutation of units is caught", () => {
  const double: typeof permuteUnits = (network) =>
    twoLayerNetwork(1, 1, [...network.units.slice(1), ...network.units.slice(1, 2)]);
  expect(checkSymmetric(permuted(), double)).toBe("L changes under π = (2 3 1)");
});

test("another permutation than the gradient's is caught", () => {
  expect(checkSymmetric(permuted(), (network) => permuteUnits(network, [1, 0, 2]))).toBe(
    "∇L is not permuted by π = (2 3 1)",
  );
});

describe("a permuted loss", () => {
  refuses(checkSymmetric, permuted(), [
    [
      "a wrong value",
      { jet: permuted().jet.plus(Jet.constant(6, rational(1n))) },
      "L changes under π = (2 3 1)",
    ],
    [
      "outgoing vectors that are the same",
      permuted(scalarNetwork(["1", "2"], ["3", "2"]), [1, 0]),
      "an instance that tests nothing under π = (2 1)",
    ],
  ]);
});

// All permutations of up to three units, 12 times.
visits(claim, { permutations: 108 });
