import fc from "fast-check";
import {
  bell,
  bellByRecurrence,
  bellByStirling,
  zeroBlockArrangements,
} from "../src/combinatorics/counts/bell.js";
import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
} from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import {
  surjections,
  surjectionsByCompositions,
  surjectionsByRecurrence,
  surjectionsByStirling,
} from "../src/combinatorics/counts/surjections.js";
import { widths } from "./arbitraries/widths.js";
import { type Property, property } from "./property.js";

/** Prop. 4.5 of Şimşek et al. (2021): closed forms of G and T. */
export const properties: readonly Property[] = [
  property(
    "prop-4.5/surjections",
    "G(r,m) = Σ_i C(r,i)(−1)^{r−i} i^m equals r!·S2(m,r), and satisfies G(r,m+1) = r(G(r−1,m) + G(r,m))",
    widths(60),
    ([r, m]) => {
      const count = surjections(r, m);
      return count === surjectionsByStirling(r, m) && count === surjectionsByRecurrence(r, m);
    },
  ),
  property(
    "prop-4.5/surjections-as-defined",
    "G(r,m) is the sum of multinomials m!/(k_1!…k_r!) over k_1 + … + k_r = m, k_i ≥ 1",
    widths(11),
    ([r, m]) => surjections(r, m) === surjectionsByCompositions(r, m),
  ),
  property(
    "prop-4.5/zero-blocks",
    "T(r,m) = G(r,m) + Σ_u C(m,u) G(r,m−u) g(u)",
    widths(80),
    ([r, m]) => labelledPartitionCount(r, m) === labelledPartitionCountByZeroBlocks(r, m),
  ),
  property(
    "prop-4.5/stirling",
    "T(r,m) = r!·Σ_n S2(m,n) C(n,r)",
    widths(80),
    ([r, m]) => labelledPartitionCount(r, m) === labelledPartitionCountByStirling(r, m),
  ),
  property(
    "prop-4.5/recurrence",
    "T(r,m+1) = r·T(r−1,m) + (r+1)·T(r,m) + T(r+1,m)",
    widths(80),
    ([r, m]) => labelledPartitionCount(r, m) === labelledPartitionCountByRecurrence(r, m),
  ),
  property("prop-4.5/arrangements", "g(u) = Σ_j G(j,u)/j! is the Bell number B(u)", fc.nat(60), (u) => {
    const arrangements = zeroBlockArrangements(u);
    return [bell, bellByRecurrence, bellByStirling].every((route) => route(u) === arrangements);
  }),
];
