import { join } from "node:path";
import { format } from "prettier";
import { type Definition, type Schema, createGenerator } from "ts-json-schema-generator";
import { ROOT } from "../runEquiloss.js";

/** A schema of TypeScript's, with the places that refer to definitions. */
type Node = Definition & { readonly properties?: Readonly<Record<string, Definition>> };

/**
 * What each output is, for the schema's description; the others are what the command of their name
 * prints.
 */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  claims: "What `equiloss verify --list --json` prints.",
  error: "What any command prints under --json if it ends with an error.",
  "path-change": "Each line that `equiloss path --changes` prints.",
  verification: "What `equiloss verify --json` prints, and `--reporter json` writes.",
};

/**
 * The schemas of all that is printed as JSON, by name: made from the types of
 * src/cli/commands/outputs.ts.
 */
export function generatedSchemas(): ReadonlyMap<string, Schema> {
  const { definitions = {}, properties = {} } = createGenerator({
    path: join(ROOT, "src/cli/commands/outputs.ts"),
    tsconfig: join(ROOT, "tsconfig.json"),
    type: "Formats",
    topRef: false,
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema("Formats");
  return new Map(
    Object.entries(properties).map(([name, property]) => {
      const node = formatFirst(property as Node);
      const needed = definitionsOf(node, definitions as Readonly<Record<string, Node>>);
      return [
        name,
        {
          $schema: "http://json-schema.org/draft-07/schema#",
          title: `equiloss-${name}/1`,
          description: DESCRIPTIONS[name] ?? `What \`equiloss ${name} --json\` prints.`,
          ...node,
          ...(needed.size === 0 ? {} : { definitions: Object.fromEntries(needed) }),
        },
      ];
    }),
  );
}

/** The text of a schema's file. */
export function schemaText(schema: Schema): Promise<string> {
  return format(JSON.stringify(schema), { parser: "json", printWidth: 110 });
}

/** The node with the format as the first of its members, as it is printed. */
function formatFirst(node: Node): Node {
  if (node.anyOf !== undefined)
    return { ...node, anyOf: node.anyOf.map((part) => formatFirst(part as Node)) };
  const { format: tag, ...others } = node.properties as Record<string, Definition>;
  return { ...node, properties: { format: tag, ...others } } as Node;
}

/** The definitions that a node refers to, and those that these refer to. */
function definitionsOf(
  node: Node,
  definitions: Readonly<Record<string, Node>>,
  found = new Map<string, Node>(),
): ReadonlyMap<string, Node> {
  for (const [, name = ""] of JSON.stringify(node).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    const definition = definitions[name];
    if (definition === undefined) throw new Error(`no definition of ${name}`);
    if (found.has(name)) continue;
    found.set(name, definition);
    definitionsOf(definition, definitions, found);
  }
  return found;
}
