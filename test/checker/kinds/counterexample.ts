import fc from "fast-check";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { literalFormula } from "../../../src/combinatorics/counts/literalFormula.js";
import { counterexampleHolds } from "../second/counterexamples.js";
import { seal } from "../seal.js";
import type { Made, TestedKind } from "./kind.js";

function formulaOf(r: number, m: number): Made {
  const body = { count: String(labelledPartitionCount(r, m)), formula: String(literalFormula(r, m)), m, r };
  const claim = "thm-3.1-count";
  return { text: seal("counterexample", claim, body), expected: { claim, refuted: true, r, m } };
}

/** The curves of the flow that leave at `start`, and those that enter at `end`. */
function curvesOf(start: number, end: number, shift: number): Made {
  const half = (value: number): string => (value % 2 === 0 ? String(value / 2) : `${value}/2`);
  // (t − place)²/2 + shift and its opposite.
  const curves = (place: number): { first: string[]; second: string[] } => ({
    first: [half(place * place + 2 * shift), String(-place), "1/2"],
    second: [half(2 * shift - place * place), String(place), "-1/2"],
  });
  const leaves = { case: "leaves", ...curves(start), root: [String(-start), "1"], sign: -1 };
  const enters = { case: "enters", ...curves(end), root: [String(end), "-1"], sign: 1 };
  const cases = [
    { ...leaves, from: String(start), to: String(start + 1) },
    { ...enters, from: String(end - 1), to: String(end) },
  ];
  const claim = "lem-2.1";
  return { text: seal("counterexample", claim, { cases }), expected: { claim, refuted: true } };
}

const half = fc.integer({ min: -3, max: 3 });

export const counterexample: TestedKind = {
  kind: "counterexample",
  claims: ["thm-3.1-count", "lem-2.1"],
  request: ({ r, m }) => ({ refuted: true, r, m }),
  accepted: 6,
  otherwise: { "claim-not-refuted": { refuted: undefined } },
  says: {
    "formula-1-4": "the displayed formula gives 49 at (r, m) = (1, 4), where T is 37",
    curves: "a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it",
    formula: "body.formula: the formula's value is 49",
    count: "body.count: T is 37",
  },
  certificates: fc.oneof(
    fc.constantFrom([1, 4], [1, 5], [2, 5], [3, 6], [1, 3], [2, 2]).map(([r = 1, m = 4]) => formulaOf(r, m)),
    { weight: 2, arbitrary: fc.tuple(half, half, half).map((places) => curvesOf(...places)) },
  ),
  weight: 3,
  holds: counterexampleHolds,
};
