import { compiledFile } from "./compiledFile.js";
import { bindsDefinitions } from "./matches.js";
import { judgedRecursions } from "./recursion.js";

/** What a source says about the file that Coq makes of it. */
export interface Expected {
  /** The name of its library, as in `Equiloss.Counting.Counts`. */
  readonly library: string;
  /**
   * The recursive functions that the source names. All must be found in the file. Otherwise a Coq that keeps
   * them in another shape would seem to have none.
   */
  readonly recursions: readonly string[];
}

/**
 * The objection to a compiled file of Coq; undefined if there is none. It may be that the file is another
 * library; that a recursive function, in a definition, a type or a proof, is not one that the judge admits;
 * that a match is on a type whose constructors hold definitions; or that the file can't be read.
 *
 * This reads the very terms that the kernel accepted, so that no notation, tactic or coercion can hide a
 * call.
 */
export function compiledObjection(bytes: Buffer, expected: Expected): string | undefined {
  try {
    const { library, terms } = compiledFile(bytes);
    if (library !== expected.library) return `what Coq compiled is ${library}, not ${expected.library}`;
    const found = new Set<string>();
    for (const { name, problem } of judgedRecursions(terms)) {
      if (problem !== undefined) return `the recursive function ${name} ${problem}`;
      found.add(name);
    }
    const unseen = expected.recursions.find((name) => !found.has(name));
    if (unseen !== undefined) throw new RangeError(`the recursive function ${unseen} isn't found`);
    return bindsDefinitions(terms)
      ? "a match takes apart a type whose constructors or fields hold definitions"
      : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `what Coq compiled can't be read (${error.message}), so it can't be judged`;
  }
}
