import type { Damage } from "./damage.js";
import { morse } from "./honest.js";

/** All vertices first, in pairs with each other: no facet, but all else is right. */
const VERTICES_TOGETHER = [
  ["012"],
  ["102", "210"],
  ["120", "021"],
  ["201", "112"],
  ["212", "122"],
  ["121", "221"],
  ["211"],
];

/** X_{2,3}, a circle of six vertices and six edges, built up by cells. */
export const damagedCells: readonly Damage[] = [
  { rule: "size", of: morse, edits: { "body.m": 18 }, asked: { m: 18 } },
  { rule: "shape", of: morse, edits: { "body.steps.1": [] } },
  { rule: "shape", of: morse, edits: { "body.steps.1": ["102", "112", "112"] } },
  { rule: "shape", of: morse, edits: { "body.steps.0.0": 12 } },
  { rule: "cell", of: morse, edits: { "body.steps.0.0": "013" } },
  { rule: "cell", of: morse, edits: { "body.steps.0.0": "010" } },
  { rule: "cell", of: morse, edits: { "body.steps.0.0": "0120" } },
  { rule: "facet", of: morse, edits: { "body.steps": VERTICES_TOGETHER } },
  { rule: "repeated", of: morse, edits: { "body.steps.7": ["102", "112"] } },
  {
    rule: "attach",
    of: morse,
    edits: { "body.steps.1": ["120", "122"], "body.steps.3": ["102", "112"] },
  },
  { rule: "complete", of: morse, edits: { "body.steps.6": undefined } },
  {
    rule: "critical",
    of: morse,
    edits: { "body.steps.5": ["201"], "body.steps.6": ["221"], "body.steps.7": ["211"] },
  },
];
