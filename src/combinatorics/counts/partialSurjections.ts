import { noEntry } from "../../exact/entry.js";
import { factorial } from "./factorial.js";
import { requireSize } from "../requireSize.js";
import { stirling2 } from "./stirling2.js";

/**
 * The number of surjective partial maps [m] ⇀ [r]: r!·S2(m+1, r+1). A partial map sends each unit to one of r
 * labels or to "undefined". Add one more unit that is always undefined: this gives a partition of m + 1 units
 * into r labelled blocks and one block without a label.
 *
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example partialSurjectionCount(2, 3) === 12n
 */
export function partialSurjectionCount(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  return factorial(r) * stirling2(m + 1, r + 1);
}

/**
 * Visits all surjective partial maps g : [m] ⇀ [r] in lexicographic order of (g(1), …, g(m)), with 0 for
 * undefined. Every visit gets the same array, which changes between visits: copy it to keep it, and don't
 * write to it.
 *
 * @returns the number of visits, to compare with {@link partialSurjectionCount}.
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example forEachPartialSurjection(2, 3, () => {}) === 12
 */
export function forEachPartialSurjection(r: number, m: number, visit: (map: Uint8Array) => void): number {
  requireSize("r", r);
  requireSize("m", m);
  const map = new Uint8Array(m);
  const uses = new Uint32Array(r + 1);
  let visited = 0;
  const descend = (unit: number, missing: number): void => {
    if (unit === m) {
      visit(map);
      visited += 1;
      return;
    }
    for (let label = 0; label <= r; label += 1) {
      const before = uses[label] ?? noEntry(uses, label);
      const rest = label > 0 && before === 0 ? missing - 1 : missing;
      if (rest >= m - unit) continue;
      map[unit] = label;
      uses[label] = before + 1;
      descend(unit + 1, rest);
      uses[label] = before;
    }
  };
  if (r <= m) descend(0, r);
  return visited;
}
