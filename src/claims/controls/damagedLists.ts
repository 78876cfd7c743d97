import type { Damage } from "./damage.js";
import { connected, enumeration } from "./honest.js";

/** Lists of all labelled partitions, and trees on them. */
export const damagedLists: readonly Damage[] = [
  { rule: "size", of: enumeration, edits: { "body.m": 65, "body.r": 65 }, asked: { r: 65, m: 65 } },
  { rule: "size", of: enumeration, edits: { "body.m": 64, "body.r": 64 }, asked: { r: 64, m: 64 } },
  { rule: "count", of: enumeration, edits: { "body.partitions.3": [0, 1] } },
  { rule: "partition", of: enumeration, edits: { "body.partitions.1": [1] } },
  { rule: "partition", of: enumeration, edits: { "body.partitions.1": [1, -1] } },
  { rule: "partition", of: enumeration, edits: { "body.partitions.1": [0, 0] } },
  { rule: "first", of: enumeration, edits: { "body.partitions.0": undefined } },
  { rule: "successor", of: enumeration, edits: { "body.partitions.1": undefined } },
  { rule: "successor", of: enumeration, edits: { "body.partitions.2": [1, 0] } },
  { rule: "last", of: enumeration, edits: { "body.partitions.2": undefined } },
  { rule: "shape", of: connected, edits: { "body.depths.3": 2 } },
  {
    rule: "shape",
    of: connected,
    edits: { "body.theta.outgoing.1": ["1"] },
    asked: { theta: undefined },
  },
  { rule: "shape", of: connected, edits: { "body.points.0.outgoing.0.1": "0" } },
  { rule: "theta", of: connected, edits: { "body.m": 3, "body.r": 2 }, asked: { r: 2, m: 3 } },
  { rule: "parent", of: connected, edits: { "body.parents.1": 3 } },
  { rule: "parent", of: connected, edits: { "body.parents.0": 1 } },
  { rule: "depth-order", of: connected, edits: { "body.depths.2": 2 } },
  { rule: "depth-order", of: connected, edits: { "body.depths.0": 1 } },
  { rule: "member", of: connected, edits: { "body.points.1.incoming.1.0": "7" } },
  { rule: "member", of: connected, edits: { "body.points.1.outgoing": [["2"], ["1"]] } },
  {
    rule: "member",
    of: connected,
    edits: { "body.points.1.incoming.2": ["2"], "body.points.1.outgoing.2": ["0"] },
  },
];
