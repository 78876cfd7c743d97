import { noEntry } from "../../exact/entry.js";
import { binomialRow } from "./binomial.js";
import { factorial } from "./factorial.js";
import { requirePositive, requireSize } from "../requireSize.js";
import { stirling2 } from "./stirling2.js";
import { surjections } from "./surjections.js";

/**
 * The number of surjective partial maps [m] ⇀ [r]: r!·S2(m+1, r+1). A partial map sends each unit to one of r
 * labels or to "undefined". Add one more unit that is always undefined: this gives a partition of m + 1 units
 * into r labelled blocks and one block without a label.
 *
 * With g images of each label, a map sends each unit to one of these g·r or to "undefined", and some image of
 * each label is a value: Σ_n C(m,n)·g^n·G(r,n).
 *
 * @param images g ≥ 1.
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example partialSurjectionCount(2, 3) === 12n
 */
export function partialSurjectionCount(r: number, m: number, images = 1): bigint {
  requireSize("r", r);
  requireSize("m", m);
  requirePositive("images", images);
  if (images === 1) return factorial(r) * stirling2(m + 1, r + 1);
  const choices = binomialRow(m).map((choose, n) => choose * BigInt(images) ** BigInt(n) * surjections(r, n));
  return choices.reduce((sum, count) => sum + count, 0n);
}

/**
 * Visits all surjective partial maps g : [m] ⇀ [r] in lexicographic order of (g(1), …, g(m)), with 0 for
 * undefined. With g images of each label, values are 1…g·r, where t, t + r, t + 2r, … are images. Every visit
 * gets the same array, which changes between visits: copy it to keep it, and don't write to it.
 *
 * @returns the number of visits, to compare with {@link partialSurjectionCount}.
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example forEachPartialSurjection(2, 3, () => {}) === 12
 */
export function forEachPartialSurjection(
  r: number,
  m: number,
  visit: (map: Uint8Array) => void,
  images = 1,
): number {
  requireSize("r", r);
  requireSize("m", m);
  requirePositive("images", images);
  const map = new Uint8Array(m);
  const uses = new Uint32Array(r + 1);
  let visited = 0;
  const descend = (unit: number, missing: number): void => {
    if (unit === m) {
      visit(map);
      visited += 1;
      return;
    }
    for (let label = 0; label <= images * r; label += 1) {
      const block = label === 0 ? 0 : 1 + ((label - 1) % r);
      const before = uses[block] ?? noEntry(uses, block);
      const rest = label > 0 && before === 0 ? missing - 1 : missing;
      if (rest >= m - unit) continue;
      map[unit] = label;
      uses[block] = before + 1;
      descend(unit + 1, rest);
      uses[block] = before;
    }
  };
  if (r <= m) descend(0, r);
  return visited;
}
