import { Node, type SourceFile } from "ts-morph";
import { type Place, type Tree, filesIn } from "./tree.js";

/** A text in the source, or undefined where it isn't written out. */
export interface Written {
  readonly place: Place;
  readonly text: string | undefined;
}

/** The names in the calls `property("<name>", …)` below `properties`. */
export function propertyCalls(tree: Tree): Written[] {
  return filesIn(tree, ["properties"]).flatMap((source) =>
    source.forEachDescendantAsArray().flatMap(propertyName),
  );
}

/**
 * The names of the properties that a variable of a module holds, whether they are made in its initializer or
 * in other variables that it mentions.
 */
export function propertiesHeldBy(source: SourceFile, variable: string): Written[] {
  const visited = new Set<string>();
  const held = (name: string): Written[] => {
    const declaration = source.getVariableDeclaration(name);
    if (declaration === undefined || visited.has(name)) return [];
    visited.add(name);
    return declaration
      .forEachDescendantAsArray()
      .flatMap((node) => (Node.isIdentifier(node) ? held(node.getText()) : propertyName(node)));
  };
  return held(variable);
}

/** The text of a string literal. */
export function written(node: { getText(): string } & Place): Written {
  return { place: node, text: /^"([^"\\]*)"$/.exec(node.getText())?.[1] };
}

function propertyName(node: Node): Written[] {
  if (!Node.isCallExpression(node) || node.getExpression().getText() !== "property") return [];
  const name = node.getArguments()[0];
  return [name === undefined ? { place: node, text: undefined } : written(name)];
}
