import { readdirSync } from "node:fs";
import { ESLint, type Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const RULE = "no-restricted-syntax";

const REFUSED = [
  "return list[2] ?? 0n;",
  "return list[2] ?? 1n;",
  "return list[2] ?? 2n;",
  "return [1][7] ?? -1;",
  'return ["a"][7] ?? "none";',
  "return [true][7] ?? false;",
  "return [1][7] ?? null;",
  "return [[2, 3]][7] ?? [1, 1];",
  "return [1][7] ?? Math.min(2, 3);",
  "return [1][7] ?? Number(zero) + 1;",
  "return ([1][7] as number | undefined) ?? 5;",
  "return [{ a: 1 }][7]?.a ?? null;",
  "return [{ a: 1 }][7]?.a.toString() ?? String(zero);",
  "return [{ a: { b: 1 } }][7]?.a.b ?? 3;",
  "return (zero > 0n ? list[1] : list[2]) ?? 2n;",
  "return (zero > 0n ? [{ a: 1 }][7] : undefined)?.a ?? null;",
  "return list.find((value) => value === 3n) ?? list[2] ?? 3n;",
  "return list.find((value) => value === 3n) ?? [{ a: 1 }][7]?.a ?? 3;",
  "return list.at(-1) ?? 0n;",
  "return list.at(-1) ?? 2n;",
  "return [1].at(-1) ?? 0;",
  'return ["a"].at(7) ?? `b${zero}`;',
  'return ["a"].at(7)?.length ?? 2;',
  "return [1][7] ?? 1;",
  'return ["a"][7] ?? "";',
  "return [[1]][7] ?? [];",
  "return [{}][7] ?? {};",
  "return [[1]][7]?.length ?? 0;",
  "return list[2] ?? zero;",
  "return list.find((value) => value === 3n) ?? zero;",
  "return list.find((value) => value === 3n) ?? 2n - 1n;",
  "return list[2] ?? 2n - 1n;",
  "return [1][7] ?? 2 * 3;",
  "return String(list?.[2]);",
  "return list[2]?.toString();",
  "return [[1]][7]?.at(0);",
  "return new Set([[1]][7]);",
  "return new Map([[[1, 2] as const]][7]);",
  "return list[2] || 0n;",
  "let first = list[0]; first ??= 0n; return first;",
  "let first = list[0]; first ||= 0n; return first;",
  "const own = [...list]; own[2] ??= 3n; return own;",
  "const [first = 0n] = list; return first;",
  "const [first = 7n] = list; return first;",
  "const [, [second = 0] = []] = [[1], [2]]; return second;",
  "const other = list[1]; return list[2] ?? other;",
  "const other = list[1]; return list.at(2) ?? other;",
];

const ADMITTED = [
  "return entry(list, 2);",
  "return list[2] ?? noEntry(list, 2);",
  "return list[2] ?? NaN;",
  "return list?.at(2);",
  "const f = (index: number): bigint | undefined => list?.[index]; return f(2);",
  "return new Map([[1, 2]]).get(3) ?? 0;",
  "return new Map([[1, 2]]).get([1][0] ?? noEntry([1], 0)) ?? 5;",
  "const row = [1][7]; return row === undefined ? -1 : row;",
  'const named = { a: { "b-c": undefined } }; return named.a["b-c"] ?? "none";',
  'const [, word] = /a(b)/.exec("ab") ?? []; return word;',
  "const of = (first = 0n): bigint => first; return of();",
];

/**
 * The repository's lint rules, of which this one alone is run. It reads no types, whose making would take
 * most of the time.
 */
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/**
 * The texts of a list in which the rule finds something. One pass over all of them, each on a line of its
 * own: ESLint's start takes seconds.
 */
async function refusedOf(expressions: readonly string[]): Promise<string[]> {
  const scratch = (text: string): string =>
    `export const scratch = (list: readonly (bigint | undefined)[], zero: bigint): unknown => { ${text} };`;
  const text = expressions.map(scratch).join("\n");
  const [result] = await eslint.lintText(text, { filePath: "src/exact/entry.ts" });
  const fatal = result?.messages.find((message) => message.fatal === true);
  if (result === undefined || fatal !== undefined) throw new Error(fatal?.message ?? "not linted");
  const lines = new Set(result.messages.filter(({ ruleId }) => ruleId === RULE).map(({ line }) => line));
  return expressions.filter((_, index) => lines.has(index + 1));
}

/** The rule as it holds for a file; undefined where it doesn't. */
async function ruleFor(path: string): Promise<Linter.RuleEntry | undefined> {
  const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;
  return config.rules?.[RULE];
}

describe("the rule against silent defaults", () => {
  let refused: string[];

  beforeAll(async () => {
    refused = await refusedOf([...REFUSED, ...ADMITTED]);
  }, 120_000);

  it.each(REFUSED)("refuses %s", (expression) => {
    expect(refused).toContain(expression);
  });

  it.each(ADMITTED)("admits %s", (expression) => {
    expect(refused).not.toContain(expression);
  });

  it("holds in every room, and in the files beside them", async () => {
    const places = ["src", "properties"].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
        const path = `${folder}/${item.name}`;
        if (item.isDirectory()) return [`${path}/scratch.ts`];
        return item.name.endsWith(".ts") ? [path] : [];
      }),
    );
    expect(places.length).toBeGreaterThan(10);
    const [strict, usual] = [await ruleFor("src/exact/scratch.ts"), await ruleFor("src/claims/scratch.ts")];
    expect(strict).toEqual(expect.arrayContaining(usual as unknown[]));
    for (const place of places) expect([strict, usual], place).toContainEqual(await ruleFor(place));
    expect(usual).toBeDefined();
  });
});
