import { entry, noEntry } from "../../src/exact/entry.js";
import { bitLength } from "../../src/exact/numbers/integer.js";
import { type IntegerMatrix, requireSquare } from "../../src/exact/vectors/integerMatrix.js";
import { inverseModulo, primesBelow } from "../../src/exact/numbers/primes.js";

/** Products of two residues below this, and one more residue, stay below 2^53. */
const PRIME_BOUND = 67108864;

/**
 * The coefficients of det(x·I − A), constant first and 1 last, for a square integer matrix A; [1] for size 0.
 *
 * Uses Chinese remainders: the residue modulo M determines a number below M/2 in size. The coefficient of
 * x^(n−k) is, up to sign, the sum of the principal minors of size k. Each minor is at most the product of its
 * rows' lengths (Hadamard), so their sum is at most Π (1 + |row|).
 *
 * @throws RangeError unless the matrix is square.
 * @example characteristicPolynomial([[1n, 2n], [2n, 1n]]) // [-3n, -2n, 1n]
 */
export function characteristicPolynomial(matrix: IntegerMatrix): bigint[] {
  const size = requireSquare(matrix);
  const bound = 2n * coefficientBound(matrix);
  const coefficients = new Array<bigint>(size + 1).fill(0n);
  const primes = primesBelow(PRIME_BOUND);
  let modulus = 1n;
  while (modulus <= bound) {
    const prime = primes.next().value;
    const inverse = BigInt(inverseModulo(modulus, prime));
    const base = BigInt(prime);
    for (const [index, residue] of polynomialModulo(matrix, prime).entries()) {
      const before = entry(coefficients, index);
      coefficients[index] = before + modulus * modulo((BigInt(residue) - before) * inverse, base);
    }
    modulus *= base;
  }
  return coefficients.map((value) => (2n * value > modulus ? value - modulus : value));
}

/** At least the sum of the sizes of all coefficients. */
function coefficientBound(matrix: IntegerMatrix): bigint {
  return matrix.reduce((product, row) => {
    const square = row.reduce((sum, value) => sum + value * value, 0n);
    return product * (1n + (1n << BigInt((bitLength(square) + 1) >> 1)));
  }, 1n);
}

/**
 * The coefficients of det(x·I − A) modulo a prime, constant first, in residues 0 … p − 1. Makes a similar
 * matrix with zeros below the subdiagonal, then its leading principal minors one by one (Cohen, "A Course in
 * Computational Algebraic Number Theory", algorithm 2.2.9).
 */
function polynomialModulo(matrix: IntegerMatrix, prime: number): number[] {
  const base = BigInt(prime);
  const entries = matrix.map((row) => row.map((value) => Number(modulo(value, base))));
  for (let column = 0; column + 2 < entries.length; column++) clearBelow(entries, column, prime);
  let last = [1];
  const polynomials = [last];
  for (const index of entries.keys()) {
    const next = [0, ...last];
    let factor = 1;
    for (let row = index; row >= 0; row--) {
      const times = (factor * entry(entry(entries, row), index)) % prime;
      for (const [power, coefficient] of entry(polynomials, row).entries()) {
        next[power] = (entry(next, power) + (prime - times) * coefficient) % prime;
      }
      if (row > 0) factor = (factor * entry(entry(entries, row), row - 1)) % prime;
    }
    polynomials.push(next);
    last = next;
  }
  return last;
}

/** Makes the entries of a column 0 from the second below the diagonal on, by a similarity. */
function clearBelow(entries: number[][], column: number, prime: number): void {
  const first = column + 1;
  const found = entries.findIndex((row, index) => index >= first && row[column] !== 0);
  if (found < 0) return;
  swap(entries, found, first);
  const chosen = entry(entries, first);
  const inverse = inverseModulo(BigInt(entry(chosen, column)), prime);
  for (const [place, row] of entries.entries()) {
    if (place <= first) continue;
    const factor = (entry(row, column) * inverse) % prime;
    for (let index = column; index < row.length; index++) {
      const change = (prime - factor) * (chosen[index] ?? noEntry(chosen, index));
      row[index] = ((row[index] ?? noEntry(row, index)) + change) % prime;
    }
    // The inverse of that step, on the columns.
    for (const other of entries) other[first] = (entry(other, first) + factor * entry(other, place)) % prime;
  }
}

/** Swaps two rows, and the same two columns. */
function swap(entries: number[][], a: number, b: number): void {
  [entries[a], entries[b]] = [entry(entries, b), entry(entries, a)];
  for (const row of entries) [row[a], row[b]] = [entry(row, b), entry(row, a)];
}

function modulo(value: bigint, base: bigint): bigint {
  const residue = value % base;
  return residue < 0n ? residue + base : residue;
}
