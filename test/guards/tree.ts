import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, type SourceFile, ts } from "ts-morph";

/**
 * The part of a syntax node that a finding needs. ts-morph's classes come from mixins, which the linter can't
 * follow.
 */
export interface Place {
  getSourceFile(): SourceFile;
  getStartLineNumber(): number;
}

/** Source files under one root; a room is a directory given relative to it. */
export interface Tree {
  readonly root: string;
  readonly project: Project;
}

/** Something that a guard objects to. */
export interface Finding<Rule extends string = string> {
  /** Relative to the root of the tree. */
  readonly file: string;
  readonly line: number;
  readonly rule: Rule;
  readonly message: string;
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * ts-morph doesn't notice that a package consists of ES modules. Under NodeNext it would read the
 * declarations that fraction.js has for CommonJS, in which `import Fraction` has no type, and no rule on
 * fractions would find anything.
 */
const RESOLUTION = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** The tree that this file is in, with the given directories only. */
export function repositoryTree(...directories: readonly string[]): Tree {
  const project = new Project({
    tsConfigFilePath: resolve(ROOT, "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
    compilerOptions: RESOLUTION,
  });
  project.addSourceFilesAtPaths(directories.map((directory) => `${ROOT}/${directory}/**/*.ts`));
  return { root: ROOT, project };
}

/** A tree in memory only, in which tests plant what a guard has to find. */
export function plantedTree(texts: Readonly<Record<string, string>>): Tree {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      strict: true,
      ...RESOLUTION,
    },
  });
  const files = project.getFileSystem();
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith(".ts") && !path.startsWith("node_modules/")) project.createSourceFile(`/${path}`, text);
    files.writeFileSync(`/${path}`, text);
  }
  return { root: "/", project };
}

/** The source files below the given directories, in the order of their paths. */
export function filesIn(tree: Tree, rooms: readonly string[]): SourceFile[] {
  return tree.project
    .getSourceFiles()
    .filter((source) => rooms.some((room) => pathOf(tree, source).startsWith(`${room}/`)))
    .sort((a, b) => (a.getFilePath() < b.getFilePath() ? -1 : 1));
}

/** Path relative to the root, with slashes. */
export function pathOf(tree: Tree, source: SourceFile): string {
  return relative(tree.root, source.getFilePath()).replaceAll("\\", "/");
}

/** A finding at a place. */
export function findingAt<Rule extends string>(
  tree: Tree,
  place: Place,
  rule: Rule,
  message: string,
): Finding<Rule> {
  return { file: pathOf(tree, place.getSourceFile()), line: place.getStartLineNumber(), rule, message };
}

/** One line for each finding, so that a failing test says all that is known. */
export function printed(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, rule, message }) => `${file}:${line}: ${rule}: ${message}`);
}
