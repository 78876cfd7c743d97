import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import { labelledPartitionCountBySortedTuples } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import { correctedFormula, literalFormula } from "../src/combinatorics/counts/literalFormula.js";
import { widths } from "./arbitraries/widths.js";
import { type Property, property } from "./property.js";

/** The displayed formula of Theorem 3.1 of Şimşek et al. (2021), in its readings. */
export const properties: readonly Property[] = [
  property(
    "thm-3.1-count/sorted-tuples",
    "with b_1 ≥ … ≥ b_j the formula gives T(r,m)",
    widths(10),
    ([r, m]) => labelledPartitionCountBySortedTuples(r, m) === labelledPartitionCount(r, m),
  ),
  property(
    "thm-3.1-count/ordered-tuples",
    "with 1/j! over ordered tuples the formula gives T(r,m)",
    widths(10),
    ([r, m]) => correctedFormula(r, m) === labelledPartitionCount(r, m),
  ),
  property(
    "thm-3.1-count/literal",
    "read literally, over ordered tuples with 1/∏c_i!, it gives T(r,m) for m − r ≤ 2 and more from m − r " +
      "= 3 on",
    widths(10),
    ([r, m]) => {
      const excess = literalFormula(r, m) - labelledPartitionCount(r, m);
      return m - r <= 2 ? excess === 0n : excess > 0n;
    },
  ),
];
