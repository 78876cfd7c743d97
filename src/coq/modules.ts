import { REQUIRES_LIBRARIES } from "./libraries.js";
import { sentencesOf } from "./sentences.js";
import { type Theory, moduleOf } from "./theory.js";

/** A sentence that requires theories, as it stands in a text, with the names of their modules. */
const REQUIRES = /\bFrom\s+Equiloss(?:\.\w+)?\s+Require\s+(Import\s+)?(\w[\w\s]*)\.(?=\s|$)/g;

/**
 * A text that uses theories where these are modules that Coq has read: it imports them instead of requiring
 * them. Its lines stay where they are.
 *
 * @param path what Coq is to find a module by.
 * @example
 * ```ts
 * importing("From Equiloss.Counting Require Import Counts.", (module) => `Equiloss.Batch.${module}`)
 * // "Import Equiloss.Batch.Counts."
 * ```
 */
export function importing(source: string, path: (module: string) => string): string {
  return source.replace(REQUIRES, (text: string, imported: string | undefined, names: string) => {
    const paths = names.trim().split(/\s+/).map(path);
    const lines = text.replace(/[^\n]/g, "");
    return imported === undefined ? lines : `Import ${paths.join(" ")}.${lines}`;
  });
}

/** A theory as a module, whose second line is the theory's first. */
export function asModule(
  { name, source }: Pick<Theory, "name" | "source">,
  path: (module: string) => string,
): string {
  const module = moduleOf(name);
  return `Module ${module}.\n${importing(source, path)}\nEnd ${module}.\n`;
}

/** Sentences that load the libraries that texts require, and import none, each once. */
export function loadingLibraries(sources: readonly string[]): string[] {
  const sentences = sources.flatMap((source) =>
    sentencesOf(source).flatMap(({ text }) =>
      REQUIRES_LIBRARIES.test(text) ? [text.replace(/ Require (?:Import|Export) /, " Require ")] : [],
    ),
  );
  return [...new Set(sentences)];
}
