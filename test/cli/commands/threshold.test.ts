import { describe, expect, it } from "vitest";
import { itRefuses, printed } from "../runs.js";

describe("equiloss threshold", () => {
  it.each([
    ["1", '{"r":1,"lastFailing":null}'],
    ["2", '{"r":2,"lastFailing":2}'],
    ["30", '{"r":30,"lastFailing":65}'],
    ["30 --activation erf", '{"r":30,"lastFailing":68,"parity":"odd"}'],
    ["30 --parity even", '{"r":30,"lastFailing":72,"parity":"even"}'],
  ])("%s --json: %s", async (r, json) => {
    expect(await printed(`threshold ${r} --json`)).toBe(
      `{"format":"equiloss-threshold/1",${json.slice(1)}\n`,
    );
  });

  it.each([
    ["1", ["Eq. (6) at r* = 1: Σ_k a_k·G(r*−k, m)/T(r*, m) ≤ ((r*−1)/r*)^m:", "holds for all m ≥ 1"]],
    [
      "30",
      [
        "Eq. (6) at r* = 30: Σ_k a_k·G(r*−k, m)/T(r*, m) ≤ ((r*−1)/r*)^m, where",
        "a_k, the number of critical points of level k, is at most the binomial",
        "coefficient C(r*−1, k−1):",
        "fails for some a_k while m ≤ 65, holds for all m ≥ 66",
      ],
    ],
    [
      "5 --activation gaussian",
      [
        "gaussian, even: a neuron (w, a) may be mirrored to (−w, a)",
        "Eq. (6) at r* = 5: Σ_k a_k·G(r*−k, m)/T(r*, m) ≤ ((r*−1)/r*)^m, where",
        "a_k, the number of critical points of level k, is at most the binomial",
        "coefficient C(r*−1, k−1):",
        "fails for some a_k while m ≤ 8, holds for all m ≥ 9",
      ],
    ],
  ])("%s, in lines for a person", async (r, lines) => {
    expect(await printed(`threshold ${r}`)).toBe([...lines, ""].join("\n"));
  });

  const WIDTH = "give a whole number from 1 to 1048576, in decimal digits";
  itRefuses("threshold", {
    "-3": `r: -3 is negative; ${WIDTH}`,
    "0": `r: 0 is too small; ${WIDTH}`,
    "1048577": `r: 1048577 is too large; ${WIDTH}`,
  });
});
