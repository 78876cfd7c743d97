import { describe, expect, it } from "vitest";
import { repositoryTree } from "./guards/tree.js";
import { ENTRIES, valueOf } from "./publicExamples.js";
import { uncompiled } from "./publicInterface.js";
import { textOf } from "./shownCommands.js";

/** The blocks of TypeScript of a page: names imported, constants, and lines with the value they show. */
interface Block {
  readonly imported: readonly { readonly name: string; readonly from: string }[];
  readonly shown: readonly {
    readonly expression: string;
    readonly constants: string;
    readonly value: string;
  }[];
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => {
    const imports = [...code.matchAll(/^import \{ (.*) \} from "(.*)";$/gm)];
    const lines = code.replace(/^import .*$/gm, "").split(/;(?: \/\/ .*)?\n/);
    const remarks = [...code.replace(/^import .*$/gm, "").matchAll(/;(?: \/\/ (.*))?\n/g)];
    const constants: string[] = [];
    const shown = lines.flatMap((line, place) => {
      const statement = line.replace(/^\/\/ .*$/gm, "").trim();
      if (statement === "") return [];
      if (statement.startsWith("const ")) {
        constants.push(`${statement};`);
        return [];
      }
      const remark = remarks[place]?.[1] ?? "";
      return [{ expression: statement, constants: constants.join(" "), value: remark }];
    });
    const imported = imports.flatMap(([, names = "", from = ""]) =>
      names.split(", ").map((name) => ({ name, from })),
    );
    return { imported, shown };
  });
}

/** A line after the constants above it, as one expression. */
const whole = (constants: string, expression: string): string =>
  `await (async () => { ${constants} return ${expression}; })()`;

/** What a line's value is as the page writes it. */
async function told(constants: string, expression: string): Promise<string> {
  const value = await valueOf(whole(constants, expression));
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

/** The value behind a remark's words, such as "T(r, m): 450". */
const valueIn = (remark: string): string => remark.replace(/^[^{["]*?: (?=\S+$|[{["])/, "");

const tree = repositoryTree("src", "properties");

describe.each(["README.md", "docs/library.md"])("the TypeScript of %s", (page) => {
  const blocks = blocksOf(textOf(page));
  const lines = blocks.flatMap(({ shown }) => shown);

  it("is found", () => {
    expect(lines.length).toBeGreaterThanOrEqual(page === "README.md" ? 1 : 15);
  });

  it.each(lines)("shows the value of $expression", async ({ constants, expression, value }) => {
    expect(await told(constants, expression)).toBe(valueIn(value));
  });

  it("is accepted by the compiler", () => {
    const paths = ENTRIES.map((entry) => entry.path);
    const expressions = lines.map(({ constants, expression }) => whole(constants, expression));
    expect(uncompiled(tree, paths, expressions)).toEqual([]);
  });

  it("imports what is there", () => {
    for (const { name, from } of blocks.flatMap(({ imported }) => imported)) {
      const path = ENTRIES.find((entry) => entry.name === from)?.path ?? "none";
      const exported = tree.project.getSourceFileOrThrow(path).getExportedDeclarations();
      expect([name, exported.has(name)]).toEqual([name, true]);
    }
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
