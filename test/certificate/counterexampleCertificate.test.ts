import { describe, expect, it } from "vitest";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../../src/certificate/counterexampleCertificate.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import type { Json } from "../checker/seal.js";
import { checked, SHOWN, bodyOf, planted } from "./producing.js";

describe("counterexamples", () => {
  it("refute, and show nothing", async () => {
    const formula = literalFormulaCounterexample(2, 6);
    const expected = { claim: "thm-3.1-count", r: 2, m: 6 };
    expect(await checked(formula, { ...expected, refuted: true })).toEqual(SHOWN);
    expect(await checked(formula, expected)).toMatchObject({ accepted: false, rule: "claim" });
    expect(bodyOf(literalFormulaCounterexample(1, 4))).toEqual({ r: 1, m: 4, formula: "49", count: "37" });
    expect(await checked(gradientFlowCounterexample(), { claim: "lem-2.1", refuted: true })).toEqual(SHOWN);
  });

  it("are not to be had where the formula is right", () => {
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

  it("with a planted error are rejected", async () => {
    const expected = { claim: "thm-3.1-count", refuted: true, r: 1, m: 4 };
    const formula = literalFormulaCounterexample(1, 4);
    expect(await planted(formula, expected, (body) => (body.formula = "48"))).toBe("formula");
    expect(await planted(formula, expected, (body) => (body.count = "49"))).toBe("count");
    const curves = { claim: "lem-2.1", refuted: true };
    const flow = gradientFlowCounterexample();
    const cases = (body: Record<string, Json>): Record<string, Json>[] =>
      body.cases as Record<string, Json>[];
    const rules = [
      await planted(flow, curves, (body) => Object.assign(cases(body)[0] ?? {}, { sign: 1 })),
      await planted(flow, curves, (body) => Object.assign(cases(body)[1] ?? {}, { root: ["-1", "1"] })),
      await planted(flow, curves, (body) => cases(body).pop()),
    ];
    expect(rules).toEqual(["curve", "curve", "cases"]);
  });
});
