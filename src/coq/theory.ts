import { sentencesOf } from "./sentences.js";

/** A file of proofs. */
export interface Theory {
  /** The file's path below `proofs`, without `.v`: `Counting/Counts`, or `Statements` at the top. */
  readonly name: string;
  readonly source: string;
  /** Names of the theories of this development that it requires. */
  readonly requires: readonly string[];
}

/** A theory's name in texts that require it, such as `Counts`. These names are distinct. */
export const moduleOf = (theory: string): string => theory.slice(theory.lastIndexOf("/") + 1);

/** The name that Coq keeps in the compiled file: `Equiloss.Counting.Counts`. */
export const libraryOf = (theory: string): string => `Equiloss.${theory.replace("/", ".")}`;

/** The command that loads a theory: `From Equiloss.Counting Require Counts.` */
export function requiring(theory: string): string {
  const library = libraryOf(theory);
  return `From ${library.slice(0, library.lastIndexOf("."))} Require ${moduleOf(theory)}.`;
}

/** A sentence that requires theories of this development: their folder, if any, and their modules. */
export const REQUIRES_THEORIES = /^From Equiloss(?:\.(\w+))? Require (?:Import |Export )?([\w ]+)\.$/;

/**
 * The theories of this development that a text requires, each once.
 *
 * @example
 * ```ts
 * requiredBy("From Equiloss.Counting Require Import Counts Surjections.")
 * // ["Counting/Counts", "Counting/Surjections"]
 * ```
 */
export function requiredBy(source: string): string[] {
  const names = sentencesOf(source).flatMap(({ text }) => {
    const [, folder, modules] = REQUIRES_THEORIES.exec(text) ?? [];
    if (modules === undefined) return [];
    return modules.split(" ").map((module) => (folder === undefined ? module : `${folder}/${module}`));
  });
  return [...new Set(names)];
}
