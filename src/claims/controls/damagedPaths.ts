import type { Damage } from "./damage.js";
import { path, potentialPath, segment, starPath } from "./honest.js";

const theta = { incoming: [["2"]], outgoing: [["3"]] };
const end = { incoming: [["2"], ["7"]], outgoing: [["3"], ["0"]] };
const other = { incoming: [["7"], ["2"]], outgoing: [["0"], ["3"]] };
const heavy = { incoming: [["2"], ["7"]], outgoing: [["4"], ["0"]] };
const wide = {
  incoming: [["2"], ...Array.from({ length: 6 }, () => ["7"])],
  outgoing: [["3"], ...Array.from({ length: 6 }, () => ["0"])],
};
/** A path that stays where it is. */
const still = (point: typeof end) => ({
  edits: { "body.partitions": [], "body.points": [point] },
  asked: { from: point, to: point },
});

/** Polylines in Θ, and what shows that none has fewer segments. */
export const damagedPaths: readonly Damage[] = [
  {
    rule: "theta",
    of: path,
    edits: { "body.theta.outgoing.0.0": "0" },
  },
  {
    rule: "theta",
    of: path,
    edits: { "body.theta.incoming.1": ["2"], "body.theta.outgoing.1": ["1"] },
  },
  {
    rule: "shape",
    of: path,
    edits: { "body.points.1.incoming.2": ["7"], "body.points.1.outgoing.2": ["0"] },
  },
  { rule: "segments", of: path, edits: { "body.partitions.3": [0, 1] } },
  { rule: "end", of: path, asked: { from: other } },
  { rule: "end", of: path, asked: { to: end } },
  { rule: "measure", of: segment, ...still(heavy) },
  { rule: "member", of: path, edits: { "body.partitions.1": [1, 0] } },
  { rule: "member", of: path, edits: { "body.points.2": end } },
  { rule: "member", of: path, edits: { "body.points.1.outgoing.0.0": "2" } },
  { rule: "bound", of: path, edits: { claim: "ext-geodesic" }, asked: { claim: "ext-geodesic" } },
  { rule: "bound", of: starPath, edits: { "body.bound.rule": "obvious" } },
  { rule: "bound-distinct", of: starPath, edits: { "body.bound.rule": "distinct" } },
  {
    rule: "bound-distinct",
    of: segment,
    edits: { "body.partitions": [[1, 0]], "body.points": [end, end] },
    asked: still(end).asked,
  },
  {
    rule: "star",
    of: starPath,
    edits: { "body.partitions.3": [0, 1], "body.points.4": other },
  },
  {
    rule: "star",
    of: segment,
    edits: { ...still(theta).edits, "body.bound.rule": "star" },
    asked: still(theta).asked,
  },
  {
    rule: "size",
    of: segment,
    edits: { ...still(wide).edits, "body.bound": { partitions: [], rule: "potential", values: [] } },
    asked: still(wide).asked,
  },
  { rule: "bound-values", of: potentialPath, edits: { "body.bound.values.3": 0 } },
  { rule: "bound-lipschitz", of: potentialPath, edits: { "body.bound.values.2": 3 } },
  { rule: "bound-gap", of: potentialPath, edits: { "body.bound.values.2": 1 } },
  { rule: "bound-gap", of: potentialPath, ...still(end) },
];
