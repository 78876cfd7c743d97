import { characteristicPolynomial } from "./characteristicPolynomial.js";
import type { Inertia } from "../../src/exact/inertia/inertia.js";
import type { IntegerMatrix } from "../../src/exact/vectors/integerMatrix.js";
import { requireSymmetric } from "../../src/exact/inertia/symmetricMatrix.js";

/**
 * The inertia of a symmetric matrix from its characteristic polynomial: a slower route that shares nothing
 * with the certified one.
 *
 * By Descartes' rule the number of positive roots is at most the number of sign changes of the nonzero
 * coefficients. It is equal if all roots are real, as for a symmetric matrix.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example inertiaByDescartes([[1n, 2n], [2n, 1n]]) // { positive: 1, negative: 1, zero: 0 }
 */
export function inertiaByDescartes(matrix: IntegerMatrix): Inertia {
  const size = requireSymmetric(matrix);
  const coefficients = characteristicPolynomial(matrix);
  const signs = coefficients.filter((value) => value !== 0n).map((value) => value > 0n);
  const zero = coefficients.findIndex((value) => value !== 0n);
  const positive = signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
  return { positive, negative: size - zero - positive, zero };
}
