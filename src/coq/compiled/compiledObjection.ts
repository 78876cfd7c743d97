import { compiledFile } from "./compiledFile.js";
import { bindsDefinitions } from "./matches.js";
import { judgedRecursions } from "./recursion.js";

/** What a source says of the file that Coq makes of it. */
export interface Expected {
  /** The name of its library, as in `Equiloss.Counting.Counts`. */
  readonly library: string;
  /**
   * The recursive functions that the source names. All have to be found: a Coq that keeps them in another
   * shape would else seem to have none.
   */
  readonly recursions: readonly string[];
}

/**
 * What speaks against a compiled file of Coq: that it is another library; a recursive function, in a
 * definition, a type or a proof, that the judge doesn't admit; a match on a type whose constructors hold
 * definitions; or that it can't be read. Undefined if nothing does.
 *
 * It reads the very terms that the kernel accepted, so that no notation, tactic or coercion can hide a call.
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
