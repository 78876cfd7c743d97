import { entry } from "../../exact/entry.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { multiple } from "./arcCosineKernel.js";
import { type MatrixStep, type StudentDerivatives, placeOf } from "./symmetricStudent.js";

/**
 * The Hessian at a symmetric student, by which all its eigenvalues' signs are known.
 *
 * It commutes with the action of S_n, n = k − 1 ≥ 4, on the k × k matrices: (R^n ⊕ R) ⊗ (R^n ⊕ R), where R^n
 * is the trivial representation with the standard one, V of dimension n − 1. As V ⊗ V is the trivial one, V,
 * S^(n−2,2) and S^(n−2,1,1) (Fulton and Harris 1991, exercise 4.19), the trivial one and V occur five times
 * each, the two others once. All are irreducible over C, so by Schur's lemma the Hessian is a 5 × 5 matrix on
 * the five, and a number on each of the others.
 */
export interface IsotypicBlocks {
  /** ⟨T_a, H T_b⟩ for the five orbits' matrices of ones, as a lower triangle. */
  readonly trivial: readonly (readonly Interval[])[];
  /** ½⟨φ_a(x), H φ_b(x)⟩ for the five maps φ_b from V to matrices, at x = e_1 − e_2. */
  readonly standard: readonly (readonly Interval[])[];
  /** The eigenvalue on symmetric matrices with diagonal 0, and all rows' sums 0. */
  readonly symmetric: Interval;
  /** That on antisymmetric ones with all rows' sums 0. */
  readonly antisymmetric: Interval;
}

/** In how many dimensions each block counts: the number of eigenvalues for each of its own. */
export function isotypicDimensions(k: number): Readonly<Record<keyof IsotypicBlocks, bigint>> {
  const n = BigInt(k) - 1n;
  return {
    trivial: 1n,
    standard: n - 1n,
    symmetric: (n * (n - 3n)) >> 1n,
    antisymmetric: ((n - 1n) * (n - 2n)) >> 1n,
  };
}

/** How many entries of a k × k matrix are alike, for each of the five numbers. */
export function orbitSizes(k: number): bigint[] {
  const n = BigInt(k) - 1n;
  return [n, n * (n - 1n), n, n, 1n];
}

export function isotypicBlocks(k: number, { image }: StudentDerivatives): IsotypicBlocks {
  return {
    trivial: trivialBlock(k, image),
    standard: standardBlock(k, image),
    symmetric: entry(image(cycle([0, 2, 1, 3], [1n, -1n, 1n, -1n], 1n)), 1),
    antisymmetric: entry(image(cycle([0, 2, 1], [1n, 1n, 1n], -1n)), 1),
  };
}

/** The Hessian of the loss as a function of the five numbers. */
export function trivialBlock(k: number, image: StudentDerivatives["image"]): Interval[][] {
  const sizes = orbitSizes(k);
  const columns = sizes.map((_, b) => image((row, column) => (placeOf(row, column) === b ? 1n : 0n)));
  return sizes.map((size, a) => columns.slice(0, a + 1).map((values) => multiple(entry(values, a), size)));
}

/** φ_b(x) has x_i or x_j at the places of one of the five numbers. */
const MAPS: readonly (readonly [place: number, by: "row" | "column"])[] = [
  [0, "row"],
  [1, "row"],
  [1, "column"],
  [2, "row"],
  [3, "column"],
];

/**
 * With H φ_b(x) = Σ_c B_cb φ_c(x), entries (1,1), (1,3), (1,k) and (k,1) at x = e_1 − e_2 are B_1b, B_2b,
 * B_4b and B_5b, and (1,3) at x = e_3 − e_2 is B_3b. The products of the φ(x), halved, are 1 for φ_1, φ_4 and
 * φ_5, and n − 1 for φ_2 and φ_3 with themselves, and −1 for these two; all others are 0.
 */
function standardBlock(k: number, image: StudentDerivatives["image"]): Interval[][] {
  const columns = MAPS.map(([place, by]) => {
    const moved = (from: number, to: number): readonly Interval[] =>
      image((row, column) => {
        if (placeOf(row, column) !== place) return 0n;
        const index = by === "row" ? row : column;
        return index === from ? 1n : index === to ? -1n : 0n;
      });
    const first = moved(0, 1);
    const [own, byRow, byColumn] = [entry(first, 0), entry(first, 1), entry(moved(2, 1), 1)];
    const count = BigInt(k) - 2n;
    return [
      own,
      multiple(byRow, count).minus(byColumn),
      multiple(byColumn, count).minus(byRow),
      entry(first, 2),
      entry(first, 3),
    ];
  });
  return columns.map((_, a) => columns.slice(0, a + 1).map((values) => entry(values, a)));
}

/** Numbers along a cycle of rows and columns, and their sign times as much at the transposed places. */
function cycle(indices: readonly number[], values: readonly bigint[], sign: bigint): MatrixStep {
  const at = (row: number, column: number): bigint => {
    const from = indices.indexOf(row);
    const isNext = from >= 0 && entry(indices, (from + 1) % indices.length) === column;
    return isNext ? entry(values, from) : 0n;
  };
  return (row, column) => at(row, column) + sign * at(column, row);
}
