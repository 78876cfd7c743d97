import type { Permutation } from "./relabelling.js";

/**
 * All permutations of 0…size−1 by their images, in lexicographic order. There are size! of them.
 *
 * @param size an integer ≥ 0.
 * @example [...permutations(2)] // [[0, 1], [1, 0]]
 */
export function* permutations(size: number): Generator<Permutation> {
  yield* arrangements(Array.from({ length: size }, (_, index) => index));
}

function* arrangements(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const item of items) {
    for (const rest of arrangements(items.filter((other) => other !== item))) yield [item, ...rest];
  }
}
