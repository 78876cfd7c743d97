/** Pages that show TypeScript. */
export const LIBRARY_PAGES = ["README.md", "docs/library.md"] as const;

/** The blocks of TypeScript of a page: names imported, constants, and lines with the value they show. */
export interface Block {
  readonly imported: readonly { readonly name: string; readonly from: string }[];
  readonly shown: readonly {
    readonly expression: string;
    readonly constants: string;
    readonly value: string;
  }[];
}

/** The blocks of a page, in order. */
export function blocksOf(text: string): Block[] {
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
export const whole = (constants: string, expression: string): string =>
  `await (async () => { ${constants} return ${expression}; })()`;
