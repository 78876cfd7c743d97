import type { Rational } from "../checker/values.js";
import type { Network } from "./network.js";

/** A list as Coq reads it, one item on each line if `apart` separates them so. */
export function listTerm<Item>(items: readonly Item[], term: (item: Item) => string, apart = "; "): string {
  return `[${items.map(term).join(apart)}]`;
}

/** A code as certificates have it, label 1, 2, … or zero block 0, −1, …; both start at 0 in Coq. */
const codeTerm = (code: number): string => (code > 0 ? `Label ${code - 1}` : `Zero ${-code}`);

export const codesTerm = (codes: readonly number[]): string => listTerm(codes, codeTerm);

/** `q n d` is n/d. */
export const rationalTerm = ({ n, d }: Rational): string => `q ${n < 0n ? `(${n})` : n} ${d}`;

const vectorTerm = (vector: readonly Rational[]): string => listTerm(vector, rationalTerm);

export const networkTerm = (network: Network): string =>
  listTerm(network, ([incoming, outgoing]) => `(${vectorTerm(incoming)}, ${vectorTerm(outgoing)})`);
