import { describe, expect, it } from "vitest";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../../../src/combinatorics/counts/surjections.js";
import { formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { itRefuses, printed, printedJson } from "../runs.js";

describe("equiloss regime --json", () => {
  it.each([
    [
      "--rstar 2",
      '{"rstar":2,"depth":2,"epsilon":"1","lastWidth":256,"levels":[{"k":1,"crossing":2,"leastWidth":2,"leastDepth":2}],"sum":{"crossing":2,"leastWidth":2,"leastDepth":2},"lastFailingEq6":2}',
    ],
    [
      "--rstar 30 --depth 3 --epsilon 1/100 --levels 2",
      '{"rstar":30,"depth":3,"epsilon":"1/100","lastWidth":480,"levels":[{"k":1,"crossing":37,"leastWidth":49,"leastDepth":68},{"k":2,"crossing":38,"leastWidth":46,"leastDepth":29}],"sum":{"crossing":42,"leastWidth":51,"leastDepth":38},"lastFailingEq6":65}',
    ],
    [
      "--rstar 30 --epsilon 2/4 --levels 1 --width 36 --max-m 100",
      '{"rstar":30,"depth":2,"epsilon":"1/2","width":36,"lastWidth":100,"levels":[{"k":1,"crossing":37,"leastWidth":40,"leastDepth":null}],"sum":{"crossing":42,"leastWidth":44,"leastDepth":null},"lastFailingEq6":65}',
    ],
    [
      "--rstar 30 --levels 1 --max-m 36",
      '{"rstar":30,"depth":2,"epsilon":"1","lastWidth":36,"levels":[{"k":1,"crossing":null,"leastWidth":null,"leastDepth":null}],"sum":{"crossing":null,"leastWidth":null,"leastDepth":null},"lastFailingEq6":65}',
    ],
    [
      "--rstar 3 --curves",
      '{"rstar":3,"depth":2,"epsilon":"1","lastWidth":256,"levels":[{"k":1,"crossing":4,"leastWidth":4,"leastDepth":2},{"k":2,"crossing":3,"leastWidth":3,"leastDepth":2}],"sum":{"crossing":4,"leastWidth":4,"leastDepth":2},"lastFailingEq6":4,"curves":{"widths":[3,4],"levels":[{"k":1,"ratios":["1","7/30"]},{"k":2,"ratios":["1/6","1/60"]}],"sum":["7/6","1/4"]}}',
    ],
  ])("%s", async (command, json) => {
    expect(await printed(`regime ${command} --json`)).toBe(
      `{"format":"equiloss-regime/1",${json.slice(1)}\n`,
    );
  });

  it("has all levels, up to r* = 200 in seconds", async () => {
    const report = (await printedJson(
      "regime --rstar 200 --depth 1000000000 --epsilon 1/1000000 --json",
    )) as {
      levels: { k: number; crossing: number; leastWidth: number }[];
    };
    expect(report.levels.map(({ k }) => k)).toEqual(Array.from({ length: 199 }, (_, index) => index + 1));
    // So deep a network needs no more than a ratio just below 1.
    for (const { crossing, leastWidth } of report.levels) expect(leastWidth).toBe(crossing);
  });

  it("goes on with the curves to the width asked for", async () => {
    const { curves } = (await printedJson("regime --rstar 4 --curves --max-m 9 --levels 1 --json")) as {
      curves: { widths: number[]; levels: { k: number; ratios: string[] }[]; sum: string[] };
    };
    const widths = [4, 5, 6, 7, 8, 9];
    const minima = (m: number): bigint => labelledPartitionCount(4, m);
    expect(curves).toEqual({
      widths,
      levels: [{ k: 1, ratios: widths.map((m) => formatRational(rational(surjections(3, m), minima(m)))) }],
      sum: widths.map((m) => {
        const all = surjections(3, m) + surjections(2, m) + surjections(1, m);
        return formatRational(rational(all, minima(m)));
      }),
    });
  });
});

describe("equiloss regime", () => {
  it("shows a person a table", async () => {
    // Computed apart from this program, from the rows of Stirling numbers.
    expect((await printed("regime --rstar 14 --depth 3 --epsilon 1/10")).split("\n")).toEqual([
      "r* = 14, depth L = 3 (2 hidden layers of width m), ε = 1/10",
      "R = G(r*−k, m)/T(r*, m): critical subspaces of level k per subspace of global minima, a_k = 1",
      "",
      "level   R < 1   R^2 < 1/10  R^(L−1) < 1/10",
      "        from m  from m      at the m of R < 1 from L",
      "k = 1   17      20          27",
      "k = 2   17      19          21",
      "k = 3   17      18          6",
      "k = 4   17      17          3",
      "k = 5   16      17          4",
      "k = 6   15      16          14",
      "k = 7   15      15          3",
      "k = 8   14      15          5",
      "k = 9   14      14          2",
      "k = 10  14      14          2",
      "k = 11  14      14          2",
      "k = 12  14      14          2",
      "all k   19      21          12",
      "1 more: --json",
      "",
      "Each m is the first from which on the inequality holds at all widths, with R of one hidden layer.",
      "In the row of all k, R is the sum over k.",
      "Eq. (6) fails for some a_k ≤ C(r*−1, k−1) while m ≤ 26",
      "",
    ]);
  });

  it("has no column that repeats another", async () => {
    const text = await printed("regime --rstar 3 --depth 4");
    expect(text.split("\n").slice(3, 8)).toEqual([
      "level  R < 1",
      "       from m",
      "k = 1  4",
      "k = 2  3",
      "all k  4",
    ]);
    expect(text).toContain("\nR^(L−1) < 1 means R < 1; --epsilon asks for less\n");
  });

  it("has critical silent neurons besides, for an odd activation", async () => {
    const lines = (await printed("regime --rstar 10 --activation tanh --levels 1")).split("\n");
    expect(lines).toContain("tanh, odd: a neuron (w, a) may be mirrored to (−w, −a), and silent at w = 0");
    expect(lines).toContain("k = 1          12");
    expect(lines).toContain("all k          13");
    expect(lines).toContain("all k, silent  14");
    expect(lines).toContain("silent: with critical neurons that have w = 0 and a = 0, too");
    expect(lines).toContain("Eq. (6) fails for some a_k ≤ C(r*−1, k−1) while m ≤ 18");
    const even = await printed("regime --rstar 10 --parity even --levels 1");
    expect(even).toContain("\nall k  14\n");
    expect(even).toContain("while m ≤ 20");
    expect(even).not.toContain("silent");
  });

  it("says which width the depths are for, and what isn't settled", async () => {
    const text = await printed("regime --rstar 30 --width 35 --max-m 35");
    expect(text).toContain("at m = 35 from L");
    expect(text).toContain("–: not settled by m = 35, see --max-m; or no depth will do");
    expect(await printed("regime --rstar 30")).not.toContain("–:");
  });
});

const range = (least: number, most: number): string =>
  `give a whole number from ${least} to ${most}, in decimal digits`;
const RSTAR = range(2, 1_048_576);
const DEPTH = range(2, 1_000_000_000);
const POSITIVE = "is not positive; give a rational above 0, such as 1/100";
const GRAMMAR = 'is not a rational; write an integer or "p/q" in decimal digits, such as "3" or "-1/2"';

describe("equiloss regime", () => {
  itRefuses("regime", {
    "--depth 3": "required option '--rstar <r>' not specified; see equiloss regime --help",
    "--rstar": "option '--rstar <r>' argument missing; see equiloss regime --help",
    "--rstar 0": `--rstar: 0 is too small; ${RSTAR}`,
    "--rstar 1": `--rstar: 1 is too small; ${RSTAR}`,
    "--rstar -3": `--rstar: -3 is negative; ${RSTAR}`,
    "--rstar 99999999999": `--rstar: 99999999999 is too large; ${RSTAR}`,
    "--rstar 2.5": `--rstar: "2.5" is not a whole number; ${RSTAR}`,
    "--rstar ten": `--rstar: "ten" is not a whole number; ${RSTAR}`,
    "--rstar 1048576":
      "regime of r* = 1048576 up to m = 16777216 takes about 1·10^9 MiB, more than can be allowed; choose smaller sizes",
    "--rstar 5000":
      "regime of r* = 5000 up to m = 80000 takes about 28372 MiB, the budget is 1920 MiB; choose smaller sizes, or allow it with --max-memory 28372",
    "--rstar 5 --depth 1": `--depth: 1 is too small; ${DEPTH}`,
    "--rstar 5 --depth 0": `--depth: 0 is too small; ${DEPTH}`,
    "--rstar 5 --depth 1e9": `--depth: "1e9" is not a whole number; ${DEPTH}`,
    "--rstar 5 --depth 1000000001": `--depth: 1000000001 is too large; ${DEPTH}`,
    "--rstar 5 --epsilon 0": `--epsilon: 0 ${POSITIVE}`,
    "--rstar 5 --epsilon 0/7": `--epsilon: 0 ${POSITIVE}`,
    "--rstar 5 --epsilon -2/4": `--epsilon: -1/2 ${POSITIVE}`,
    "--rstar 5 --epsilon 0.5": `--epsilon: "0.5" ${GRAMMAR}`,
    "--rstar 5 --epsilon 1e-3": `--epsilon: "1e-3" ${GRAMMAR}`,
    "--rstar 5 --epsilon small": `--epsilon: "small" ${GRAMMAR}`,
    "--rstar 5 --epsilon 1/0": '--epsilon: "1/0" has denominator 0; use a nonzero denominator',
    "--rstar 5 --max-m 4": `--max-m: 4 is too small; ${range(5, 16_777_216)}`,
    "--rstar 5 --width 4": `--width: 4 is too small; ${range(5, 256)}`,
    "--rstar 5 --width 40 --max-m 39": `--width: 40 is too large; ${range(5, 39)}`,
    "--rstar 5 --levels 0": `--levels: 0 is too small; ${range(1, 4)}`,
    "--rstar 5 --levels 5": `--levels: 5 is too large; ${range(1, 4)}`,
    "--rstar 5 --curves": "--curves: the points of curves are printed as JSON only; add --json",
    "5": "required option '--rstar <r>' not specified; see equiloss regime --help",
    "--rstar 5 6":
      "too many arguments for 'regime'. Expected 0 arguments but got 1; see equiloss regime --help",
    "--rstar 6 --curves --levels 1 --max-m 2000 --max-memory 16 --json":
      "the points of the curves up to width 1467 take more than 16 MiB; ask for fewer with --levels or --max-m, or allow more with --max-memory",
  });
});
