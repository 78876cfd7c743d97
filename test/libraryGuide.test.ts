import { describe, expect, it } from "vitest";
import { LIBRARY_PAGES, blocksOf, whole } from "./libraryPages.js";
import { valueOf } from "./publicExamples.js";
import { textOf } from "./shownCommands.js";

/** What a line's value is as the page writes it. */
async function told(constants: string, expression: string): Promise<string> {
  const value = await valueOf(whole(constants, expression));
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

/** The value behind a remark's words, such as "T(r, m): 450". */
const valueIn = (remark: string): string => remark.replace(/^[^{["]*?: (?=\S+$|[{["])/, "");

// test/publicInterface.test.ts has the compiler read them, beside its own examples.
describe.each(LIBRARY_PAGES)("the TypeScript of %s", (page) => {
  const lines = blocksOf(textOf(page)).flatMap(({ shown }) => shown);

  it("is found", () => {
    expect(lines.length).toBeGreaterThanOrEqual(page === "README.md" ? 1 : 15);
  });

  it.each(lines)("shows the value of $expression", async ({ constants, expression, value }) => {
    expect(await told(constants, expression)).toBe(valueIn(value));
  });
});

it("would be caught with another value", async () => {
  const [block] = blocksOf("```ts\nconst m = 5;\n// Of 3 units.\nsurjections(3, m); // G: 151\n```\n");
  expect(block?.shown).toEqual([
    { expression: "surjections(3, m)", constants: "const m = 5;", value: "G: 151" },
  ]);
  expect(valueIn("G: 151")).toBe("151");
  expect(await told("const m = 5;", "surjections(3, m)")).toBe("150");
});
