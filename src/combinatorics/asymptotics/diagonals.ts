import { entry } from "../../exact/entry.js";
import { requireSize } from "../requireSize.js";

/** Counts at widths m − k and m, for k = 0…levels, divided by their common factor (m−k)!. */
export interface DiagonalCounts {
  readonly m: number;
  /** Entry k is D_k(m) = S2(m, m−k) = G(m−k, m)/(m−k)!; 0 for k > m. */
  readonly surjective: readonly bigint[];
  /** Entry k is E_k(m) = T(m−k, m)/(m−k)! = Σ_j S2(m, m−j)·C(m−j, k−j); 0 for k > m. */
  readonly labelled: readonly bigint[];
}

/**
 * The diagonals D_0…D_levels and E_0…E_levels at m = 0, 1, …, last, by
 *
 *     D_k(m+1) = D_k(m) + (m+1−k)·D_{k−1}(m),
 *     E_k(m+1) = E_k(m) + (m+2−k)·(E_{k−1}(m) + E_{k−2}(m)):
 *
 * the recurrences of S2 and of T, the latter divided by (m+1−k)!. At fixed k both are polynomials in m of
 * degree 2k, so the integers stay small where G and T have thousands of digits.
 *
 * @throws RangeError unless `levels` and `last` are nonnegative safe integers.
 * @example [...diagonals(1, 3)].at(-1) // { m: 3, surjective: [1n, 3n], labelled: [1n, 6n] }
 */
export function* diagonals(levels: number, last: number): Generator<DiagonalCounts, void, undefined> {
  requireSize("levels", levels);
  requireSize("last", last);
  let surjective = Array.from<unknown, bigint>({ length: levels + 1 }, (_, k) => (k === 0 ? 1n : 0n));
  let labelled = surjective;
  yield { m: 0, surjective, labelled };
  for (let m = 1; m <= last; m += 1) {
    // D_{−1} = E_{−1} = E_{−2} = 0 come first.
    const d = [0n, ...surjective];
    const e = [0n, 0n, ...labelled];
    surjective = surjective.map((same, k) => same + BigInt(m - k) * entry(d, k));
    labelled = labelled.map((same, k) => same + BigInt(m + 1 - k) * (entry(e, k + 1) + entry(e, k)));
    yield { m, surjective, labelled };
  }
}
