import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { binomial } from "../src/combinatorics/counts/binomial.js";
import { eulerCharacteristic } from "../src/combinatorics/counts/eulerCharacteristic.js";
import { partialSurjectionCount } from "../src/combinatorics/counts/partialSurjections.js";
import { surjections } from "../src/combinatorics/counts/surjections.js";
import { placementMate } from "../src/manifold/topology/placementMatching.js";
import { partialSurjection } from "./arbitraries/partialSurjection.js";
import { type Property, property } from "./property.js";

/** r ≤ m, with far too many cells to list. */
const sizes = fc
  .integer({ min: 1, max: 12 })
  .chain((r) => fc.tuple(fc.constant(r), fc.integer({ min: r, max: 40 })));

/** Claim ext-topology: the cells of X_{r,m} and their matching. */
export const properties: readonly Property[] = [
  property(
    "ext-topology/involution",
    "a cell and its partner differ by one neuron and are partners of each other; only the root and cells " +
      "with all neurons have no partner",
    sizes.chain(([r, m]) => fc.tuple(partialSurjection(r, m, m), partialSurjection(r, m, r))),
    ([map, root]) => {
      const toggle = placementMate(map, root);
      if (toggle === undefined) return !map.includes(0) || map.join() === root.join();
      const { unit, label } = toggle;
      const value = entry(map, unit);
      const partner = map.map((other, i) => (i === unit ? label - value : other));
      const back = placementMate(partner, root);
      const isToggle = (value === 0 || value === label) && labelsOf(partner) === labelsOf(map);
      return isToggle && back?.unit === unit && back.label === label;
    },
  ),
  property(
    "ext-topology/root",
    "the root is critical, whichever vertex it is",
    sizes.chain(([r, m]) => partialSurjection(r, m, r)),
    (root) => placementMate(root, root) === undefined,
  ),
  property(
    "ext-topology/cells",
    "there are C(m,n)·G(r,n) cells of dimension n − r, and their alternating sum is (−1)^{m−r} Δ^r x^m at " +
      "−1",
    fc.integer({ min: 1, max: 60 }).chain((m) => fc.tuple(fc.integer({ min: 1, max: m }), fc.constant(m))),
    ([r, m]) => {
      const cells = Array.from({ length: m - r + 1 }, (_, d) => binomial(m, r + d) * surjections(r, r + d));
      const sum = (signed: boolean): bigint =>
        cells.reduce((total, count, d) => (signed && d % 2 === 1 ? total - count : total + count), 0n);
      return sum(false) === partialSurjectionCount(r, m) && sum(true) === eulerCharacteristic(r, m);
    },
  ),
];

function labelsOf(map: readonly number[]): string {
  return [...new Set(map.filter((label) => label > 0))].sort((a, b) => a - b).join();
}
