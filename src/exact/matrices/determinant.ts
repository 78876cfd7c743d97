import { certifiedRank } from "./certifiedRank.js";
import { hadamardBits } from "../modular/hadamardBound.js";
import { balancedResidue, bitLength } from "../numbers/integer.js";
import { type IntegerMatrix, requireSquare } from "../vectors/integerMatrix.js";
import { LimbMatrix } from "../modular/limbMatrix.js";
import { PadicLifting } from "../modular/padicLifting.js";
import { PivotBlock } from "../modular/pivotBlock.js";
import { inverseModulo, primesBelow } from "../numbers/primes.js";
import { eliminate } from "../modular/residueElimination.js";
import { primeBound } from "../modular/residueKernel.js";

/** From this size on, a p-adic solution costs less than the primes that it saves. */
const LIFTED_SIZE = 12;

/**
 * The determinant of a square integer matrix; 1 for size 0.
 *
 * Exact, because the residue modulo M determines a number below M/2 in size, and the determinant is below
 * Hadamard's bound. The residues are determinants modulo primes, by Chinese remaindering. A known divisor d
 * of the determinant saves most of the primes, since det/d is that much smaller. The denominator of a
 * solution of A·x = b is such a divisor, by Cramer's rule (Abbott, Bronstein, Mulders, "Fast deterministic
 * computation of determinants of dense matrices", ISSAC 1999). A singular matrix is recognized by its
 * certified rank.
 *
 * @throws RangeError unless the matrix is square.
 * @example determinant([[1n, 2n], [3n, 4n]]) === -2n
 */
export function determinant(matrix: IntegerMatrix): bigint {
  const size = requireSquare(matrix);
  const limbs = LimbMatrix.of(matrix, size);
  const primes = primesBelow(primeBound(size));
  const block = PivotBlock.modulo(limbs, primes.next().value);
  // A matrix that is singular modulo the first prime is nearly always singular.
  if (block.rank < size && certifiedRank(matrix, size).rank < size) return 0n;
  const divisor =
    size >= LIFTED_SIZE && block.rank === size
      ? PadicLifting.on(matrix, limbs, block.minor).denominatorDivisor(signs(size))
      : 1n;
  return divisor * cofactor(limbs, divisor, hadamardBits(matrix) - bitLength(divisor) + 1);
}

/**
 * A short right-hand side without a pattern: the denominator of its solution is then nearly all of the
 * determinant.
 */
function signs(size: number): bigint[] {
  return Array.from({ length: size }, (_, index) => ((index * index + index) % 7 < 3 ? 1n : -1n));
}

/** det / divisor, which is below 2^bits in size. */
function cofactor(limbs: LimbMatrix, divisor: bigint, bits: number): bigint {
  const size = limbs.rows;
  const primes = primesBelow(primeBound(size));
  let value = 0n;
  let modulus = 1n;
  while (bitLength(modulus) <= bits + 1) {
    const prime = primes.next().value;
    const base = BigInt(prime);
    // The code below needs the inverse of the divisor modulo the prime.
    if (divisor % base === 0n) continue;
    const residue = BigInt(determinantModulo(limbs, prime)) * BigInt(inverseModulo(divisor, prime));
    const step = ((residue - value) * BigInt(inverseModulo(modulus, prime))) % base;
    value += modulus * step;
    modulus *= base;
  }
  return balancedResidue(value, modulus);
}

function determinantModulo(limbs: LimbMatrix, prime: number): number {
  const { pivotColumns, minor } = eliminate(limbs.residues(prime), limbs.rows, limbs.columns, prime);
  return pivotColumns.length === limbs.rows ? minor : 0;
}
