import { describe, expect, it } from "vitest";
import { itRefuses, printed, printedJson } from "../runs.js";

const WIDTH = "give a whole number from 1 to 16777216, in decimal digits";
const HUGE = "1".repeat(100);

describe("equiloss count --json", () => {
  it.each([
    [
      "4 9",
      '{"r":4,"m":9,"T":"2424744","G":"186480","stirling2":"7770","beta":"17641","eulerCharacteristic":"-17640"}',
    ],
    ["2 2", '{"r":2,"m":2,"T":"2","G":"2","stirling2":"1","beta":"1","eulerCharacteristic":"2"}'],
    [
      "4 9 --activation tanh",
      '{"r":4,"m":9,"T":"860719104","G":"95477760","stirling2":"248640","beta":"32659201","eulerCharacteristic":"-32659200","criticalWithSilent":"237646080","parity":"odd"}',
    ],
    [
      "2 3 --parity even",
      '{"r":2,"m":3,"T":"72","G":"48","stirling2":"6","beta":"25","eulerCharacteristic":"-24","parity":"even"}',
    ],
    ["1 1", '{"r":1,"m":1,"T":"1","G":"1","stirling2":"1","beta":"0","eulerCharacteristic":"1"}'],
  ])("%s: %s", async (sizes, json) => {
    expect(await printed(`count ${sizes} --json`)).toBe(`{"format":"equiloss-count/1",${json.slice(1)}\n`);
  });

  it("holds counts of a thousand digits and more", async () => {
    const { r, m, ...counts } = (await printedJson("count 30 1000 --json")) as Record<string, unknown>;
    expect([r, m]).toEqual([30, 1000]);
    // Computed apart from this program, from the rows of Stirling numbers.
    expect(Object.entries(counts).map(([name, digits]) => [name, ...summaryOf(String(digits))])).toEqual([
      ["T", 1995, 779093097n],
      ["G", 1478, 472396836n],
      ["stirling2", 1445, 552283983n],
      ["beta", 1463, 76024965n],
      ["eulerCharacteristic", 1463, 76024966n],
    ]);
  });
});

/** Fails unless the lines are a table of all widths up to 5 and m with what --json counts one by one. */
async function expectTable(text: string, { m = 8, options = "", more = "" } = {}): Promise<void> {
  const [head = "", ...rows] = text.trimEnd().split("\n");
  expect(head).toBe(`r,m,T,G,stirling2,beta,eulerCharacteristic${more}`);
  const sizes = [1, 2, 3, 4, 5].flatMap((r) =>
    Array.from({ length: m + 1 - r }, (_, extra) => [r, r + extra]),
  );
  expect(rows.map((row) => row.split(",").slice(0, 2).map(Number))).toEqual(sizes);
  for (const row of rows) {
    const [first, second] = row.split(",");
    const counts = await printedJson(`count ${first} ${second} --json${options}`);
    expect(row).toBe(Object.values(counts as object).join());
  }
}

describe("equiloss count --csv", () => {
  it("is a table of all widths, by recurrences, with the counts that --json computes one by one", async () => {
    const table = await printed("count 5 8 --csv");
    await expectTable(table);
    expect(await printed("count 1 1 --csv")).toBe(`${table.split("\n").slice(0, 2).join("\n")}\n`);
  });

  it.each([
    [" --parity odd", ",criticalWithSilent,parity"],
    [" --activation silu", ",criticalWithSilent,parity"],
    [" --activation softplus", ",parity"],
  ])("has the counts of mirrored neurons:%s", async (options, more) => {
    await expectTable(await printed(`count 5 6 --csv${options}`), { m: 6, options, more });
  });

  it("of silu and gelu are those of an odd activation, as neurons of w = 0 are silent", async () => {
    const odd = await printed("count 5 8 --csv --parity odd");
    for (const name of ["silu", "gelu"])
      expect(await printed(`count 5 8 --csv --activation ${name}`)).toBe(odd.replaceAll(",odd", ",even"));
    expect(odd).toContain("\n1,2,12,");
    expect(await printed("count 5 8 --csv --activation softplus")).toContain("\n1,2,8,");
  });

  it("would fail with another number, a row less or another order", async () => {
    const table = await printed("count 5 8 --csv");
    const wrong = ["360,240,10,121,", "360,240,10,122,"] as const;
    for (const [right, planted] of [wrong, ["3,4,60,36,6,13,-12\n", ""], ["1,2,3,1,1,0,1\n", ""]] as const) {
      expect(table).toContain(right);
      await expect(expectTable(table.replace(right, planted))).rejects.toThrow("expected");
    }
  });

  it("has numbers in full", async () => {
    const last = (await printed("count 30 200 --csv")).trimEnd().split("\n").at(-1);
    const counts = (await printedJson("count 30 200 --json")) as object;
    expect(last).toBe(Object.values(counts).join());
  });
});

/** Number of digits, and the residue at a prime. */
function summaryOf(digits: string): [number, bigint] {
  expect(digits).toMatch(/^[1-9][0-9]*$/);
  return [digits.length, BigInt(digits) % 1_000_000_007n];
}

describe("equiloss count", () => {
  it("3 4: each number and what it counts, then ratios and limits", async () => {
    expect((await printed("count 3 4")).split("\n")).toEqual([
      "r = 3, m = 4",
      "T        60",
      "         affine subspaces of the expansion manifold (Theorem 3.1, corrected)",
      "G        36",
      "         critical subspaces, surjections [m] → [r] (Prop. 4.3)",
      "S2(m,r)  6",
      "         Stirling number of the second kind",
      "beta     13",
      "         spheres of dimension m − r (ext-topology)",
      "chi      -12",
      "         Euler characteristic of the expansion manifold (ext-topology)",
      "R_k      critical subspaces of level k per subspace of global minima, G(r−k,m)/T",
      "         R_1 in [0.2333, 0.2334]",
      "         R_2 in [0.01666, 0.01667]",
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/(m^1 m!/(2^1 1!)) = 0.75, between 0.75 and 0.75",
      "         T/(m^1 m!/(2^1 1!)) = 1.25, between 1.25 and 1.25",
      "         G/r^m in [0.4444, 0.4445], between 0.4074 and 0.4445",
      "         R_1/(r/4) in [0.3111, 0.3112], between 0.1333 and 0.8",
      "",
    ]);
  });

  it("3 4 --activation sigmoid: what may be mirrored, and where the constant goes", async () => {
    expect((await printed("count 3 4 --activation sigmoid")).split("\n")).toEqual([
      "r = 3, m = 4",
      "sigmoid = 1/2 + odd, with an output bias: a neuron (w, a) may be mirrored to (−w, −a), and silent at w = 0",
      "T        960",
      "         affine subspaces of the expansion manifold, signed labelled partitions (ext-parity-count)",
      "G        576",
      "         critical subspaces of copied and mirrored neurons, 2^m times the surjections [m] → [r]",
      "G silent 768",
      "         critical subspaces if neurons may also be silent, with w = 0 and a = 0",
      "S2(m,r)  12",
      "         2^(m−r) times the Stirling number: G/(2^r r!), as labels may be exchanged and mirrored",
      "beta     385",
      "         (−1)^(m−r)·(chi − 1)",
      "chi      -384",
      "         Euler characteristic of the expansion manifold",
      "R_k      critical subspaces of level k per subspace of global minima, G(r−k,m)/T",
      "         R_1 in [0.2333, 0.2334]",
      "         R_2 in [0.01666, 0.01667]",
      "",
    ]);
  });

  const RATIOS = "R_k      critical subspaces of level k per subspace of global minima, G(r−k,m)/T";
  const LIMITS = "limits   counts over what they are asymptotic to, and bounds of that quotient";

  it.each([
    [
      "far from m = r, only the share of maps that are onto says something",
      "3 40",
      [
        "         Euler characteristic of the expansion manifold (ext-topology)",
        RATIOS,
        "         R_1 in [3.078e-27, 3.079e-27]",
        "         R_2 in [2.799e-39, 2.800e-39]",
        LIMITS,
        "         G/r^m in [0.9999, 1.000], between 0.9999 and 1.000",
      ],
    ],
    [
      "no levels, and m! alone",
      "1 1",
      [
        LIMITS,
        "         G/m! = 1, between 1 and 1",
        "         T/m! = 1, between 1 and 1",
        "         G/r^m = 1, between 1 and 1",
      ],
    ],
    [
      "neither near m = r nor far from it",
      "5 12",
      [LIMITS, "         G/r^m in [0.6780, 0.6781], between 0.6564 and 0.6782"],
    ],
  ])("%s: %s", async (_, sizes, lines) => {
    const text = await printed(`count ${sizes}`);
    expect(text.split("\n").slice(-lines.length - 1)).toEqual([...lines, ""]);
    if (sizes === "5 12") expect(text).toContain("\n         R_1 in [0.003527, 0.003528]\n");
  });

  itRefuses("count", {
    "3 4 --csv --json": "option '--csv' cannot be used with option '--json'; see equiloss count --help",
    "3 4 --csv --digits 9":
      "option '--csv' cannot be used with option '--digits <N>'; see equiloss count --help",
    "400 450 --csv": "--csv: a table of 100200 rows, the most are 100000; choose smaller sizes",
    "1 50000 --csv":
      "count 1 50000 --csv takes about 136694 MiB, the budget is 1920 MiB; " +
      "choose smaller sizes, or allow it with --max-memory 136694",
    "3 4 --activation tahn":
      '--activation: "tahn" is not an activation with a known symmetry (Did you mean tanh?); give one of ' +
      "tanh, erf, arctan, softsign, sigmoid, softplus, silu, gelu, gaussian, relu, leaky:1/10",
    "3 4 --activation relu":
      "--activation: with relu neurons may be scaled too, so the networks that compute the same are no affine " +
      "subspaces; give one of tanh, erf, arctan, softsign, sigmoid, softplus, silu, gelu, gaussian",
    "3 4 --activation tanh --parity odd":
      "option '--activation <name>' cannot be used with option '--parity <parity>'; see equiloss count --help",
    "3 4 --parity strange":
      "option '--parity <parity>' argument 'strange' is invalid. Allowed choices are odd, even; " +
      "see equiloss count --help",
    "3 8388608 --parity even":
      "m: 8388608 is too large; give a whole number from 1 to 8388607, in decimal digits",
    "0 4": `r: 0 is too small; ${WIDTH}`,
    "-1 4": `r: -1 is negative; ${WIDTH}`,
    "3 -4": `m: -4 is negative; ${WIDTH}`,
    "2.5 4": `r: "2.5" is not a whole number; ${WIDTH}`,
    "-2.5 4": `r: "-2.5" is not a whole number; ${WIDTH}`,
    "1e3 4": `r: "1e3" is not a whole number; ${WIDTH}`,
    "0x3 4": `r: "0x3" is not a whole number; ${WIDTH}`,
    "+3 4": `r: "+3" is not a whole number; ${WIDTH}`,
    "3 ' 4'": `m: " 4" is not a whole number; ${WIDTH}`,
    "3 ''": `m: "" is not a whole number; ${WIDTH}`,
    "three 4": `r: "three" is not a whole number; ${WIDTH}`,
    "Infinity 4": `r: "Infinity" is not a whole number; ${WIDTH}`,
    "\u001b[31m3 4": `r: "\\u001b[31m3" is not a whole number; ${WIDTH}`,
    "3 9007199254740993": `m: 9007199254740993 is too large; ${WIDTH}`,
    "3 16777217": `m: 16777217 is too large; ${WIDTH}`,
    [`${HUGE} ${HUGE}`]: `r: ${"1".repeat(37)}... is too large; ${WIDTH}`,
    "5 4": "r = 5 is larger than m = 4; give r ≤ m: a network has no expansion to fewer neurons",
  });
});
