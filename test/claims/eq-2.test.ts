import { describe, expect, test } from "vitest";
import {
  type LabelLoss,
  checkLogistic,
  checkSquares,
  claim,
  logisticLoss,
  logisticVerdict,
} from "../../src/claims/eq-2.js";
import { Interval } from "../../src/exact/intervals/interval.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { quarticError, radialCost } from "../../src/landscape/loss/cost.js";
import { polynomialActivation } from "../../src/landscape/activations/activation.js";
import { visits } from "./checks.js";

/** ½(ŷ − y)², which is 0 at ŷ = y. */
const squares: LabelLoss = (output, label) => {
  const gap = output.sub(label);
  return Interval.enclosing(gap.mul(gap).div(2n), 64);
};
const flat: LabelLoss = () => Interval.of(1n, 1n, 0);

describe("the logistic loss", () => {
  test("is positive and falls towards the label", () => {
    for (const label of [-1n, 1n]) {
      expect(checkLogistic({ output: rational(5n), label })).toBeUndefined();
      expect(logisticLoss(rational(label), label).lowerEnd.compare(rational(313n, 1000n))).toBe(1);
    }
  });

  test("is told from a loss that is 0 at the label, or has a least value", () => {
    const at = (output: bigint, label: bigint, loss: LabelLoss) =>
      checkLogistic({ output: rational(output), label }, loss);
    expect(at(1n, 1n, squares)).toBe("the loss is not known to be positive at ŷ = 1, y = 1");
    expect(at(3n, 1n, squares)).toBe("the loss does not fall towards the label at ŷ = 3, y = 1");
    expect(at(3n, -1n, flat)).toBe("the loss does not fall towards the label at ŷ = 3, y = -1");
  });

  test("refutes the text, and the squares would not", () => {
    expect(logisticVerdict()).toMatchObject({
      held: true,
      counterexample: {
        "c(1, 1)": "at least 313/1000, not 0",
        "c(-1, -1)": "at least 313/1000, not 0",
      },
    });
    expect(logisticVerdict(squares)).toMatchObject({
      held: false,
      failure: "c(-1, -1) is not known to be positive",
    });
  });
});

describe("the least-squares loss", () => {
  const [half, zero] = [RationalVector.parse("1/2"), RationalVector.parse("0")];

  test("is 0 at the target only", () => {
    expect(checkSquares({ output: half, target: half })).toBeUndefined();
    expect(checkSquares({ output: half, target: zero })).toBeUndefined();
    expect(checkSquares({ output: half, target: zero }, quarticError)).toBeUndefined();
  });

  test.each([
    ["that is 0 elsewhere", [rational(0n)], zero, "a loss of 0 at ŷ = (1/2), y = (0)"],
    ["that is not 0 at the target", [rational(1n)], half, "a loss of 1 at ŷ = (1/2), y = (1/2)"],
    ["that is negative", [rational(0n), rational(-1n)], zero, "a negative loss at ŷ = (1/2), y = (0)"],
  ])("one %s is caught", (_, profile, target, message) => {
    expect(checkSquares({ output: half, target }, radialCost("wrong", polynomialActivation(profile)))).toBe(
      message,
    );
  });
});

visits(claim, { logistic: 514, squares: 90 });
