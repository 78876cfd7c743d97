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

/** For each rule what breaks it: values, each of which a file of its own exports as x. */
const VALUES: Readonly<Record<string, string>> = {
  literal: "1.5; 1e-9; 10e-1; 2.0; .5; 9007199254740992; 0x20_0000_0000_0000",
  division: "n / 2; n / n; 2 ** n; <N extends number>(y: N) => y / 2; (u as any) / 2; missing / 2n",
  math: 'Math.floor(n); Math.sqrt(n); Math.PI; Math["sqrt"](n)',
  "float-name": `parseFloat(text); Number.parseFloat(text); n.toFixed(2); n.toPrecision(2);
    n.toExponential(2); Number.EPSILON; Number["EPSILON"]; n["toFixed"](2); Number.MAX_VALUE; Number.MIN_VALUE;
    Number.NaN; Number.POSITIVE_INFINITY; Number.NEGATIVE_INFINITY; NaN; -Infinity; globalThis`,
  "parse-int": "parseInt(text, 10); Number.parseInt(text, 10)",
  conversion: 'Number(text); Number(u); Number(f); Number(); ["1"].map(Number); +text; -f; ~text',
  "fraction-from-number": `new Fraction(n); new Fraction(1, 2n); new Fraction(numberOrBigint);
    new Fraction(u as any); new Fraction(pair); new Fraction(object); f.add(1); f["mul"](n); f.lt(0);
    g?.sub(n); f.add.call(f, 1)`,
  "fraction-operator": "f < f; f >= f; `${text}` + f; f / 2n; f == f; f != g; f === g",
  "fraction-value": 'f.valueOf(); f["valueOf"](); g?.valueOf',
  "float-memory": "new Float64Array(2); new Float32Array(2); (view: DataView) => view.byteLength",
  assertion: `u as number; <number>u; text as unknown as number; missing as number | undefined;
    u as readonly number[]; u as readonly [bigint, number]; u as { n: { d: number }[] };
    u as Record<string, number>; (list as unknown[]) as number[]; <N extends number>() => u as N`,
  json: `JSON.parse(text) as unknown; JSON["parse"](text) as unknown;
    ["1"].map((entry) => entry).map(JSON.parse)`,
  clock: "performance.now(); Date.now(); new Date(); process.hrtime()",
};

const PLANTED: readonly (readonly [rule: string, code: string])[] = [
  ...Object.entries(VALUES).flatMap(([rule, values]) =>
    values.split(/;\s+/).map((value) => [rule, `export const x = ${value};`] as const),
  ),
  ["division", "export let x = 4; x /= n;"],
  ["division", "export let x = 4; x **= n;"],
  ["math", "export const { sqrt } = Math;"],
  ["json", "export const { parse } = JSON;"],
  ["fraction-operator", "// @ts-ignore\nexport const x = f + f;"],
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

const findings = noFloats(planted, ["src/exact"]);

function findingsInCase(index: number) {
  return findings.filter(({ file }) => file === `src/exact/case${index}.ts`);
}

describe("noFloats", () => {
  it.each(PLANTED.map(([rule, code], index) => ({ rule, code, index })))(
    "finds $rule in $code",
    (planted) => {
      const line = PREAMBLE.split("\n").length + planted.code.split("\n").length - 1;
      expect(findingsInCase(planted.index)).toEqual([
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
      expect(findingsInCase(index)).toEqual([]);
    },
  );

  it("plants every value of the table", () => {
    expect(PLANTED).toHaveLength(89);
  });

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
