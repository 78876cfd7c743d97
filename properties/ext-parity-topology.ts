import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { placementMate } from "../src/manifold/topology/placementMatching.js";
import { partialSurjection } from "./arbitraries/partialSurjection.js";
import { type Property, property } from "./property.js";

/** r ≤ m with g images of each label, with far too many cells to list; a cell and a vertex as root. */
const cells = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 3 })).chain(([r, images]) =>
  fc.integer({ min: r, max: 20 }).chain((m) => {
    const turned = (size: number): fc.Arbitrary<number[]> =>
      fc
        .tuple(partialSurjection(r, m, size), fc.array(fc.nat(images - 1), { minLength: m, maxLength: m }))
        .map(([map, turns]) => map.map((label, i) => (label === 0 ? 0 : label + r * entry(turns, i))));
    return fc.tuple(fc.constant(r), turned(m), turned(r));
  }),
);

/** Claim ext-parity-topology: the matching of X with images of labels. */
export const properties: readonly Property[] = [
  property(
    "ext-parity-topology/involution",
    "a cell and its partner differ by one neuron, whose label others share up to images, and are partners of " +
      "each other; only the root and cells with all neurons have no partner; the root has none",
    cells,
    ([r, map, root]) => {
      if (placementMate(root, root, r) !== undefined) return false;
      const toggle = placementMate(map, root, r);
      if (toggle === undefined) return !map.includes(0) || map.join() === root.join();
      const { unit, label } = toggle;
      const value = entry(map, unit);
      const partner = map.map((other, i) => (i === unit ? label - value : other));
      const back = placementMate(partner, root, r);
      const isShared = map.some((other, i) => i !== unit && other > 0 && (other - label) % r === 0);
      return (value === 0 || value === label) && isShared && back?.unit === unit && back.label === label;
    },
  ),
];
