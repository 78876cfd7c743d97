import type { Rational } from "../checker/values.js";
import type { Bound } from "./bound.js";
import type { Layers, Matrix } from "./layers.js";
import type { Network } from "./network.js";

/** A list as Coq reads it, one item on each line if `apart` separates them so. */
export function listTerm<Item>(items: readonly Item[], term: (item: Item) => string, apart = "; "): string {
  return `[${items.map(term).join(apart)}]`;
}

/** A code as certificates have it, label 1, 2, … or zero block 0, −1, …; both start at 0 in Coq. */
const codeTerm = (code: number): string => (code > 0 ? `Label ${code - 1}` : `Zero ${-code}`);

export const codesTerm = (codes: readonly number[]): string => listTerm(codes, codeTerm);

export const signsTerm = (signs: readonly number[]): string => `[${signs.join("; ")}]%Z`;

/** A bound of a path. A potential has each partition on a line. */
export function boundTerm<Partition>(
  bound: Bound<Partition>,
  term: (partition: Partition) => string,
): string {
  const [name, values] = bound;
  if (values === undefined) return name;
  return `${name} ${listTerm(values, ([partition, { n }]) => `(${term(partition)}, (${n})%Z)`, ";\n  ")}`;
}

/** `q n d` is n/d. */
export const rationalTerm = ({ n, d }: Rational): string => `q ${n < 0n ? `(${n})` : n} ${d}`;

export const vectorTerm = (vector: readonly Rational[]): string => listTerm(vector, rationalTerm);

/** A matrix with a row on each line; those of networks of several layers are small, and take one. */
export const matrixTerm = (matrix: Matrix): string => listTerm(matrix, vectorTerm, ";\n   ");

const rowsTerm = (matrix: Matrix): string => listTerm(matrix, vectorTerm);

export const layersTerm = ([biases, weights]: Layers): string =>
  `(${rowsTerm(biases)}, ${listTerm(weights, rowsTerm, ";\n   ")})`;

export const networkTerm = (network: Network): string =>
  listTerm(network, ([incoming, outgoing]) => `(${vectorTerm(incoming)}, ${vectorTerm(outgoing)})`);
