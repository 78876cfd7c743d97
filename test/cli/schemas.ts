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
  "judged-ends": "What `equiloss ends --json` prints.",
  "path-change": "Each line that `equiloss path --changes` prints.",
  "shard-merge": "What `equiloss shard merge --json` prints.",
  "shard-plan": "What `equiloss shard plan --json` prints.",
  "shard-run": "What `equiloss shard run --json` prints.",
  verification: "What `equiloss verify --json` prints, and `--reporter json` writes.",
};

/** Members whose numbers are floats; all other numbers are integers. */
const FLOATS = new Set(
  "at below error bound caught missed roundoff seconds sigmoid softplus tanh".split(" "),
);

/** Members that are integers in decimal digits, and those that are rationals in lowest terms. */
const INTEGERS =
  "T G criticalWithSilent stirling2 beta betti torsion eulerCharacteristic subspaces edges components degrees " +
  "visited expected accepted cases distinct fixedPoint Counts";
const RATIONALS =
  "WeightTexts scales biases incoming outgoing loss gradientNorm gradientNormSquared radius threshold epsilon " +
  "ratios sum spread outgoingSum tolerance outgoingTolerance nearest distance distanceSquared " +
  "largestDifference within bound lower upper inA inB difference others leastDistance input largestChange " +
  "leastLoss mostLoss change shares";

/** The patterns of texts that are numbers, by the names of their members. */
export const PATTERNS: ReadonlyMap<string, string> = new Map([
  ...INTEGERS.split(" ").map((name) => [name, "^(0|-?[1-9][0-9]*)$"] as const),
  ...RATIONALS.split(" ").map((name) => [name, "^(0|-?[1-9][0-9]*(/([2-9]|[1-9][0-9]+))?)$"] as const),
]);

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
          ...(withNumbers(node, name) as Node),
          ...(needed.size === 0 ? {} : { definitions: membersWithNumbers(Object.fromEntries(needed)) }),
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

/** The node with the kind of each number, which TypeScript's types don't tell. */
function withNumbers(node: unknown, member: string): unknown {
  if (Array.isArray(node)) return node.map((part: unknown) => withNumbers(part, member));
  if (typeof node !== "object" || node === null) return node;
  const parts = Object.entries(node).map(([key, part]: [string, unknown]) => {
    if (key === "type") return [key, FLOATS.has(member) ? part : integral(part)];
    const isNamed = key === "properties" || key === "definitions";
    return [key, isNamed ? membersWithNumbers(part as object) : withNumbers(part, member)];
  });
  const pattern = PATTERNS.get(member);
  const isText = [(node as Node).type].flat().includes("string");
  return {
    ...(Object.fromEntries(parts) as object),
    ...(isText && pattern !== undefined ? { pattern } : {}),
  };
}

const membersWithNumbers = (members: object): Readonly<Record<string, Definition>> =>
  Object.fromEntries(
    Object.entries(members).map(([name, part]) => [name, withNumbers(part, name) as Definition]),
  );

/** A type, or a list of types, with "integer" for "number". */
const integral = (type: unknown): unknown =>
  Array.isArray(type) ? type.map(integral) : type === "number" ? "integer" : type;

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
