import { entry, noEntry } from "../exact/entry.js";

/**
 * s·JᵀJ, the lower triangle of a p × p matrix by rows. Two columns are multiplied by two at a time: four sums
 * that don't wait for one another.
 *
 * @param columns J by columns, all of one length.
 * @example gramMatrix([Float64Array.of(1, 2), Float64Array.of(0, 3)], 2) // [10, 0, 12, 18]
 */
export function gramMatrix(columns: readonly Float64Array[], scale: number): Float64Array {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i += 2) {
    const left = twoFrom(columns, i);
    for (let j = 0; j <= i; j += 2) {
      const [a, b, c, d] = fourProducts(left, twoFrom(columns, j));
      matrix[i * size + j] = scale * a;
      if (j < i) matrix[i * size + j + 1] = scale * b;
      if (i + 1 === size) continue;
      matrix[(i + 1) * size + j] = scale * c;
      matrix[(i + 1) * size + j + 1] = scale * d;
    }
  }
  return matrix;
}

/** s·Jᵀr. */
export function products(
  columns: readonly Float64Array[],
  vector: Float64Array,
  scale: number,
): Float64Array {
  return Float64Array.from(columns, (column) => {
    let sum = 0;
    for (let k = 0; k < vector.length; k++)
      sum += (column[k] ?? noEntry(column, k)) * (vector[k] ?? noEntry(vector, k));
    return scale * sum;
  });
}

type Pair = readonly [Float64Array, Float64Array];

/** A column and the next one; the last one twice. */
function twoFrom(columns: readonly Float64Array[], at: number): Pair {
  return [entry(columns, at), entry(columns, Math.min(at + 1, columns.length - 1))];
}

function fourProducts([one, two]: Pair, [three, four]: Pair): readonly [number, number, number, number] {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < one.length; k++) {
    const [p, q] = [one[k] ?? noEntry(one, k), two[k] ?? noEntry(two, k)];
    const [r, s] = [three[k] ?? noEntry(three, k), four[k] ?? noEntry(four, k)];
    a += p * r;
    b += p * s;
    c += q * r;
    d += q * s;
  }
  return [a, b, c, d];
}
