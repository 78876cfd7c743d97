import { noEntry } from "../exact/entry.js";

/** Vectors with an entry for each of w_11, w_12, w_21, w_22, and 4 × 4 matrices row by row. */
export const DIMENSION = 4;

/** u·v. */
export function product(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < DIMENSION; i++) sum += (u[i] ?? noEntry(u, i)) * (v[i] ?? noEntry(v, i));
  return sum;
}

/** Σ|u_i|·|v_i|. */
export function sizeProduct(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < DIMENSION; i++) sum += Math.abs((u[i] ?? noEntry(u, i)) * (v[i] ?? noEntry(v, i)));
  return sum;
}

/** Σ|u_i|. */
export function sizeOf(u: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < DIMENSION; i++) sum += Math.abs(u[i] ?? noEntry(u, i));
  return sum;
}

/** The row of a matrix. */
export function rowOf(matrix: Float64Array, i: number): Float64Array {
  return matrix.subarray(DIMENSION * i, DIMENSION * i + DIMENSION);
}

/** vᵀM. */
export function rowTimes(v: Float64Array, matrix: Float64Array): Float64Array {
  const result = new Float64Array(DIMENSION);
  for (let i = 0; i < DIMENSION; i++) {
    const factor = v[i] ?? noEntry(v, i);
    for (let j = 0; j < DIMENSION; j++) {
      const at = DIMENSION * i + j;
      result[j] = (result[j] ?? noEntry(result, j)) + factor * (matrix[at] ?? noEntry(matrix, at));
    }
  }
  return result;
}

/** A·diag(weights)·Bᵀ. */
export function weightedProduct(a: Float64Array, weights: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(DIMENSION * DIMENSION);
  for (let i = 0; i < DIMENSION; i++)
    for (let k = 0; k < DIMENSION; k++) {
      let sum = 0;
      for (let j = 0; j < DIMENSION; j++) {
        const [left, right] = [DIMENSION * i + j, DIMENSION * k + j];
        sum +=
          (a[left] ?? noEntry(a, left)) *
          (weights[j] ?? noEntry(weights, j)) *
          (b[right] ?? noEntry(b, right));
      }
      result[DIMENSION * i + k] = sum;
    }
  return result;
}

/** The transposed matrix. */
export function transposed(matrix: Float64Array): Float64Array {
  return matrix.map((_, at) => {
    const from = DIMENSION * (at % DIMENSION) + Math.floor(at / DIMENSION);
    return matrix[from] ?? noEntry(matrix, from);
  });
}
