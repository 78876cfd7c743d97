import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import {
  checkOrder,
  checkSolvable,
  claim,
  literalVerdict,
  subspacesAsDefined,
} from "../../src/claims/thm-3.1-count.js";
import { countedBySize } from "../../src/claims/evidence/countedBySize.js";
import { exhaustive } from "../../src/claims/evidence/exhaustive.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { correctedFormula, literalFormula } from "../../src/combinatorics/counts/literalFormula.js";
import { visits } from "./checks.js";

const UNNAMED = { what: "", range: "", progress: () => undefined };

const partition = (codes: readonly number[], r: number): LabelledPartition => LabelledPartition.of(codes, r);

describe("an enumeration in order", () => {
  const sizes = { r: 1, m: 3 };
  const previous = partition([1, 1, 0], 1);

  test.each([
    ["the first", undefined, [1, 1, 1]],
    ["a label before a zero block", partition([1, 1, 1], 1), [1, 1, 0]],
    ["a zero block before the next", partition([0, 1, 0], 1), [0, 1, -1]],
  ])("%s is accepted", (_, before, codes) => {
    expect(checkOrder({ ...sizes, previous: before, current: partition(codes, 1) })).toBeUndefined();
  });

  test("labels come in their own order", () => {
    const [low, high] = [partition([1, 2], 2), partition([2, 1], 2)];
    expect(checkOrder({ r: 2, m: 2, previous: low, current: high })).toBeUndefined();
    expect(checkOrder({ r: 2, m: 2, previous: high, current: low })).toBe("[1,2] does not come after [2,1]");
  });

  test.each([
    ["a repeated one", [1, 1, 0], "[1,1,0] does not come after [1,1,0]"],
    ["an earlier one", [1, 1, 1], "[1,1,1] does not come after [1,1,0]"],
    ["one of other width", [1, 0, 0, 0], "[1,0,0,0] has 4 neurons, not 3"],
  ])("%s is caught", (_, codes, message) => {
    expect(checkOrder({ ...sizes, previous, current: partition(codes, 1) })).toBe(message);
  });

  test("one of other width is caught in the first place", () => {
    expect(checkOrder({ ...sizes, previous: undefined, current: partition([1, 0], 1) })).toBe(
      "[1,0] has 2 neurons, not 3",
    );
  });

  test("one with another number of labels is an error", () => {
    expect(() => checkOrder({ ...sizes, previous, current: partition([1, 2, 0], 2) })).toThrow("code 2");
    expect(() => checkOrder({ r: 2, m: 3, previous: undefined, current: previous })).toThrow(
      "label 2 has no neuron",
    );
  });

  test("a repetition makes a list of the right length fail", () => {
    const list = [...labelledPartitions(1, 3)];
    const doubled = list.map((current, index) => ({ ...sizes, previous: list[index - 1], current }));
    const last = entry(doubled, doubled.length - 2);
    doubled[doubled.length - 1] = { ...last, previous: last.current };
    const verdict = exhaustive({ ...UNNAMED, expected: 10n, cases: doubled, check: checkOrder });
    expect(verdict).toMatchObject({ held: false, visited: "10" });
    expect(verdict.failure).toContain("does not come after");
  });
});

describe("subspaces as defined", () => {
  test.each([
    [1, 1, 1],
    [1, 2, 3],
    [2, 3, 12],
    [1, 4, 37],
    [3, 4, 60],
  ])("for (%i,%i) there are %i", (r, m, count) => {
    const keys = [...subspacesAsDefined(r, m)];
    expect(keys).toHaveLength(count);
    expect(new Set(keys).size).toBe(count);
    expect(keys.map(checkSolvable)).toEqual(keys.map(() => undefined));
  });

  test("a system with solutions off the plane t = 0 has points", () => {
    expect(checkSolvable("1,0,0;0,2,1")).toBeUndefined();
    expect(checkSolvable("1,10")).toBeUndefined();
    expect(checkSolvable("3")).toBeUndefined();
  });

  test.each([
    ["no solution at all", ""],
    ["solutions at t = 0 only", "1,0,0;0,1,0"],
    ["the trivial solution only", "0,0,0"],
  ])("%s is caught", (_, key) => {
    expect(checkSolvable(key)).toBe("a subspace without points");
  });
});

describe("the literal reading", () => {
  test("is refuted as recorded: 49 for 37 at (1,4)", () => {
    expect(literalVerdict(literalFormula)).toMatchObject({
      kind: "refuted as stated",
      held: true,
      counterexample: {
        "at (r,m)": "(1,4)",
        "the displayed formula gives": "49",
        "subspaces counted one by one": "37",
        "likewise at": "(1,5): 261 for 151; (2,5): 380 for 320; (1,6): 1544 for 674; (2,6): 2552 for 1712",
      },
    });
    expect(literalVerdict(literalFormula)).not.toHaveProperty("failure");
  });

  const planted: readonly (readonly [string, (r: number, m: number) => bigint, RegExp])[] = [
    ["a formula that is right", correctedFormula, /^right for all r ≤ m ≤ \d+$/],
    ["one off everywhere", (r, m) => literalFormula(r, m) + 1n, /^wrong at 1,1 1,2 2,2/],
    [
      "one that is right at a recorded place",
      (r, m) => (r === 2 && m === 6 ? 1712n : literalFormula(r, m)),
      /^wrong at 1,4 1,5 2,5 1,6 3,6/,
    ],
    [
      "one that is too small at a recorded place",
      (r, m) => (r === 6 && m === 9 ? 0n : literalFormula(r, m)),
      / 5,9 6,9, too large at .* 5,9, recorded .* 6,9; 37 counted at 1,4$/,
    ],
    [
      "one too small where it should be right",
      (r, m) => (r === 9 && m === 9 ? 0n : literalFormula(r, m)),
      / 6,9 9,9, too large at .* 6,9, recorded .* 6,9; 37 counted at 1,4$/,
    ],
    [
      "one too small everywhere it should be too large",
      (r, m) => (m - r >= 3 ? labelledPartitionCount(r, m) - 1n : labelledPartitionCount(r, m)),
      /too large at , recorded/,
    ],
  ];

  test.each(planted)("%s does not reproduce the finding", (_, formula, message) => {
    const verdict = literalVerdict(formula);
    expect(verdict.held).toBe(false);
    expect(verdict.failure).toMatch(message);
  });

  test.each([36n, 38n])("subspaces miscounted as %d do not reproduce the finding", (miscounted) => {
    const verdict = literalVerdict(literalFormula, () => miscounted);
    expect(verdict.held).toBe(false);
    expect(verdict.failure).toMatch(new RegExp(` 6,9; ${miscounted} counted at 1,4$`));
  });

  test("subspaces are counted at the first size where the formula is wrong", () => {
    const asked: (readonly [number, number])[] = [];
    literalVerdict(literalFormula, (r, m) => BigInt(asked.push([r, m])));
    expect(asked).toEqual([[1, 4]]);
  });
});

test("a subspace too many at one size does not make up for one too few at another", () => {
  const swapped = (r: number, m: number): string[] => {
    const keys = [...subspacesAsDefined(r, m)];
    if (m === 3 && r === 2) return keys.slice(1);
    return m === 3 && r === 3 ? [...keys, ...keys.slice(-1)] : keys;
  };
  const cases = countedBySize(3, swapped, labelledPartitionCount);
  const verdict = exhaustive({ ...UNNAMED, expected: 34n, cases, check: checkSolvable });
  expect(verdict).toMatchObject({
    held: false,
    failure: "stopped by an error: 11 cases at (2,3), expected 12",
  });
});

visits(claim, { enumeration: 34, "as defined": 34, "corrected formula": 45 });
