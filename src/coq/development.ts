import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../exact/inputError.js";
import { LIBRARIES } from "./libraries.js";
import { type Theory, moduleOf, requiredBy } from "./theory.js";

/** The contents of a folder of proofs: everything that a verdict depends on. */
export interface Development {
  readonly folder: string;
  /** The theories in an order of compilation: `Statements` first, without `Audit` and `Queries`. */
  readonly theories: readonly Theory[];
  readonly audit: string;
  /** `Queries.v`: what Coq computes for other programs to compare with; empty if there is none. */
  readonly queries: string;
  /** Texts of the files under `expected`, by name. */
  readonly expected: Readonly<Record<string, string>>;
  /** A hash of all that was read. */
  readonly hash: string;
}

/** Theories that only native Coq checks, as their computations are too long for the embedded one. */
export const NATIVE_ONLY: readonly string[] = ["Asymptotics/Thresholds"];

export const STATEMENTS = "Statements";
const AUDIT = "Audit";
export const QUERIES = "Queries";

/**
 * Reads the files that `_CoqProject` lists, in its order: theories at the top and in folders.
 *
 * @throws InputError if a file can't be read, is missing, not listed or a link, is listed twice or has the
 *   name of another theory, or is required before it is compiled, or if `Statements.v` isn't the first.
 */
export function readDevelopment(folder: string): Development {
  const listed = listedFiles(folder);
  const present = filesOfProofs(folder);
  const absent = listed.find((path) => path !== `${AUDIT}.v` && !existsSync(join(folder, path)));
  if (absent !== undefined) throw mismatch(folder, `there is no ${absent}`);
  const unlisted = present.filter((path) => !listed.includes(path));
  if (unlisted.length > 0) throw mismatch(folder, `${unlisted.join(", ")} not listed`);
  const names = listed
    .map((path) => path.replace(/\.v$/, ""))
    .filter((name) => name !== AUDIT && name !== QUERIES);
  // So it rests on no other file, and no other file can change the meaning of its names.
  if (names[0] !== STATEMENTS) throw mismatch(folder, `${STATEMENTS}.v does not come first`);
  const theories = names.map((name): Theory => {
    const source = textOf(join(folder, `${name}.v`));
    return { name, source, requires: requiredBy(source) };
  });
  theories.forEach(({ name, requires }, index) => {
    const late = requires.find((required) => !names.slice(0, index).includes(required));
    if (late !== undefined)
      throw mismatch(folder, `${name}.v requires ${late}, which is not listed before it`);
  });
  const audit = textOf(join(folder, `${AUDIT}.v`));
  const queries = textOf(join(folder, `${QUERIES}.v`));
  const expected = expectedFiles(folder);
  const contents = [
    ...theories.map(({ name, source }) => [name, source]),
    [AUDIT, audit],
    [QUERIES, queries],
    ...Object.entries(expected),
  ];
  const hash = createHash("sha256").update(JSON.stringify(contents)).digest("hex");
  return { folder, theories, audit, queries, expected, hash };
}

/** The paths in `_CoqProject`; every other line is an option or a comment. */
function listedFiles(folder: string): string[] {
  const project = join(folder, "_CoqProject");
  if (!existsSync(project))
    throw new InputError(
      `${folder} holds no _CoqProject`,
      "name the folder of proofs that comes with equiloss",
    );
  const files = textOf(project)
    .split(/\r?\n/)
    .filter((line) => !/^(?:[-#].*|\s*)$/.test(line));
  const other = files.find((path) => !/^(?:\w+\/)?\w+\.v$/.test(path));
  if (other !== undefined) throw mismatch(folder, `${other} is not of the form Name.v or Folder/Name.v`);
  const repeated = files.find((path, index) => files.indexOf(path) < index);
  if (repeated !== undefined) throw mismatch(folder, `${repeated} is listed twice`);
  const ambiguous = ambiguousName(files);
  if (ambiguous !== undefined) throw mismatch(folder, ambiguous);
  return files;
}

/** A second meaning of a theory's name, in words, if there is one. Coq uses the last part of the name. */
function ambiguousName(files: readonly string[]): string | undefined {
  const names = files.map((path) => path.replace(/\.v$/, ""));
  const folders = names.filter((name) => name.includes("/")).map((name) => name.slice(0, name.indexOf("/")));
  for (const [index, name] of names.entries()) {
    const module = moduleOf(name);
    if (name !== module && [STATEMENTS, AUDIT, QUERIES].includes(module))
      return `${name}.v has the name of a file that belongs at the top`;
    const other = names.slice(0, index).find((earlier) => moduleOf(earlier) === module);
    if (other !== undefined) return `${other}.v and ${name}.v have the same name`;
    if (LIBRARIES.includes(module)) return `${name}.v has the name of one of Coq's libraries`;
    if (folders.includes(name)) return `${name}.v has the name of a folder`;
  }
  return undefined;
}

/**
 * The files of proofs in a folder and all folders below it, listed or not.
 *
 * @throws InputError if there is a link, which could lead elsewhere, or in circles.
 */
function filesOfProofs(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (entry.isSymbolicLink())
      throw new InputError(`${join(folder, path)} is a link`, "replace it by what it leads to");
    if (entry.isDirectory()) return filesOfProofs(folder, `${path}/`);
    return path.endsWith(".v") ? [path] : [];
  });
}

function expectedFiles(folder: string): Record<string, string> {
  const path = join(folder, "expected");
  if (!existsSync(path)) return {};
  return Object.fromEntries(
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
      .map((name) => [name, textOf(join(path, name))]),
  );
}

const READABLE = "make it a readable file";

/** The text of a file, empty if there is none. It omits a byte order mark at the start, as Coq does. */
function textOf(path: string): string {
  try {
    const stats = statSync(path);
    // Reading a pipe or device would block the program, even for signals.
    if (!stats.isFile() && !stats.isDirectory())
      throw new InputError(`${path} is a pipe or a device`, READABLE);
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "";
    throw new InputError(`can't read ${path} (${code ?? "for no known reason"})`, READABLE);
  }
}

function mismatch(folder: string, problem: string): InputError {
  return new InputError(
    `the files in ${folder} and its _CoqProject don't match: ${problem}`,
    "list every .v file once, in the order of dependence",
  );
}
