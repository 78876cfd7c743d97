import type { IntegerMatrix } from "../../src/exact/vectors/integerMatrix.js";

/** The integers of a text, as in "1 -2 3". */
export function bigints(text: string): bigint[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map(BigInt);
}

/** The matrix of a text, as in "1 2; 3 4". */
export function matrixOf(text: string): bigint[][] {
  return text.split(";").map(bigints);
}

/** The symmetric 2 × 2 matrix with these entries. */
export function pair(a: bigint, b: bigint, c: bigint): bigint[][] {
  return [
    [a, b],
    [b, c],
  ];
}

/** The diagonal matrix with these entries. */
export function diagonal(...entries: readonly bigint[]): bigint[][] {
  return entries.map((entry, i) => entries.map((_, j) => (i === j ? entry : 0n)));
}

/** A matrix with entries of the given number of bits. */
export function dense(rows: number, columns: number, bits: number, seed: number): bigint[][] {
  const next = words(seed);
  const entry = (): bigint => {
    let value = 0n;
    for (let length = 0; length < bits; length += 30) value = (value << 30n) ^ BigInt(next());
    return BigInt.asIntN(bits, value);
  };
  return Array.from({ length: rows }, () => Array.from({ length: columns }, entry));
}

/** A sequence of 32-bit words that a seed settles. */
export function words(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state ^ (state >>> 15);
  };
}

/**
 * A matrix that a seed settles: entries of a size that the seed chooses, from −1 … 1 to 200 bits, a quarter
 * of them 0, and every other time rows that depend on others.
 */
export function randomMatrix(rows: number, columns: number, seed: number): bigint[][] {
  const next = words(seed);
  const below = (bound: number): number => (next() >>> 8) % bound;
  const length = [0, 0, 1, 2, 7][below(5)] ?? 0;
  const entry = (): bigint => {
    if (below(4) === 0) return 0n;
    let value = BigInt(below(3) - 1);
    for (let word = 0; word < length; word++) value = (value << 28n) + BigInt(below(1 << 23) - (1 << 22));
    return value;
  };
  const matrix = Array.from({ length: rows }, () => Array.from({ length: columns }, entry));
  const repeats = below(2) === 0 ? 0 : below(rows + 1);
  for (let count = 0; count < repeats; count++) {
    const [a, b] = [matrix[below(rows)] ?? [], matrix[below(rows)] ?? []];
    matrix[below(rows)] = a.map((value, column) => 2n * value - (b[column] ?? 0n));
  }
  return matrix;
}

/** The determinant by its definition. */
export function permutationDeterminant(matrix: IntegerMatrix): bigint {
  const [first, ...others] = matrix;
  if (first === undefined) return 1n;
  return first.reduce((sum, entry, column) => {
    const minor = others.map((row) => row.filter((_, index) => index !== column));
    return sum + (column % 2 === 0 ? entry : -entry) * permutationDeterminant(minor);
  }, 0n);
}
