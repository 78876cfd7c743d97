import type { Damage } from "./damage.js";
import { layeredPath } from "./honest.js";

const start = "body.points.0.weights";
const tuple = [
  [1, 0],
  [1, 0],
];

/** Polylines of networks of three layers with biases. */
export const damagedLayers: readonly Damage[] = [
  { rule: "theta", of: layeredPath, edits: { "body.theta.weights.2.0.0": "0" } },
  { rule: "shape", of: layeredPath, edits: { "body.points.1.biases": [] } },
  { rule: "shape", of: layeredPath, edits: { "body.points.0.biases.0.1": undefined } },
  { rule: "shape", of: layeredPath, edits: { [`${start}.1.0.2`]: "0" } },
  { rule: "shape", of: layeredPath, edits: { "body.partitions.0.1": undefined } },
  { rule: "partition", of: layeredPath, edits: { "body.partitions.0.1": [1, 2] } },
  { rule: "segments", of: layeredPath, edits: { "body.partitions.1": tuple } },
  {
    rule: "end",
    of: layeredPath,
    asked: { from: layeredPath.asked.to },
  },
  { rule: "end", of: layeredPath, asked: { to: layeredPath.asked.from } },
  { rule: "member", of: layeredPath, edits: { "body.partitions.0.0": [0, 1] } },
  { rule: "member", of: layeredPath, edits: { "body.partitions.0.1": [0, 1] } },
  { rule: "member", of: layeredPath, edits: { "body.theta.biases.1.0": "1/3" } },
  { rule: "member", of: layeredPath, edits: { "body.theta.weights.2.0.0": "6" } },
];
