import { posix } from "node:path";
import { Node, type SourceFile, SyntaxKind } from "ts-morph";
import { PACKAGES, ROOMS, type Room } from "./rooms.js";
import { type Finding, type Place, type Tree, filesIn, findingAt, pathOf } from "./tree.js";

export type ImportRule = "room" | "direction" | "list" | "package" | "machine" | "computed";

interface Reference {
  readonly place: Place;
  /** Undefined if it isn't a literal, since then only a run shows where it points. */
  readonly specifier: string | undefined;
}

/**
 * Imports that point upwards or sideways, between rooms or folders, and packages outside the rooms they
 * belong to.
 */
export function importDirections(tree: Tree): Finding<ImportRule>[] {
  return filesIn(tree, ["src", "properties"]).flatMap((source) => {
    const path = pathOf(tree, source);
    const name = roomOf(path);
    const room = ROOMS[name];
    if (room === undefined) return [findingAt(tree, source, "room", `${name} is not on the list of rooms`)];
    return references(source).flatMap((reference) => {
      const objection = objectionTo(reference, path, name, room);
      return objection === undefined ? [] : [findingAt(tree, reference.place, ...objection)];
    });
  });
}

/**
 * `src/exact/numbers/rational.ts` is in exact, `properties/def-3.1.ts` in properties, `src/index.ts` in
 * index.
 */
function roomOf(path: string): string {
  const [top = "", room = ""] = path.split("/");
  return top === "src" ? room.replace(/\.[jt]s$/, "") : top;
}

function objectionTo(
  { specifier }: Reference,
  path: string,
  name: string,
  room: Room,
): [ImportRule, string] | undefined {
  if (specifier === undefined) return ["computed", "imports what only a run can tell"];
  if (specifier.startsWith("node:")) {
    return room.node === true ? undefined : ["machine", `${name} imports ${specifier}`];
  }
  if (!specifier.startsWith(".")) {
    const rooms = PACKAGES[packageName(specifier)];
    return rooms?.includes(name) === true ? undefined : ["package", `${name} imports ${specifier}`];
  }
  const imported = posix.join(posix.dirname(path), specifier);
  const target = roomOf(imported);
  const objection = objectionToList(path, imported);
  if (objection !== undefined || isList(path)) return objection;
  if (target === name) return objectionWithin(room, path, imported);
  return room.imports.includes(target) ? undefined : ["direction", `${name} imports ${target}`];
}

/** Whether a path is a room's list of public names, such as `src/exact/index.ts`. */
function isList(path: string): boolean {
  return /^src\/\w+\/index\.[jt]s$/.test(path);
}

/**
 * A room's list takes from all of its own room, and from no other; the list of all rooms takes from such
 * lists alone. No other file goes by way of a list: it would then depend on the whole room.
 */
function objectionToList(path: string, imported: string): [ImportRule, string] | undefined {
  const [name, target] = [roomOf(path), roomOf(imported)];
  if (name === "index") {
    return isList(imported)
      ? undefined
      : ["list", `index imports ${imported}, which is not the list of a room`];
  }
  if (isList(imported)) return ["list", `${name} imports the list of ${target}: name the file itself`];
  if (!isList(path) || target === name) return undefined;
  return ["list", `the list of ${name} exports from ${target}`];
}

/** The objection to an import between folders of one room. */
function objectionWithin(
  { folders }: Room,
  path: string,
  imported: string,
): [ImportRule, string] | undefined {
  if (folders === undefined) return undefined;
  const [folder, target] = [folderOf(path), folderOf(imported)];
  const allowed = folders[folder];
  if (allowed === undefined) return ["room", `${folder} is not on the list of folders`];
  if (target === folder || allowed.includes(target)) return undefined;
  return ["direction", `${folder} imports ${target}`];
}

/** `src/exact/numbers/rational.ts` is in numbers, `src/exact/inputError.ts` in ".". */
function folderOf(path: string): string {
  return path.split("/").slice(2, -1)[0] ?? ".";
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

const LOADING = [
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.ImportType,
  SyntaxKind.ExternalModuleReference,
  SyntaxKind.CallExpression,
] as const;

/** Everything that pulls in another module, however it is written. */
function references(source: SourceFile): Reference[] {
  // By kind: all nodes would be a hundred times as many. The linter can't follow the mixins of their classes.
  const nodes = LOADING.flatMap((kind) => source.getDescendantsOfKind(kind) as unknown as Node[]);
  nodes.sort((left, right) => left.getPos() - right.getPos());
  return nodes.flatMap((node) => declared(node) ?? called(node) ?? []);
}

function declared(node: Node): Reference | undefined {
  if (Node.isImportDeclaration(node)) {
    return { place: node, specifier: node.getModuleSpecifierValue() };
  }
  if (Node.isExportDeclaration(node) && node.hasModuleSpecifier()) {
    return { place: node, specifier: node.getModuleSpecifierValue() };
  }
  if (Node.isImportTypeNode(node)) {
    return { place: node, specifier: literalText(node.getArgument()) };
  }
  if (Node.isExternalModuleReference(node)) {
    return { place: node, specifier: literalText(node.getExpression()) };
  }
  return undefined;
}

function called(node: Node): Reference | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  const loads =
    callee.getKind() === SyntaxKind.ImportKeyword || /(^|\.)require(\.resolve)?$/.test(callee.getText());
  return loads ? { place: node, specifier: literalText(node.getArguments()[0]) } : undefined;
}

/** The text between quotes, if it is a plain path; an escape in it hides as much as a substitution. */
function literalText(node: { getText(): string } | undefined): string | undefined {
  return /^(["'`])([\w@./:-]+)\1$/.exec(node?.getText() ?? "")?.[2];
}
