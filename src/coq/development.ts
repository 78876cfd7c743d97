import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../exact/inputError.js";
import { sentencesOf } from "./sentences.js";

/** A file of proofs. */
export interface Theory {
  /** Without its `.v`. */
  readonly name: string;
  readonly source: string;
  /** Theories of this development that it requires. */
  readonly requires: readonly string[];
}

/** The folder `proofs` as read: everything that a verdict depends on. */
export interface Development {
  readonly folder: string;
  /** In an order in which Coq can compile them; `Statements` first, `Audit` and `Queries` not among them. */
  readonly theories: readonly Theory[];
  readonly audit: string;
  /** `Queries.v`: what Coq is to compute for others to compare with; empty if there is none. */
  readonly queries: string;
  /** Files under `expected`, by name; empty where there is none. */
  readonly expected: Readonly<Record<string, string>>;
  /** Names the contents of all that was read. */
  readonly hash: string;
}

/** Theories that only native Coq checks: they compute more than the embedded one gets done. */
export const NATIVE_ONLY: readonly string[] = ["Thresholds"];

export const STATEMENTS = "Statements";
export const AUDIT = "Audit";
export const QUERIES = "Queries";

/**
 * Reads the files that `_CoqProject` lists, in its order.
 *
 * @throws InputError if a file can't be read, is missing, not listed, listed twice, or required before it is
 * compiled, or if `Statements.v` isn't the first.
 */
export function readDevelopment(folder: string): Development {
  const listed = listedFiles(folder);
  const present = readdirSync(folder).filter((name) => name.endsWith(".v"));
  const unlisted = present.filter((name) => !listed.includes(name));
  if (unlisted.length > 0) throw mismatch(folder, `${unlisted.join(", ")} not listed`);
  const names = listed
    .map((name) => name.replace(/\.v$/, ""))
    .filter((name) => name !== AUDIT && name !== QUERIES);
  // So that it rests on no other file, and none can lend it the meaning of a name.
  if (names[0] !== STATEMENTS) throw mismatch(folder, `${STATEMENTS}.v does not come first`);
  const theories = names.map((name) => theory(folder, name));
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

function listedFiles(folder: string): string[] {
  const path = join(folder, "_CoqProject");
  if (!existsSync(path))
    throw new InputError(
      `${folder} holds no _CoqProject`,
      "name the folder of proofs that comes with equiloss",
    );
  const files = textOf(path)
    .split(/\r?\n/)
    .filter((line) => /^\w+\.v$/.test(line));
  const repeated = files.find((name, index) => files.indexOf(name) < index);
  if (repeated !== undefined) throw mismatch(folder, `${repeated} is listed twice`);
  const absent = files.find((name) => name !== `${AUDIT}.v` && !existsSync(join(folder, name)));
  if (absent !== undefined) throw mismatch(folder, `there is no ${absent}`);
  return files;
}

function theory(folder: string, name: string): Theory {
  const source = textOf(join(folder, `${name}.v`));
  const requires = sentencesOf(source).flatMap(({ text }) => {
    const list = /^From Equiloss Require (?:Import |Export )?([\w ]+)\.$/.exec(text)?.[1];
    return list === undefined ? [] : list.split(" ");
  });
  return { name, source, requires: [...new Set(requires)] };
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

/** Without the mark that some editors put at the start, which Coq skips too; empty if there is no file. */
function textOf(path: string): string {
  try {
    const there = statSync(path);
    // It would be waited for, and no signal heard.
    if (!there.isFile() && !there.isDirectory())
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
