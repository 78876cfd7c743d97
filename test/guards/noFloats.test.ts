import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { noFloats } from "./noFloats.js";
import { plantedTree } from "./tree.js";

/** Each line of code is planted in a file of its own, below the names that it may use. */
const PREAMBLE = `
import Fraction from "fraction.js";
declare const n: number; declare const b: bigint; declare const text: string; declare const u: unknown;
declare const list: number[]; declare const numberOrBigint: number | bigint;
declare const f: Fraction; declare const g: Fraction | undefined; declare const pair: [bigint, number];
declare const object: { n: number; d: bigint }; declare const exactObject: { n: bigint; d: bigint };
`;

const PLANTED: readonly (readonly [rule: string, code: string])[] = [
  ["literal", "export const x = 1.5;"],
  ["literal", "export const x = 1e-9;"],
  ["literal", "export const x = 10e-1;"],
  ["literal", "export const x = 2.0;"],
  ["literal", "export const x = .5;"],
  ["literal", "export const x = 9007199254740992;"],
  ["literal", "export const x = 0x20_0000_0000_0000;"],
  ["division", "export const x = n / 2;"],
  ["division", "export const x = n / n;"],
  ["division", "export const x = 2 ** n;"],
  ["division", "export let x = 4; x /= n;"],
  ["division", "export let x = 4; x **= n;"],
  ["division", "export const half = <N extends number>(y: N) => y / 2;"],
  ["division", "export const x = (u as any) / 2;"],
  ["division", "export const x = missing / 2n;"],
  ["math", "export const x = Math.floor(n);"],
  ["math", "export const x = Math.sqrt(n);"],
  ["math", "export const x = Math.PI;"],
  ["math", 'export const x = Math["sqrt"](n);'],
  ["math", "export const { sqrt } = Math;"],
  ["float-name", "export const x = parseFloat(text);"],
  ["float-name", "export const x = Number.parseFloat(text);"],
  ["parse-int", "export const x = parseInt(text, 10);"],
  ["parse-int", "export const x = Number.parseInt(text, 10);"],
  ["float-name", "export const x = n.toFixed(2);"],
  ["float-name", "export const x = n.toPrecision(2);"],
  ["float-name", "export const x = n.toExponential(2);"],
  ["float-name", "export const x = Number.EPSILON;"],
  ["float-name", 'export const x = Number["EPSILON"];'],
  ["float-name", 'export const x = n["toFixed"](2);'],
  ["float-name", "export const x = Number.MAX_VALUE;"],
  ["float-name", "export const x = Number.MIN_VALUE;"],
  ["float-name", "export const x = Number.POSITIVE_INFINITY;"],
  ["float-name", "export const x = Number.NEGATIVE_INFINITY;"],
  ["float-name", "export const x = Number.NaN;"],
  ["float-name", "export const x = NaN;"],
  ["float-name", "export const x = -Infinity;"],
  ["float-name", "export const x = globalThis;"],
  ["conversion", "export const x = Number(text);"],
  ["conversion", "export const x = Number(u);"],
  ["conversion", "export const x = Number(f);"],
  ["conversion", "export const x = Number();"],
  ["conversion", 'export const x = ["1"].map(Number);'],
  ["conversion", "export const x = +text;"],
  ["conversion", "export const x = -f;"],
  ["conversion", "export const x = ~text;"],
  ["fraction-from-number", "export const x = new Fraction(n);"],
  ["fraction-from-number", "export const x = new Fraction(1, 2n);"],
  ["fraction-from-number", "export const x = new Fraction(numberOrBigint);"],
  ["fraction-from-number", "export const x = new Fraction(u as any);"],
  ["fraction-from-number", "export const x = new Fraction(pair);"],
  ["fraction-from-number", "export const x = new Fraction(object);"],
  ["fraction-from-number", "export const x = f.add(1);"],
  ["fraction-from-number", 'export const x = f["mul"](n);'],
  ["fraction-from-number", "export const x = f.lt(0);"],
  ["fraction-from-number", "export const x = g?.sub(n);"],
  ["fraction-from-number", "export const x = f.add.call(f, 1);"],
  ["fraction-operator", "// @ts-ignore\nexport const x = f + f;"],
  ["fraction-operator", "export const x = f < f;"],
  ["fraction-operator", "export const x = f >= f;"],
  ["fraction-operator", "export const x = `${text}` + f;"],
  ["fraction-operator", "// @ts-ignore\nexport const x = f / 2n;"],
  ["fraction-operator", "export const x = f == f;"],
  ["fraction-operator", "export const x = f != g;"],
  ["fraction-operator", "export const x = f === g;"],
  ["fraction-value", "export const x = f.valueOf();"],
  ["fraction-value", 'export const x = f["valueOf"]();'],
  ["fraction-value", "export const x = g?.valueOf;"],
  ["float-memory", "export const x = new Float64Array(2);"],
  ["float-memory", "export const x = new Float32Array(2);"],
  ["float-memory", "export const x = (view: DataView) => view.byteLength;"],
  ["assertion", "export const x = u as number;"],
  ["assertion", "export const x = <number>u;"],
  ["assertion", "export const x = text as unknown as number;"],
  ["assertion", "export const x = missing as number | undefined;"],
  ["assertion", "export const x = u as readonly number[];"],
  ["assertion", "export const x = u as readonly [bigint, number];"],
  ["assertion", "export const x = u as { n: { d: number }[] };"],
  ["assertion", "export const x = u as Record<string, number>;"],
  ["assertion", "export const x = (list as unknown[]) as number[];"],
  ["assertion", "export const cast = <N extends number>() => u as N;"],
  ["json", "export const x = JSON.parse(text) as unknown;"],
  ["json", 'export const x = JSON["parse"](text) as unknown;'],
  ["json", 'export const x = ["1"].map((entry) => entry).map(JSON.parse);'],
  ["json", "export const { parse } = JSON;"],
  ["clock", "export const x = performance.now();"],
  ["clock", "export const x = Date.now();"],
  ["clock", "export const x = new Date();"],
  ["clock", "export const x = process.hrtime();"],
];

const EXACT: readonly string[] = [
  "export const x = 9007199254740991;",
  "export const x = 0xe0 + 1e3;",
  "export const x = b / 2n + b ** 3n;",
  "export const half = <B extends bigint>(y: B) => y / 2n;",
  "export let x = b; x /= 3n;",
  "export const x = n * 2 + list.length - 1 + (n % 7);",
  "export const x = Math.max(Math.min(n, 3), Math.abs(n), Math.trunc(n), Math.imul(n, n), Math.clz32(n));",
  "export const x = Number(b) + Number(numberOrBigint) - +n;",
  "export const x = Number.isSafeInteger(n) && -b < ~n;",
  'export const x = new Fraction(b, 2n).add(new Fraction("1/2")).mul(f);',
  "export const x = new Fraction(exactObject).add([1n, b]);",
  "export const x = f.lt(0n) || f.compare(0n) < 0 || f.n === f.d;",
  "export const x = g === undefined || g == null || !g;",
  "export const x = new Uint32Array(3);",
  "export const x = u as { n?: unknown; names: string[]; d: bigint };",
  "export const x = list as [number, number];",
  "export const x = [u as bigint, u as readonly string[], u as any];",
  "export const x = JSON.stringify(text);",
];

const sources = Object.fromEntries(
  [...PLANTED.map(([, code]) => code), ...EXACT].map((code, index) => [
    `src/exact/case${index}.ts`,
    PREAMBLE + code,
  ]),
);

const planted = plantedTree({
  ...sources,
  "src/cli/percent.ts": "export const half = 1 / 2;",
  "node_modules/fraction.js/package.json":
    '{"name":"fraction.js","types":"./fraction.d.ts","version":"5.3.4"}',
  "node_modules/fraction.js/fraction.d.ts": readFileSync("node_modules/fraction.js/fraction.d.mts", "utf8"),
});

const found = noFloats(planted, ["src/exact"]);

function foundInCase(index: number) {
  return found.filter(({ file }) => file === `src/exact/case${index}.ts`);
}

describe("noFloats", () => {
  it.each(PLANTED.map(([rule, code], index) => ({ rule, code, index })))(
    "finds $rule in $code",
    (planted) => {
      const line = PREAMBLE.split("\n").length + planted.code.split("\n").length - 1;
      expect(foundInCase(planted.index)).toEqual([
        {
          file: `src/exact/case${planted.index}.ts`,
          line,
          rule: planted.rule,
          message: expect.any(String) as string,
        },
      ]);
    },
  );

  it.each(EXACT.map((code, index) => ({ code, index: PLANTED.length + index })))(
    "accepts $code",
    ({ index }) => {
      expect(foundInCase(index)).toEqual([]);
    },
  );

  it("objects to a number out of a JSON text on both counts", () => {
    const text = 'export const quarter = JSON.parse("0.25") as number;';
    const rules = noFloats(plantedTree({ "src/exact/quarter.ts": text }), ["src/exact"]);
    expect(rules.map(({ rule }) => rule).sort()).toEqual(["assertion", "json"]);
  });

  it("looks at the rooms it is given, and no others", () => {
    expect(noFloats(planted, ["src/cli"]).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      "src/cli/percent.ts division",
    ]);
  });
});
