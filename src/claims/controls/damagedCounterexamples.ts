import type { Damage } from "./damage.js";
import { curves, formula } from "./honest.js";

/** The displayed formula of Theorem 3.1, and curves of the gradient flow. */
export const damagedCounterexamples: readonly Damage[] = [
  { rule: "size", of: formula, edits: { "body.m": 17 }, asked: { m: 17 } },
  { rule: "formula", of: formula, edits: { "body.formula": "48" } },
  { rule: "count", of: formula, edits: { "body.count": "36" } },
  {
    rule: "refutation",
    of: formula,
    edits: { "body.count": "10", "body.formula": "10", "body.m": 3 },
    asked: { m: 3 },
  },
  { rule: "cases", of: curves, edits: { "body.cases.1": undefined } },
  { rule: "cases", of: curves, edits: { "body.cases.1.case": "stays" } },
  { rule: "shape", of: curves, edits: { "body.cases.0.first.3": "0" } },
  { rule: "curve", of: curves, edits: { "body.cases.0.sign": 1 } },
  { rule: "curve", of: curves, edits: { "body.cases.0.first.0": "1" } },
  { rule: "curve", of: curves, edits: { "body.cases.0.first.1": "1", "body.cases.0.second.1": "1" } },
  { rule: "curve", of: curves, edits: { "body.cases.0.from": "1" } },
  { rule: "curve", of: curves, edits: { "body.cases.1.to": "2" } },
];
