import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { lcm } from "../../exact/numbers/integer.js";
import type { IntegerMatrix } from "../../exact/vectors/integerMatrix.js";
import { type Rational, formatRational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";

/**
 * A direction v with distinct v · w_i for distinct w_i: (1, N, N², …) with the least suitable N ≥ 0. Each
 * pair rules out at most d − 1 values of N, the roots of Σ_c (w_i − w_j)_c N^c. So N ≤ C(k,2)(d − 1).
 *
 * @param points k distinct vectors of dimension d ≥ 1.
 * @throws InputError that names two equal vectors, if there are any.
 * @example separatingDirection([RationalVector.parse("1", "0"), RationalVector.parse("1", "1")], 2) // (1, 1)
 */
export function separatingDirection(points: readonly RationalVector[], dimension: number): RationalVector {
  const keys = points.map(({ key }) => key);
  const second = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (second >= 0) {
    const first = keys.indexOf(entry(keys, second));
    throw new InputError(
      `vectors ${first + 1} and ${second + 1} are equal, which no direction separates`,
      "give each vector once",
    );
  }
  for (let base = 0n; ; base += 1n) {
    const direction = RationalVector.of(
      Array.from({ length: dimension }, (_, index) => base ** BigInt(index)),
    );
    const values = points.map((point) => formatRational(point.dot(direction)));
    if (new Set(values).size === points.length) return direction;
  }
}

/**
 * Exponents n_1 < … < n_k of a support, one for each λ_i, with det(λ_i^{n_j}) ≠ 0. So Σ_i a_i λ_i^n = 0 for n
 * = n_1, …, n_k only if all a_i are 0.
 *
 * They are the first even exponents, one for every |λ_i|, and the first odd ones, one for every pair λ, −λ.
 * Proof: put b_μ = a_μ + a_{−μ} and c_μ = a_μ − a_{−μ} for the distinct μ = |λ_i|. The even rows are Σ b_μ
 * μ^n = 0. Their determinant is a generalized Vandermonde determinant of positive numbers, nonzero by
 * Descartes' rule of signs (μ = 0 needs n = 0, which the support must have). So b = 0. Then a number without
 * its opposite has a = 0, and the odd rows show c = 0 likewise. For a given width, finitely many exponents of
 * each parity are enough.
 *
 * @param numbers distinct λ_i.
 * @param support ascending exponents at which the activation's derivative isn't 0; it is read only as far as
 *   needed.
 * @throws InputError if numbers are equal, if 0 is a number but not in the support, or if the support is too
 *   short.
 * @example independentExponents([rational(1n), rational(-1n)], [0, 1]) // [0, 1]
 */
export function independentExponents(numbers: readonly Rational[], support: Iterable<number>): number[] {
  const keys = new Set(numbers.map(formatRational));
  if (keys.size < numbers.length) throw new InputError("equal numbers λ", "give each once");
  const sizes = new Set(numbers.map((number) => formatRational(number.abs()))).size;
  // How many even and odd exponents are still missing.
  const missing: [number, number] = [sizes, numbers.length - sizes];
  const chosen: number[] = [];
  if (numbers.length === 0) return chosen;
  for (const exponent of support) {
    if (chosen.length === 0 && exponent > 0 && keys.has("0")) {
      throw new InputError("λ = 0 with σ(0) = 0", "neurons of incoming vector 0 need σ(0) ≠ 0");
    }
    const parity = exponent % 2 === 0 ? 0 : 1;
    if (missing[parity] === 0) continue;
    missing[parity] -= 1;
    chosen.push(exponent);
    if (chosen.length === numbers.length) return chosen;
  }
  throw new InputError(
    `the support lacks ${missing[0]} even and ${missing[1]} odd exponents`,
    "use more derivatives, or fewer neurons",
  );
}

/**
 * The matrix of rows (λ_1^n, …, λ_k^n), one for each exponent, each times a positive integer that clears its
 * denominators; 0^0 = 1.
 *
 * @example powerRows([rational(1n, 2n), rational(3n)], [0, 2]) // [[1n, 1n], [1n, 36n]]
 */
export function powerRows(numbers: readonly Rational[], exponents: readonly number[]): IntegerMatrix {
  const denominator = numbers.reduce((common, { d }) => lcm(common, d), 1n);
  const integers = numbers.map(({ s, n, d }) => s * n * (denominator / d));
  return exponents.map((exponent) => integers.map((integer) => integer ** BigInt(exponent)));
}
