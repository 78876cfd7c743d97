import { resolve } from "node:path";
import { type FunctionDeclaration, Node, type Symbol, SyntaxKind } from "ts-morph";
import { type Finding, type Place, type Tree, findingAt } from "./guards/tree.js";

/** What an exported function, class or type may lack. */
export type InterfaceRule = "summary" | "example" | "throws";

/** An `@example` of a docstring: an expression, and what it equals. */
export interface Example {
  readonly name: string;
  readonly expression: string;
  readonly value: string;
}

/**
 * Types that the signatures of a file's exports name, and that neither the file nor one of the others
 * exports: a caller can't write them down. Names of packages, of the language and of type parameters don't
 * count.
 */
export function unexportedTypes(
  tree: Tree,
  path: string,
  others: readonly string[] = [],
): Finding<"unexported">[] {
  const known = new Set(
    [path, ...others].flatMap((file) => exported(tree, file).map(({ place }) => positionOf(place))),
  );
  const missing = new Map<string, Finding<"unexported">>();
  for (const { name: exporting, place } of exported(tree, path)) {
    for (const name of typeNamesIn(place)) {
      for (const named of declarationsOf(name.getSymbol())) {
        const position = positionOf(named);
        if (known.has(position) || missing.has(position) || !isOwn(tree, named)) continue;
        const message = `${name.getText()}, which ${exporting} names`;
        missing.set(position, findingAt(tree, named, "unexported", message));
      }
    }
  }
  return [...missing.values()];
}

function positionOf(place: Declaration): string {
  return `${place.getSourceFile().getFilePath()}:${place.getPos()}`;
}

function isOwn({ root }: Tree, place: Declaration): boolean {
  const path = place.getSourceFile().getFilePath();
  return path.startsWith(root) && !path.includes("/node_modules/");
}

/**
 * The names by which a declaration's types are given, `A` of `A<B>` as much as `B`, where a caller sees them.
 */
function typeNamesIn(place: Declaration): Node[] {
  return place.getDescendants().flatMap((node): Node[] => {
    const name = Node.isTypeReference(node)
      ? node.getTypeName()
      : Node.isExpressionWithTypeArguments(node)
        ? node.getExpression()
        : undefined;
    return name === undefined || node.getFirstAncestor(isInside) !== undefined ? [] : [name];
  });
}

/** The parts that no caller sees: bodies, initial values, and private members. */
function isInside(node: Node): boolean {
  if (Node.isBlock(node)) return true;
  if (Node.isModifierable(node) && node.hasModifier(SyntaxKind.PrivateKeyword)) return true;
  if (Node.isPropertyDeclaration(node) && node.getName().startsWith("#")) return true;
  return Node.isExpression(node) && !Node.isExpressionWithTypeArguments(node);
}

/** What a name stands for that has to be exported: type parameters stand for themselves, and texts do. */
function declarationsOf(symbol: Symbol | undefined): Node[] {
  const all = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations();
  return all === undefined
    ? []
    : all.filter((node) => !Node.isTypeParameterDeclaration(node) && !isOfTexts(node));
}

/** An alias of a few texts, which a caller writes as such. */
function isOfTexts(node: Node): boolean {
  if (!Node.isTypeAliasDeclaration(node)) return false;
  const type = node.getType();
  return type.isUnion() && type.getUnionTypes().every((text) => text.isStringLiteral());
}

/** The part of a declaration that the check reads. */
interface Declaration extends Place {
  getPos(): number;
  getDescendants(): Node[];
}

interface Exported {
  readonly name: string;
  readonly place: Declaration;
  /** Whether a `throw` stands in the body of a function; those in functions that it calls aren't seen. */
  readonly throwing: boolean;
  readonly summary: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/**
 * What the exports of a file lack: a summary, an example in the form that {@link examples} reads, or
 * `@throws`.
 */
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

/** The types of what examples may name beside the library; test/publicExamples.ts has the values. */
const NAMED = `
declare const theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork, network: MultiLayerNetwork;
declare const text: string, file: string, data: DataSet, activation: Activation;
declare const bytes: Uint8Array, found: FoundNetwork;
declare const fitted: DataSet;
declare const minimum: { network: TwoLayerNetwork; activation: Activation; data: DataSet; residuals: RationalVector[] };`;

/** What the compiler says of names that are not used, and of types imported among values. */
const UNUSED = [6133, 6192, 6196, 1484, 1485];

/**
 * What strict TypeScript says of expressions that are refused, each with its expression.
 *
 * @param paths the entry points that export what the expressions name.
 */
export function uncompiled(tree: Tree, paths: readonly string[], expressions: readonly string[]): string[] {
  const from = new Map(
    paths.flatMap((path) => exported(tree, path).map(({ name }) => [name, path] as const)),
  );
  const imports = [...from].map(([name, path]) => {
    const target = path.replace(/^src/, ".").replace(/ts$/, "js");
    return `import { ${name} } from ${JSON.stringify(target)};`;
  });
  const head = [...imports, ...NAMED.split("\n")];
  const lines = expressions.map((expression) => `void (async () => (${expression}));`);
  const source = tree.project.createSourceFile(
    resolve(tree.root, "src/examples.ts"),
    [...head, ...lines].join("\n"),
    { overwrite: true },
  );
  const refused = source.getPreEmitDiagnostics().filter((said) => !UNUSED.includes(said.getCode()));
  const told = refused.map((said) => {
    const text = said.getMessageText();
    const line = (said.getLineNumber() ?? 0) - 1;
    const expression = expressions[line - head.length] ?? head[line];
    return `${expression}: ${typeof text === "string" ? text : text.getMessageText()}`;
  });
  source.forget();
  return told;
}

function exported(tree: Tree, path: string): Exported[] {
  const source = tree.project.getSourceFileOrThrow(resolve(tree.root, path));
  return [...source.getExportedDeclarations()].flatMap(([name, all]) =>
    all.map((exportedOne) => {
      const declaration = behindGuard(exportedOne);
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

/** The function behind an export that is `guarded(function, kinds)`; any other declaration itself. */
export function behindGuard<Declared extends Node>(declaration: Declared): Declared | FunctionDeclaration {
  const call = declaration
    .asKind(SyntaxKind.VariableDeclaration)
    ?.getInitializerIfKind(SyntaxKind.CallExpression);
  if (call?.getExpression().getText() !== "guarded") return declaration;
  const symbol = call.getArguments()[0]?.getSymbolOrThrow();
  const [behind] = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
  return behind?.asKindOrThrow(SyntaxKind.FunctionDeclaration) ?? declaration;
}

/** `expression === value`, with a remark after `//` if need be, or `expression // value`. */
function exampleFrom(name: string, text: string): Example | undefined {
  const found = /^(.+?)(?: === (.+?)(?: \/\/ .*)?|\s+\/\/ (.+))$/.exec(text.trim().replace(/\n+ */g, " "));
  const [expression, value] = [found?.[1], found?.[2] ?? found?.[3]];
  return expression === undefined || value === undefined ? undefined : { name, expression, value };
}

/** The entry points of a package, by the text of its package.json: the source file behind each. */
export function entryPoints(packageText: string): { readonly name: string; readonly path: string }[] {
  const { name, exports } = JSON.parse(packageText) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  };
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === "string") return [];
    const { types, default: code } = target;
    const path = code.replace(/^\.\/dist\/(.*)\.js$/, "$1.ts");
    if (types !== `./dist/${path.replace(/\.ts$/, ".d.ts")}`) throw new RangeError(`${types} for ${code}`);
    return [{ name: `${name}${subpath.slice(1)}`, path }];
  });
}
