import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { lcm } from "../exact/numbers/integer.js";
import { type IntegerMatrix, dot } from "../exact/vectors/integerMatrix.js";
import { primesBelow } from "../exact/numbers/primes.js";
import { invert } from "../exact/modular/residueElimination.js";
import { primeBound } from "../exact/modular/residueKernel.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import { independentExponents, separatingDirection } from "../landscape/zeroLoss/independence.js";
import type { Certificate } from "./certificate.js";
import { certificateVector } from "./certificateNetwork.js";

/** The limits that SPEC.md sets. */
const [MOST_WEIGHTS, LARGEST_EXPONENT] = [64, 1000];
const MOST_PRIMES = 100;

/**
 * Evidence for `thm-4.2` at given weights: a direction v and orders n_1, …, n_k of derivatives for which the
 * matrix of the (w_i·v)^{n_j} is regular. Its inverse modulo a prime shows that. So the functions σ(w_i·x)
 * are independent for every σ whose derivatives of these orders at 0 are not 0.
 *
 * @param weights distinct incoming vectors, 1 to 64 of them.
 * @param support ascending orders at which the activation's derivative at 0 isn't 0.
 * @throws InputError as `independentExponents` and `separatingDirection`.
 * @throws RangeError without weights, for too many weights or orders above 1000, and if the matrix is
 *   singular modulo a hundred primes.
 * @example independenceCertificate([RationalVector.parse("1"), RationalVector.parse("-1")], [0, 1]).kind ===
 * "independence"
 */
export function independenceCertificate(
  weights: readonly RationalVector[],
  support: Iterable<number>,
): Certificate {
  requireArguments({ "vector[]": { weights } });
  const size = weights.length;
  if (size === 0) throw new RangeError("0 weights and exponents []: not 1 to 64, and up to 1000");
  const direction = separatingDirection(weights, entry(weights, 0).dimension);
  const places = weights.map((weight) => weight.dot(direction));
  const exponents = independentExponents(places, support);
  if (size > MOST_WEIGHTS || Math.max(...exponents) > LARGEST_EXPONENT) {
    throw new RangeError(`${size} weights and exponents [${exponents.join()}]: not 1 to 64, and up to 1000`);
  }
  return {
    kind: "independence",
    claim: "thm-4.2",
    body: {
      weights: weights.map(certificateVector),
      direction: certificateVector(direction),
      exponents,
      ...modularInverse(powers(weights, direction, exponents)),
    },
  };
}

/** The matrix of the (w_i·v)^{n_j}, with the weights written over their least common denominator. */
function powers(
  weights: readonly RationalVector[],
  direction: RationalVector,
  exponents: readonly number[],
): IntegerMatrix {
  const common = weights.reduce((multiple, { denominator }) => lcm(multiple, denominator), 1n);
  return weights.map(({ numerators, denominator }) => {
    const place = dot(numerators, direction.numerators) * (common / denominator);
    return exponents.map((exponent) => place ** BigInt(exponent));
  });
}

/** The columns of the inverse modulo the largest prime that has one. */
function modularInverse(matrix: IntegerMatrix): { modulus: number; inverse: number[][] } {
  const size = matrix.length;
  const primes = primesBelow(primeBound(size));
  for (let attempt = 0; attempt < MOST_PRIMES; attempt += 1) {
    const modulus = primes.next().value;
    const entries = Float64Array.from(matrix.flat(), (power) => Number(power % BigInt(modulus)));
    const inverse = invert(entries, size, modulus);
    if (inverse === undefined) continue;
    const column = (j: number): number[] => matrix.map((_, i) => entry(inverse, i * size + j));
    return { modulus, inverse: matrix.map((_, j) => column(j)) };
  }
  throw new RangeError(`a matrix of powers that is singular modulo ${MOST_PRIMES} primes`);
}
