import { posix } from "node:path";
import { Node, type ObjectLiteralExpression } from "ts-morph";
import { type Written, propertiesHeldBy, written } from "./propertyCalls.js";
import { type Place, type Tree, filesIn, pathOf } from "./tree.js";

/** A claim as its module writes it down. */
export interface WrittenClaim {
  readonly place: Place;
  readonly file: string;
  readonly id: string | undefined;
  readonly hasEvidence: boolean;
  readonly properties: readonly Written[];
  readonly tests: readonly Written[];
  /** Theorems of `proofs/`; many claims have none. */
  readonly theorems: readonly Written[];
}

/** Every object literal in `src/claims` with an id and citations, which is what makes one a claim. */
export function writtenClaims(tree: Tree): WrittenClaim[] {
  return filesIn(tree, ["src/claims"]).flatMap((source) =>
    source.forEachDescendantAsArray().flatMap((node) => {
      if (!Node.isObjectLiteralExpression(node)) return [];
      const id = valueOf(node, "id");
      const cites = valueOf(node, "cites");
      if (id === undefined || cites === undefined) return [];
      return [
        {
          place: node,
          file: pathOf(tree, source),
          id: written(id).text,
          hasEvidence: valueOf(node, "evidence")?.getText() !== "[]",
          properties: citedIn(tree, cites, "properties"),
          tests: citedIn(tree, cites, "tests"),
          theorems: cites.getText().includes("theorems") ? citedIn(tree, cites, "theorems") : [],
        },
      ];
    }),
  );
}

function citedIn(tree: Tree, cites: Node, list: string): Written[] {
  const value = Node.isObjectLiteralExpression(cites) ? valueOf(cites, list) : undefined;
  return value === undefined ? [{ place: cites, text: undefined }] : elements(tree, value);
}

/** Strings in a list; `xs.map((x) => x.name)` stands for the properties in `xs`, imported from their module. */
function elements(tree: Tree, list: Node): Written[] {
  if (Node.isArrayLiteralExpression(list)) {
    return list
      .getElements()
      .flatMap((element) =>
        Node.isSpreadElement(element) ? elements(tree, element.getExpression()) : [written(element)],
      );
  }
  const variable = /^(\w+)\.map\(\((\w+)\) => \2\.name\)$/.exec(list.getText())?.[1];
  const held = variable === undefined ? [] : importedProperties(tree, list, variable);
  return held.length === 0 ? [{ place: list, text: undefined }] : held;
}

/** Placed where they are cited. */
function importedProperties(tree: Tree, list: Node, variable: string): Written[] {
  for (const declaration of list.getSourceFile().getImportDeclarations()) {
    const named = declaration
      .getNamedImports()
      .find((specifier) => (specifier.getAliasNode()?.getText() ?? specifier.getName()) === variable);
    const path = posix.join(list.getSourceFile().getDirectoryPath(), declaration.getModuleSpecifierValue());
    const source = tree.project.getSourceFile(path.replace(/\.js$/, ".ts"));
    if (named === undefined || source === undefined) continue;
    return propertiesHeldBy(source, named.getName()).map(({ text }) => ({ place: list, text }));
  }
  return [];
}

function valueOf(object: ObjectLiteralExpression, key: string): Node | undefined {
  return object
    .forEachChildAsArray()
    .filter((child) => Node.isPropertyAssignment(child))
    .find((assignment) => assignment.getName() === key)
    ?.getInitializer();
}
