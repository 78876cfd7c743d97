import { compiledTerms } from "./compiledTerms.js";
import { bindsDefinitions } from "./matches.js";
import { judgedRecursions } from "./recursion.js";

/**
 * What speaks against a compiled file of Coq: a recursive function, in a definition, a type or a proof, that the
 * judge doesn't admit; a match on a type whose constructors hold definitions; or that the file can't be read.
 * Undefined if nothing does.
 *
 * It reads the very terms that the kernel accepted, so that no notation, tactic or coercion can hide a call.
 */
export function compiledObjection(bytes: Buffer): string | undefined {
  try {
    const terms = compiledTerms(bytes);
    for (const { name, problem } of judgedRecursions(terms))
      if (problem !== undefined) return `the recursive function ${name} ${problem}`;
    return bindsDefinitions(terms)
      ? "a match takes apart a type whose constructors or fields hold definitions"
      : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `what Coq compiled can't be read (${error.message}), so it can't be judged`;
  }
}
