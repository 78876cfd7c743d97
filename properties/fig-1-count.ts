import fc from "fast-check";
import { labelledPartitionCountByStirling } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import {
  criticalSubspaces,
  firstProliferatingWidth,
  onePerLevel,
} from "../src/combinatorics/asymptotics/ratio.js";
import { type Property, property } from "./property.js";

/** Where there are more critical subspaces than subspaces of global minima, by width and by a_k. */
export const properties: readonly Property[] = [
  property(
    "fig-1-count/first-width",
    "Σ_k G(r−k,r+h) > T(r,r+h) if and only if r is at least the smallest such r, a_k = 1",
    fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 80 })),
    ([h, r]) => {
      const prevail = criticalSubspaces(r, r + h, onePerLevel) > labelledPartitionCountByStirling(r, r + h);
      return prevail === r >= firstProliferatingWidth(h);
    },
  ),
  property(
    "fig-1-count/common-a",
    "with a_k = a there are more critical subspaces if and only if a ≥ ⌊T/Σ_k G⌋ + 1",
    fc.tuple(fc.integer({ min: 2, max: 40 }), fc.nat(20), fc.integer({ min: 1, max: 60 })),
    ([r, h, a]) => {
      const critical = criticalSubspaces(r, r + h, onePerLevel);
      const minima = labelledPartitionCountByStirling(r, r + h);
      return criticalSubspaces(r, r + h, () => BigInt(a)) > minima === BigInt(a) > minima / critical;
    },
  ),
];
