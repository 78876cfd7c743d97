/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices stay below the lengths the callers give;
   a check on each of the billions of accesses would cost more than the arithmetic. */
/**
 * Arithmetic on residues and limbs in Float64Arrays: the one place of the exact rooms that multiplies
 * doubles by a reciprocal.
 *
 * Why every value is an exact integer: a double holds each integer up to 2^53, and sums and products of
 * integers that stay below are exact. Residues modulo p are kept near [-p/2, p/2], limbs to base 2^24 near
 * [-2^23, 2^23]. {@link primeBound} picks p so small that a sum of `terms` products of two of them stays
 * below 2^53; so reductions can wait until a sum is complete. The reciprocal only guesses the quotient: a
 * wrong guess leaves a residue a little outside the interval, never a wrong class, because v − q·p is exact.
 */

/** Base of the limbs. */
export const LIMB = 16777216;
const LIMB_BITS = 24;
/** How many products of a limb and a residue can be added without reduction, for any prime. */
const CHUNK = 64;

/**
 * A bound below which primes are small enough for sums of `terms` products: terms · 2^(b−1) · 2^23 ≤ 2^53 for
 * p < 2^b − 2^(b−14). The margin allows for residues beyond p/2, which a guessed quotient may leave: they
 * exceed it by less than p · 2^−20.
 *
 * @throws RangeError for more terms than 2^20.
 */
export function primeBound(terms: number): number {
  if (terms > 1048576) throw new RangeError(`sums of ${terms} products can pass 2^53`);
  let bits = LIMB_BITS;
  for (let room = 128; room < terms; room *= 2) bits--;
  return (1 << bits) - (1 << Math.max(0, bits - 14));
}

/** The reciprocal by which {@link residue} guesses quotients. */
export function reciprocal(prime: number): number {
  return 1 / prime;
}

/** Residue of an integer below 2^53 in size, near [-p/2, p/2]; `inverse` is `reciprocal(prime)`. */
export function residue(value: number, prime: number, inverse: number): number {
  return value - prime * Math.floor(value * inverse + 0.5);
}

/** Replaces every value by its residue. */
export function reduceAll(values: Float64Array, prime: number): void {
  const inverse = reciprocal(prime);
  for (let i = 0; i < values.length; i++) values[i] = residue(values[i]!, prime, inverse);
}

/** Residue of a product of two residues, near [-p/2, p/2]. */
export function multiplyResidues(a: number, b: number, prime: number): number {
  return residue(a * b, prime, reciprocal(prime));
}

/** The inverse of a nonzero residue, near [-p/2, p/2], by Euclid's algorithm. */
export function invertResidue(value: number, prime: number): number {
  let [r, s, x, y] = [prime, value < 0 ? value + prime : value, 0, 1];
  while (s !== 0) {
    const q = Math.floor(r / s);
    [r, s] = [s, r - q * s];
    [x, y] = [y, x - q * y];
  }
  // The last quotient is at least 2, so x is within ± p/2.
  return x;
}

/** Σ 2^(24·l) · limbs[l] modulo p, for `count` planes of `out.length` limbs each. */
export function residuesOfLimbs(limbs: Float64Array, count: number, prime: number, out: Float64Array): void {
  const size = out.length;
  let weight = 1;
  out.fill(0);
  for (let plane = 0; plane < count; plane++) {
    const offset = plane * size;
    for (let i = 0; i < size; i++) out[i]! += weight * limbs[offset + i]!;
    if (plane % CHUNK === CHUNK - 1) reduceAll(out, prime);
    weight = multiplyResidues(weight, LIMB, prime);
  }
  reduceAll(out, prime);
}

/** out = matrix · vector over Z, for entries whose sums of products stay below 2^53. */
export function multiply(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  const columns = vector.length;
  const rows = out.length;
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let [a, b, c, d] = [i * columns, (i + 1) * columns, (i + 2) * columns, (i + 3) * columns];
    for (let j = 0; j < columns; j++) {
      const x = vector[j]!;
      s0 += matrix[a++]! * x;
      s1 += matrix[b++]! * x;
      s2 += matrix[c++]! * x;
      s3 += matrix[d++]! * x;
    }
    out[i] = s0;
    out[i + 1] = s1;
    out[i + 2] = s2;
    out[i + 3] = s3;
  }
  for (; i < rows; i++) {
    let sum = 0;
    for (let j = 0, a = i * columns; j < columns; j++) sum += matrix[a++]! * vector[j]!;
    out[i] = sum;
  }
}

/**
 * One step of p-adic lifting: residual = (residual − image) / p. The caller guarantees that the division
 * leaves no remainder. Both are planes of `size` limbs; the residual has at least one plane more. First the
 * carries go up, then the division goes down.
 */
export function divideResidual(
  residual: Float64Array,
  image: Float64Array,
  size: number,
  prime: number,
): void {
  const inverse = 1 / prime;
  const top = residual.length - size;
  for (let i = 0; i < size; i++) {
    let carry = 0;
    for (let at = i; at < top; at += size) {
      const v = residual[at]! - (at < image.length ? image[at]! : 0) + carry;
      carry = Math.floor(v / LIMB + 0.5);
      residual[at] = v - carry * LIMB;
    }
    residual[top + i]! += carry;
    let rest = 0;
    for (let at = top + i; at >= 0; at -= size) {
      const v = rest * LIMB + residual[at]!;
      const q = Math.floor(v * inverse + 0.5);
      rest = v - q * prime;
      residual[at] = q;
    }
  }
}

/**
 * Whether Σ 2^(24·l) · planes[l] is 0 in all `size` places: each plane must be a multiple of the base once
 * the carry from below is added.
 */
export function limbsVanish(planes: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    let carry = 0;
    for (let at = i; at < planes.length; at += size) {
      carry += planes[at]!;
      if (carry % LIMB !== 0) return false;
      carry /= LIMB;
    }
    if (carry !== 0) return false;
  }
  return true;
}

/**
 * Replaces residues by small integers proportional to them modulo p, in place, if such integers exist:
 * entries and the common factor up to √(p/2) (Wang's rational reconstruction, one denominator at a time).
 */
export function smallProportional(values: Float64Array, prime: number): boolean {
  const bound = Math.floor(Math.sqrt(prime / 2));
  let factor = 1;
  for (let i = 0; i < values.length; i++) {
    let v = multiplyResidues(values[i]!, factor, prime);
    if (Math.abs(v) > bound) {
      const more = smallDenominator(v, prime, bound);
      factor *= more;
      if (factor > bound) return false;
      // The entries before this one have the old factor: multiply them too, and check that they stay small.
      for (let j = 0; j < i; j++) {
        values[j]! *= more;
        if (Math.abs(values[j]!) > bound) return false;
      }
      v = multiplyResidues(v, more, prime);
    }
    values[i] = v;
  }
  return true;
}

/** The smallest d > 0 for which Euclid's algorithm shows d·value to be within ± bound modulo p. */
function smallDenominator(value: number, prime: number, bound: number): number {
  let [r, s, x, y] = [prime, Math.abs(value), 0, 1];
  while (s > bound) {
    const q = Math.floor(r / s);
    [r, s] = [s, r - q * s];
    [x, y] = [y, x - q * y];
  }
  return Math.abs(y);
}

/**
 * Cofactors of several steps of Euclid's algorithm on (r, s), found from leading parts a ≥ b of both, cut at
 * the same bit and below 2^50: (A, B, C, D) with (A·r + B·s, C·r + D·s) further down the same remainder
 * sequence. B = 0 means that the leading parts don't determine even one step (Knuth, TAOCP 2, 4.5.2,
 * algorithm L).
 */
export function euclideanCofactors(a: number, b: number): readonly [number, number, number, number] {
  let [x, y, m, n, o, p] = [a, b, 1, 0, 0, 1];
  while (y + o !== 0 && y + p !== 0) {
    const q = Math.floor((x + m) / (y + o));
    if (q !== Math.floor((x + n) / (y + p))) break;
    [m, o] = [o, m - q * o];
    [n, p] = [p, n - q * p];
    [x, y] = [y, x - q * y];
  }
  return [m, n, o, p];
}
