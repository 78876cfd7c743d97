import { describe, expect, test } from "vitest";
import {
  KINDS,
  checkCrossing,
  checkDifference,
  checkGrowth,
  checkInequality,
  checkRecorded,
  claim,
  regimeTable,
} from "../../src/claims/ext-parity-regimes.js";
import { checkMirroredCritical, mirroredCriticalCases } from "../../src/claims/instances/mirroredCritical.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { entry } from "../../src/exact/entry.js";
import { refuses, visits } from "./checks.js";

visits(claim, {
  crossings: 7200,
  recorded: 3,
  critical: 248,
  growth: 14520,
  "Eq. (6)": 6330,
  "Eq. (5)": 900,
});

describe("a crossing", () => {
  const good = { name: "odd", r: 5, k: 2, m: 9, critical: 3n, minima: 4n, crossing: 9 };
  refuses(checkCrossing, good, [
    ["as many critical ones", { minima: 3n }, "R_2, odd, is not below 1 at r* = 5, m = 9, crossing 9"],
    ["a later crossing", { crossing: 10 }, "R_2, odd, is below 1 at r* = 5, m = 9, crossing 10"],
    ["no crossing", { k: 0, crossing: null }, "no crossing of the sum, odd, at r* = 5"],
  ]);

  test("says nothing of smaller m", () => {
    expect(checkCrossing({ ...good, crossing: 11 })).toBeUndefined();
  });
});

describe.each(KINDS)("what is recorded, $name", (kind) => {
  refuses(checkRecorded, kind, [
    ["another crossing of R_1", { crossings: [36, kind.crossings[1]] }, /recorded 36, /],
    ["another crossing of the sum", { crossings: [kind.crossings[0], 43] }, /recorded \d+, 43, /],
    ["another last m", { lastFailing: 65 }, /recorded .*, 65$/],
    ["the other parity", { parity: kind.parity === "odd" ? "even" : "odd" }, /^at r\* = 30/],
  ]);
});

describe("a critical point with mirrored neurons", () => {
  const [odd, even] = (["odd", "even"] as const).map((parity) =>
    [...mirroredCriticalCases()].filter(({ copies }) => copies.parity === parity && copies.m === 3).at(-1),
  );
  if (odd === undefined || even === undefined) throw new RangeError("no points");
  const one = RationalVector.parse("1", "2");
  refuses(checkMirroredCritical, odd, [
    [
      "another outgoing vector at w = 0",
      { silent: [one] },
      /^the gradient is .*, odd, with 1 neurons at w = 0$/,
    ],
    ["residuals 0", { below: { ...odd.below, residuals: [] } }, /^the loss is 0/],
    [
      "the other activation",
      { below: { ...odd.below, activation: even.below.activation } },
      /^the gradient is/,
    ],
  ]);
  // A silent neuron is critical only where σ(0) = 0.
  refuses(checkMirroredCritical, even, [
    ["a neuron at (0, 0)", { silent: odd.silent }, /^the gradient is .*, even, with 1 neurons at w = 0$/],
    ["the other mirror image", { copies: odd.copies }, /^the gradient is/],
  ]);
});

describe("the growth", () => {
  refuses(checkGrowth, { r: 1, m: 2, factor: 4n, here: 12n, next: 68n }, [
    ["too small a count", { next: 47n }, "T(1,3) < 4·T(1,2)"],
    ["too large a factor", { factor: 6n }, "T(1,3) < 6·T(1,2)"],
  ]);
});

describe("eq. (6)", () => {
  // (2r)^m is 16 at (2,2), and T = 8.
  refuses(checkInequality, { r: 2, m: 2, parity: "odd", threshold: 2, minima: 8n }, [
    ["no threshold", { threshold: null }, "eq. (6) fails at (2,2), odd, last failing m none"],
    ["a count too large", { minima: 16n }, "eq. (6) holds at (2,2), odd, last failing m 2"],
  ]);
});

describe("the differences", () => {
  const good = { name: "T", h: 1, r: 0, values: [2n, 5n, 8n], denominator: 3n };
  refuses(checkDifference, good, [
    ["another slope", { denominator: 2n }, "T: the differences of order 1 at r = 0 are not 1"],
    ["a bend", { values: [2n, 5n, 9n] }, "T: the differences of order 1 at r = 0 are not 1"],
    ["a value too few", { values: [2n, 5n] }, "T: the differences of order 1 at r = 0 are not 1"],
    ["another order", { h: 0 }, "T: the differences of order 0 at r = 0 are not 1"],
  ]);
});

test("the table has a row for each width", () => {
  const { head, rows } = regimeTable();
  expect(rows.at(-1)).toEqual(["30", "42", "42", "44", "44", "65", "68", "72"]);
  for (const row of rows) expect(row).toHaveLength(head.length);
  expect(entry(rows, 0)).toEqual(["2", "2", "2", "3", "2", "2", "2", "2"]);
});
