import { describe, expect, it } from "vitest";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../../src/certificate/counterexampleCertificate.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { checked, SHOWN, bodyOf } from "./producing.js";

describe("counterexamples", () => {
  it("refute, and show nothing", async () => {
    const formula = literalFormulaCounterexample(2, 6);
    const expected = { claim: "thm-3.1-count", r: 2, m: 6 };
    expect(await checked(formula, { ...expected, refuted: true })).toEqual(SHOWN);
    expect(await checked(formula, expected)).toMatchObject({ accepted: false, rule: "claim" });
    expect(bodyOf(literalFormulaCounterexample(1, 4))).toEqual({ r: 1, m: 4, formula: "49", count: "37" });
    expect(await checked(gradientFlowCounterexample(), { claim: "lem-2.1", refuted: true })).toEqual(SHOWN);
  });

  it("are refused where the formula is right", () => {
    for (const [r, m] of [
      [1, 3],
      [2, 2],
      [3, 5],
    ] as const) {
      expect(() => literalFormulaCounterexample(r, m)).toThrow(
        new RangeError(`the displayed formula is right at (${r},${m}): ${labelledPartitionCount(r, m)}`),
      );
    }
  });
});
