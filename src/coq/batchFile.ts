import { asModule, importing, loadingLibraries } from "./modules.js";
import { type Theory, moduleOf } from "./theory.js";

/** A file by which Coq compiles several theories at once: each is a module of it. */
export interface BatchFile {
  readonly text: string;
  /** A message of Coq about this file, with the places in the theories instead. */
  readonly inTheories: (message: string) => string;
}

/**
 * Writes theories as one file.
 *
 * @param library the name of the file without `.v`, which Coq knows as `Equiloss.<library>`.
 * @param theories each after those that it requires.
 * @param homes the libraries that have the theories compiled before, by these theories' modules.
 */
export function batchFile(
  library: string,
  theories: readonly Theory[],
  homes: ReadonlyMap<string, string>,
): BatchFile {
  const all = new Map([...homes, ...theories.map(({ name }) => [moduleOf(name), library] as const)]);
  const libraries = loadingLibraries(theories.map(({ source }) => source));
  let text = `${[...libraries, ...loading(homes)].join(" ")}\n`;
  const starts = theories.map((theory) => {
    const start = linesIn(text) + 1;
    text += asModule(theory, pathIn(all));
    return { theory, start };
  });
  const place = (line: number): string => {
    const found = starts.findLast(({ start }) => start < line);
    return found === undefined ? `"./${library}.v", line ${line}` : placeIn(found.theory, line - found.start);
  };
  const coqs = new RegExp(`"\\./${library}\\.v", line (\\d+)`, "g");
  return { text, inTheories: (message) => message.replace(coqs, (_, line: string) => place(Number(line))) };
}

/** A text that uses compiled theories, so that Coq finds them in their libraries. Its lines stay in place. */
export const usingLibraries = (text: string, homes: ReadonlyMap<string, string>): string =>
  `${loading(homes).join(" ")} ${importing(text, pathIn(homes))}`;

/** Sentences that load libraries, so that the modules in them are known by their own names. */
const loading = (homes: ReadonlyMap<string, string>): string[] =>
  [...new Set(homes.values())].map((library) => `Require Import Equiloss.${library}.`);

const pathIn =
  (homes: ReadonlyMap<string, string>) =>
  (module: string): string => {
    const library = homes.get(module);
    // Coq will say that there is no such module.
    return library === undefined ? module : `Equiloss.${library}.${module}`;
  };

/** A line beyond the last is the end of the module, which objects to what the theory leaves open. */
const placeIn = ({ name, source }: Theory, line: number): string =>
  `"./${name}.v", line ${Math.min(line, linesIn(source) + 1)}`;

const linesIn = (text: string): number => text.split("\n").length - 1;
