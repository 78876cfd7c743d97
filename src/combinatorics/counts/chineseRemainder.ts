import { entry } from "../../exact/entry.js";
import { PrimeField } from "./primeField.js";

/**
 * A node of the product tree: the product of a run of primes, and its two halves, unless it is a single
 * prime.
 */
interface ProductTree {
  readonly product: bigint;
  readonly halves?: readonly [ProductTree, ProductTree];
}

/**
 * The integer x with 0 <= x < p_1·…·p_n and x ≡ residues[i] (mod primes[i]).
 *
 * By Lagrange's formula: `x = Σ y_i·M/p_i (mod M)`, where y_i is the residue divided by M/p_i modulo p_i. All
 * M/p_i mod p_i come from one descent of the product tree, which reduces M modulo squares of the products
 * (von zur Gathen & Gerhard, Modern Computer Algebra, §10.3), and the sum from one ascent.
 *
 * @param primes distinct primes between 2^26 and 2^27.
 * @param residues integers below 2^52 in size, one for each prime.
 * @throws RangeError if the lengths differ, or a prime repeats or is out of range.
 * @example chineseRemainder([134217689, 134217649], [5, 5]) === 5n
 */
export function chineseRemainder(primes: readonly number[], residues: readonly number[]): bigint {
  if (primes.length !== residues.length) {
    throw new RangeError(`${primes.length} primes but ${residues.length} residues`);
  }
  if (primes.length === 0) return 0n;
  const tree = productTree(primes, 0, primes.length);
  const cofactors: bigint[] = [];
  collectCofactors(tree, tree.product, cofactors);
  const quotients = primes.map((prime, i) => {
    const field = new PrimeField(prime);
    const inverse = field.inverse(Number(entry(cofactors, i)));
    return BigInt(field.canonical(inverse * field.reduce(entry(residues, i))));
  });
  return weightedSum(tree, quotients, 0, primes.length) % tree.product;
}

function productTree(primes: readonly number[], from: number, to: number): ProductTree {
  if (to - from === 1) return { product: BigInt(entry(primes, from)) };
  const middle = (from + to) >>> 1;
  const halves = [productTree(primes, from, middle), productTree(primes, middle, to)] as const;
  return { product: halves[0].product * halves[1].product, halves };
}

/**
 * Appends M/p mod p for each prime p below the node, computed from M modulo the square of the node's product:
 * p² divides this square, and M/p mod p is (M mod p²)/p.
 */
function collectCofactors(node: ProductTree, whole: bigint, cofactors: bigint[]): void {
  const rest = whole % (node.product * node.product);
  if (node.halves === undefined) cofactors.push(rest / node.product);
  else for (const half of node.halves) collectCofactors(half, rest, cofactors);
}

/** Σ y_i·(product of the other primes of the node). */
function weightedSum(node: ProductTree, quotients: readonly bigint[], from: number, to: number): bigint {
  if (node.halves === undefined) return entry(quotients, from);
  const middle = (from + to) >>> 1;
  const [left, right] = node.halves;
  return (
    weightedSum(left, quotients, from, middle) * right.product +
    weightedSum(right, quotients, middle, to) * left.product
  );
}
