import { longest } from "../checker/matrix.js";
import { whole } from "../checker/values.js";
import { Unjudged } from "./answers.js";
import type { Matrix } from "./layers.js";

/**
 * The length of the longest numbers of matrices, each over its common denominator. The checker has a limit
 * for such a denominator, and so the kernel has one.
 */
export function lengthOf(matrices: readonly Matrix[]): number {
  const lengths = matrices.map((matrix) => {
    const { rows, d } = whole(matrix);
    return longest([d, ...rows.flat()]);
  });
  return Math.max(...lengths);
}

/** So many products of numbers of this length may take a minute or two, and no more. */
export function demandBrief(products: number, length: number): void {
  if (products * (length + 128) ** 2 > 2 ** 40) throw new Unjudged("what takes this much arithmetic");
}
