import { readdirSync } from "node:fs";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";

const RULE = "no-restricted-syntax";

/** Findings of the repository's lint rules in a text, if a file held it. */
const eslint = new ESLint();

async function silentDefaultsOf(expression: string): Promise<number> {
  const text = `export function scratch(list: readonly (bigint | undefined)[], zero: bigint): unknown {
  ${expression}
}
`;
  const [result] = await eslint.lintText(text, { filePath: "src/exact/entry.ts" });
  const fatal = result?.messages.find((message) => message.fatal === true);
  if (result === undefined || fatal !== undefined) throw new Error(fatal?.message ?? "not linted");
  return result.messages.filter(({ ruleId }) => ruleId === RULE).length;
}

/** The rule as it holds for a file; undefined where it doesn't. */
async function ruleFor(path: string): Promise<Linter.RuleEntry | undefined> {
  const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;
  return config.rules?.[RULE];
}

describe("the rule against silent defaults", () => {
  it.each([
    "return list[2] ?? 0n;",
    "return list[2] ?? 1n;",
    "return list.at(-1) ?? 0n;",
    "return [1].at(-1) ?? 0;",
    "return [1][7] ?? 1;",
    'return ["a"][7] ?? "";',
    "return [[1]][7] ?? [];",
    "return [{}][7] ?? {};",
    "return [[1]][7]?.length ?? 0;",
    "return list[2] ?? zero;",
    "return list.find((value) => value === 3n) ?? zero;",
    "return list[2] ?? 2n - 1n;",
    "return [1][7] ?? 2 * 3;",
    "return String(list?.[2]);",
    "return list[2]?.toString();",
    "return [[1]][7]?.at(0);",
    "return list[2] || 0n;",
    "let first = list[0]; first ??= 0n; return first;",
    "let first = list[0]; first ||= 0n; return first;",
    "const [first = 0n] = list; return first;",
    "const [, [second = 0] = []] = [[1], [2]]; return second;",
    "const other = list[1]; return list[2] ?? other;",
    "const other = list[1]; return list.at(2) ?? other;",
  ])("refuses %s", { timeout: 60_000 }, async (expression) => {
    expect(await silentDefaultsOf(expression)).toBeGreaterThan(0);
  });

  it.each([
    "return entry(list, 2);",
    "return list[2] ?? noEntry(list, 2);",
    "return list[2] ?? NaN;",
    "return list?.at(2);",
    "const f = (index: number): bigint | undefined => list?.[index]; return f(2);",
    "return new Map([[1, 2]]).get(3) ?? 0;",
    'const [, word] = /a(b)/.exec("ab") ?? []; return word;',
    "const of = (first = 0n): bigint => first; return of();",
  ])("admits %s", async (expression) => {
    expect(await silentDefaultsOf(expression)).toBe(0);
  });

  it("holds in every room, and in the files beside them", async () => {
    const places = readdirSync("src", { withFileTypes: true }).map((item) =>
      item.isDirectory() ? `src/${item.name}/scratch.ts` : `src/${item.name}`,
    );
    expect(places.length).toBeGreaterThan(10);
    const [strict, usual] = [await ruleFor("src/exact/scratch.ts"), await ruleFor("src/claims/scratch.ts")];
    expect(strict).toEqual(expect.arrayContaining(usual as unknown[]));
    for (const place of places) expect([strict, usual], place).toContainEqual(await ruleFor(place));
    expect(usual).toBeDefined();
  });
});
