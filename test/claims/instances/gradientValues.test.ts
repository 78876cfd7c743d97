import { describe, expect, it } from "vitest";
import {
  checkCopiedGradients,
  copiedGradients,
  gradientValues,
} from "../../../src/claims/instances/gradientValues.js";
import { matrix, writtenNetwork } from "../../../src/claims/instances/written.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { quickContext } from "../quickContext.js";

// σ(x) = x², f = 5·(3x)², at x = 1 and target 40 the residual is 5: ∂L/∂w = 5·5·2·3 = 150, ∂L/∂a = 5·9 = 45.
const activation = polynomialActivation([0n, 0n, 1n].map((value) => rational(value)));
const point = {
  network: writtenNetwork("3", "5"),
  data: dataSet(matrix("1"), matrix("40")),
  activation,
  cost: squaredError,
  surjection: LabelledPartition.of([1, 1], 1),
  beta: [rational(3n), rational(-2n)],
};
const found = copiedGradients(point);

describe("gradients of copied units", () => {
  it("are what they are by hand", () => {
    expect(found.below.key).toBe("150,45");
    expect(found.above.key).toBe("450,-300,45,45");
    expect(checkCopiedGradients(found)).toBeUndefined();
  });

  const doubled = (vector: RationalVector, from: number, to: number): RationalVector =>
    RationalVector.fromRationals(
      vector.toRationals().map((entry, index) => (index >= from && index < to ? entry.mul(2n) : entry)),
    );
  it.each([
    [
      "the half of w doubled above and below",
      { below: doubled(found.below, 0, 1), above: doubled(found.above, 0, 2) },
      /^∇L_m = \(900, -600, 45, 45\), by automatic differentiation \(450, -300, 45, 45\), /,
    ],
    [
      "the half of w doubled below alone",
      { below: doubled(found.below, 0, 1) },
      /^∂L_m\/∂w_1 is not β_1 ∂L_r\/∂w_1 /,
    ],
    [
      "the half of a doubled below alone",
      { below: doubled(found.below, 1, 2) },
      /^∂L_m\/∂a_1 is not ∂L_r\/∂a_1 /,
    ],
    ["β = 1 for the second unit", { beta: [rational(3n), rational(1n)] }, /^∂L_m\/∂w_2 is not β_2 /],
    ["a critical point", { below: RationalVector.zero(2) }, /^a derivative below is 0 /],
  ])("%s is caught", (_, planted, message) => {
    expect(checkCopiedGradients({ ...found, ...planted })).toMatch(message);
  });

  it("are not compared without a β for each unit", () => {
    expect(() => checkCopiedGradients({ ...found, beta: [rational(3n)] })).toThrow(
      "no entry 1 in a list of 1",
    );
  });

  it("are settled by the claim's evidence", async () => {
    expect(await gradientValues.run(quickContext)).toMatchObject({ held: true, visited: "32" });
  });
});
