import { resolve } from "node:path";
import { Node, SyntaxKind } from "ts-morph";
import { type Finding, type Place, type Tree, findingAt } from "./guards/tree.js";

/** What an exported function, class or type may lack. */
export type InterfaceRule = "summary" | "example" | "throws";

/** An `@example` as it stands in a docstring: an expression, and what it equals. */
export interface Example {
  readonly name: string;
  readonly expression: string;
  readonly value: string;
}

interface Exported {
  readonly name: string;
  readonly place: Place;
  /** Whether a `throw` stands in the body of a function; those of what it calls aren't seen. */
  readonly throwing: boolean;
  readonly summary: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/** What the exports of a file lack: a summary, an example of the form that {@link examples} reads, or `@throws`. */
export function undocumented(tree: Tree, path: string): Finding<InterfaceRule>[] {
  return exported(tree, path).flatMap(({ name, place, throwing, summary, tags }) => {
    const lacking: InterfaceRule[] = [];
    if (summary === "") lacking.push("summary");
    const given = tags.filter((tag) => tag.name === "example");
    if (given.length === 0 || given.some(({ text }) => exampleFrom(name, text) === undefined)) {
      lacking.push("example");
    }
    if (throwing && !tags.some((tag) => tag.name === "throws")) lacking.push("throws");
    return lacking.map((rule) => findingAt(tree, place, rule, name));
  });
}

/** The examples of a file's exports. */
export function examples(tree: Tree, path: string): Example[] {
  return exported(tree, path).flatMap(({ name, tags }) =>
    tags.flatMap((tag) => (tag.name === "example" ? (exampleFrom(name, tag.text) ?? []) : [])),
  );
}

function exported(tree: Tree, path: string): Exported[] {
  const source = tree.project.getSourceFileOrThrow(resolve(tree.root, path));
  return [...source.getExportedDeclarations()].flatMap(([name, all]) =>
    all.map((declaration) => {
      // The docstring of a constant stands before its statement.
      const statement = declaration.asKind(SyntaxKind.VariableDeclaration)?.getVariableStatement();
      const docs = statement?.getJsDocs() ?? (Node.isJSDocable(declaration) ? declaration.getJsDocs() : []);
      return {
        name,
        place: declaration,
        throwing:
          declaration.getKind() === SyntaxKind.FunctionDeclaration &&
          declaration.getDescendantsOfKind(SyntaxKind.ThrowStatement).length > 0,
        summary: docs.map((doc) => doc.getDescription().trim()).join(""),
        tags: docs.flatMap((doc) =>
          doc.getTags().map((tag) => ({
            name: tag.getTagName(),
            text: tag
              .getText()
              .replace(/^@\w+/, "")
              .replace(/\n\s*\*/g, "\n"),
          })),
        ),
      };
    }),
  );
}

/** `expression === value`, with a remark behind `//` if need be, or `expression // value`. */
function exampleFrom(name: string, text: string): Example | undefined {
  const found = /^(.+?)(?: === (.+?)(?: \/\/ .*)?|\s+\/\/ (.+))$/.exec(text.trim().replace(/\n+ */g, " "));
  const [expression, value] = [found?.[1], found?.[2] ?? found?.[3]];
  return expression === undefined || value === undefined ? undefined : { name, expression, value };
}
