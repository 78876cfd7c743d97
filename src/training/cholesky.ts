import { noEntry } from "../exact/entry.js";

/**
 * Solves (A + λI)·s = −g by Cholesky's method, for a symmetric A whose lower triangle is given by rows.
 *
 * @returns s, or undefined if A + λI isn't positive definite as far as doubles show.
 * @example dampedStep(Float64Array.of(2), 2, Float64Array.of(8)) // [-2]
 */
export function dampedStep(
  matrix: Float64Array,
  damping: number,
  gradient: Float64Array,
): Float64Array | undefined {
  const factor = cholesky(matrix, damping, gradient.length);
  if (factor === undefined) return undefined;
  const step = gradient.map((value) => -value);
  solveLower(factor, step);
  solveUpper(factor, step);
  return step.every(Number.isFinite) ? step : undefined;
}

/** The lower triangle L of A + λI = LLᵀ. */
function cholesky(matrix: Float64Array, damping: number, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [at, other] = [i * size, j * size];
      let sum = (matrix[at + j] ?? noEntry(matrix, at + j)) + (i === j ? damping : 0);
      for (let k = 0; k < j; k++)
        sum -=
          (factor[at + k] ?? noEntry(factor, at + k)) * (factor[other + k] ?? noEntry(factor, other + k));
      if (i !== j) factor[at + j] = sum / (factor[other + j] ?? noEntry(factor, other + j));
      else if (sum > 0) factor[at + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return factor;
}

function solveLower(factor: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    let sum = vector[i] ?? noEntry(vector, i);
    for (let k = 0; k < i; k++)
      sum -= (factor[i * size + k] ?? noEntry(factor, i * size + k)) * (vector[k] ?? noEntry(vector, k));
    vector[i] = sum / (factor[i * size + i] ?? noEntry(factor, i * size + i));
  }
}

function solveUpper(factor: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i] ?? noEntry(vector, i);
    for (let k = i + 1; k < size; k++)
      sum -= (factor[k * size + i] ?? noEntry(factor, k * size + i)) * (vector[k] ?? noEntry(vector, k));
    vector[i] = sum / (factor[i * size + i] ?? noEntry(factor, i * size + i));
  }
}
