import { compiledFile } from "./compiledFile.js";
import { bindsDefinitions } from "./matches.js";
import { judgedRecursions } from "./recursion.js";

/** What a source implies for its compiled file. */
export interface Expected {
  /** The name of its library, as in `Equiloss.Counting.Counts`. */
  readonly library: string;
  /**
   * The recursive functions that the source names. The file must have all of them. Otherwise a Coq that keeps
   * them in another form would seem to have none.
   */
  readonly recursions: readonly string[];
}

/**
 * The objection to a compiled file of Coq; undefined if there is none. The file must be the expected library.
 * Its recursive functions, in definitions, types and proofs, must be of the admitted form. It must have no
 * match on a type whose constructors hold definitions.
 *
 * These are the terms that the kernel accepted, so no notation, tactic or coercion can hide a call.
 */
export function compiledObjection(bytes: Buffer, expected: Expected): string | undefined {
  try {
    const { library, terms } = compiledFile(bytes);
    if (library !== expected.library) return `what Coq compiled is ${library}, not ${expected.library}`;
    const names = new Set<string>();
    for (const { name, problem } of judgedRecursions(terms)) {
      if (problem !== undefined) return `the recursive function ${name} ${problem}`;
      names.add(name);
    }
    const unseen = expected.recursions.find((name) => !names.has(name));
    if (unseen !== undefined) throw new RangeError(`the recursive function ${unseen} isn't found`);
    return bindsDefinitions(terms)
      ? "a match takes apart a type whose constructors or fields hold definitions"
      : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `what Coq compiled can't be read (${error.message}), so it can't be judged`;
  }
}
