import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { literalFormula } from "../combinatorics/counts/literalFormula.js";
import type { Certificate } from "./certificate.js";

/**
 * The displayed formula of Theorem 3.1, read to the letter, against the number of subspaces. It refutes claim
 * `thm-3.1-count` as stated wherever the two differ, which they do for m − r ≥ 3.
 *
 * @throws RangeError if they agree.
 * @example literalFormulaCounterexample(1, 4).kind === "counterexample"
 */
export function literalFormulaCounterexample(r: number, m: number): Certificate {
  const [formula, count] = [literalFormula(r, m), labelledPartitionCount(r, m)];
  if (formula === count) throw new RangeError(`the displayed formula is right at (${r},${m}): ${count}`);
  return {
    kind: "counterexample",
    claim: "thm-3.1-count",
    body: { r, m, formula: formula.toString(), count: count.toString() },
  };
}

/**
 * A counterexample to Lemma 2.1 as stated, for C¹ losses: m = 2 units of dimension D = 1, and L =
 * sign·(2/3)|ϑ1 − ϑ2|^{3/2}. With sign −1 the curve (t²/2, −t²/2) solves the gradient flow, starts in the
 * symmetry subspace and leaves it; with sign +1 the curve ((1−t)²/2, −(1−t)²/2) solves it and reaches the
 * symmetry subspace at t = 1. Polynomials are lists of coefficients, ascending; `root` is the nonnegative
 * root of ϑ1 − ϑ2.
 *
 * @example gradientFlowCounterexample().claim === "lem-2.1"
 */
export function gradientFlowCounterexample(): Certificate {
  return {
    kind: "counterexample",
    claim: "lem-2.1",
    body: {
      cases: [
        {
          case: "leaves",
          sign: -1,
          first: ["0", "0", "1/2"],
          second: ["0", "0", "-1/2"],
          root: ["0", "1"],
          from: "0",
          to: "1",
        },
        {
          case: "enters",
          sign: 1,
          first: ["1/2", "-1", "1/2"],
          second: ["-1/2", "1", "-1/2"],
          root: ["1", "-1"],
          from: "0",
          to: "1",
        },
      ],
    },
  };
}
