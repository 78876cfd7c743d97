import type { WrittenNetwork } from "../../checker/verdict.js";
import { type Damage, damages } from "./damage.js";
import {
  changingPath,
  layeredPath,
  mirroredPotential,
  mirroredStar,
  network,
  path,
  potentialPath,
  segment,
  starPath,
} from "./honest.js";

const end = network("2; 7", "3; 0");
const other = network("7; 2", "0; 3");
const wide = network(`2${"; 7".repeat(6)}`, `3${"; 0".repeat(6)}`);
/** A path that stays at a point. */
const still = (point: WrittenNetwork) => ({ "body.partitions": [], "body.points": [point] });
/** The ends of a path that stays at a point. */
const at = (point: WrittenNetwork) => ({ from: point, to: point });
const tuple = [
  [1, 0],
  [1, 0],
];

/** Polylines in Θ, and what shows that none has fewer segments; polylines of three layers with biases. */
export const damagedPaths: readonly Damage[] = [
  ...damages(
    path,
    ["theta", { "body.theta.outgoing.0.0": "0" }],
    ["theta", { "body.theta.incoming.1": ["2"], "body.theta.outgoing.1": ["1"] }],
    ["shape", { "body.points.1.incoming.2": ["7"], "body.points.1.outgoing.2": ["0"] }],
    ["segments", { "body.partitions.3": [0, 1] }],
    ["end", {}, { from: other }],
    ["end", {}, { to: end }],
    ["member", { "body.partitions.1": [1, 0] }],
    ["member", { "body.points.2": end }],
    ["member", { "body.points.1.outgoing.0.0": "2" }],
    ["bound", { claim: "ext-geodesic" }, { claim: "ext-geodesic" }],
  ),
  ...damages(
    changingPath,
    ["change", { "body.changes.0.incoming.1.1": "7" }],
    ["change", { "body.changes.1.outgoing.2": 0 }],
    ["change", { "body.changes.1.outgoing.2": 2 }],
    ["member", { "body.partitions.1": [1, 0] }],
    ["segments", { "body.changes.2": undefined }],
  ),
  ...damages(
    segment,
    ["measure", still(network("2; 7", "4; 0")), at(network("2; 7", "4; 0"))],
    ["bound-distinct", { "body.partitions": [[1, 0]], "body.points": [end, end] }, at(end)],
    ["star", { ...still(network("2", "3")), "body.bound.rule": "star" }, at(network("2", "3"))],
    ["size", { ...still(wide), "body.bound": { partitions: [], rule: "potential", values: [] } }, at(wide)],
  ),
  ...damages(
    starPath,
    ["bound", { "body.bound.rule": "obvious" }],
    ["bound-distinct", { "body.bound.rule": "distinct" }],
    ["star", { "body.partitions.3": [0, 1], "body.points.4": other }],
  ),
  ...damages(
    potentialPath,
    ["bound-values", { "body.bound.values.3": 0 }],
    ["bound-lipschitz", { "body.bound.values.2": 3 }],
    ["bound-gap", { "body.bound.values.2": 1 }],
    ["bound-gap", still(end), at(end)],
  ),
  ...damages(
    mirroredStar,
    ["theta", { "body.theta.incoming.1": ["-2"], "body.theta.outgoing.1": ["1"] }],
    ["theta", { "body.theta.incoming.1": ["0"], "body.theta.outgoing.1": ["1"] }],
    ["shape", { "body.partitions.1": [1, 1] }],
    ["partition", { "body.partitions.1.codes": [1, 2] }],
    ["partition", { "body.partitions.1.signs": [1] }],
    ["partition", { "body.partitions.1.signs": [1, 0] }],
    ["partition", { "body.partitions.1.signs": [1, 2] }],
    ["partition", { "body.partitions.0.signs": [1, -1] }],
    ["segments", { "body.partitions.5": { codes: [1, 0], signs: [-1, 1] } }],
    ["end", {}, { from: other }],
    ["end", {}, { to: end }],
    ["measure", still(network("-2; 7", "3; 0")), at(network("-2; 7", "3; 0"))],
    ["member", { "body.partitions.3.signs": [1, 1] }],
    ["member", { "body.partitions.0.signs": [1, 0] }],
    ["member", { "body.points.4.outgoing": [["3"], ["6"]] }],
    ["bound", { "body.bound.rule": "none" }],
    ["bound-distinct", { "body.bound.rule": "distinct" }],
    [
      "star",
      {
        "body.partitions.5": { codes: [1, 0], signs: [-1, 1] },
        "body.points.6": network("-2; 7", "-3; 0"),
      },
    ],
  ),
  ...damages(
    mirroredPotential,
    ["count", { "body.bound.partitions.11": undefined, "body.bound.values.11": undefined }],
    ["count", { "body.bound.partitions.1": { codes: [1, 0], signs: [1, 1] } }],
    ["partition", { "body.bound.partitions.1.signs": [1, 2] }],
    ["bound-values", { "body.bound.values.12": 0 }],
    ["bound-lipschitz", { "body.bound.values.8": 5 }],
    ["bound-gap", { "body.bound.values.10": 3, "body.bound.values.11": 4 }],
  ),
  ...damages(
    layeredPath,
    ["theta", { "body.theta.weights.2.0.0": "0" }],
    ["shape", { "body.points.1.biases": [] }],
    ["shape", { "body.points.0.biases.0.1": undefined }],
    ["shape", { "body.points.0.weights.1.0.2": "0" }],
    ["shape", { "body.partitions.0.1": undefined }],
    ["partition", { "body.partitions.0.1": [1, 2] }],
    ["segments", { "body.partitions.1": tuple }],
    ["end", {}, { from: layeredPath.asked.to }],
    ["end", {}, { to: layeredPath.asked.from }],
    ["member", { "body.partitions.0.0": [0, 1] }],
    ["member", { "body.partitions.0.1": [0, 1] }],
    ["member", { "body.theta.biases.1.0": "1/3" }],
    ["member", { "body.theta.weights.2.0.0": "6" }],
  ),
];
