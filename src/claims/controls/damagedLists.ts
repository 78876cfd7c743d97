import { type Damage, damages } from "./damage.js";
import { connected, curves, enumeration, formula, mirroredMorse, morse, rows } from "./honest.js";

/** All vertices first, in pairs with each other: no facet, but all else is right. */
const VERTICES_TOGETHER = rows("012; 102 210; 120 021; 201 112; 212 122; 121 221; 211");

/** Lists of labelled partitions, trees on them, cells of X_{2,3} (a circle), and counterexamples. */
export const damagedLists: readonly Damage[] = [
  ...damages(
    enumeration,
    ["size", { "body.m": 65, "body.r": 65 }, { r: 65, m: 65 }],
    ["size", { "body.m": 64, "body.r": 64 }, { r: 64, m: 64 }],
    ["count", { "body.partitions.3": [0, 1] }],
    ["partition", { "body.partitions.1": [1] }],
    ["partition", { "body.partitions.1": [1, -1] }],
    ["partition", { "body.partitions.1": [0, 0] }],
    ["first", { "body.partitions.0": undefined }],
    ["successor", { "body.partitions.1": undefined }],
    ["successor", { "body.partitions.2": [1, 0] }],
    ["last", { "body.partitions.2": undefined }],
  ),
  ...damages(
    connected,
    ["shape", { "body.depths.3": 2 }],
    ["shape", { "body.theta.outgoing.1": ["1"] }, { theta: undefined }],
    ["shape", { "body.points.0.outgoing.0.1": "0" }],
    ["theta", { "body.m": 3, "body.r": 2 }, { r: 2, m: 3 }],
    ["parent", { "body.parents.1": 3 }],
    ["parent", { "body.parents.0": 1 }],
    ["depth-order", { "body.depths.2": 2 }],
    ["depth-order", { "body.depths.0": 1 }],
    ["member", { "body.points.1.incoming.1.0": "7" }],
    ["member", { "body.points.1.outgoing": rows("2; 1") }],
    ["member", { "body.points.1.incoming.2": ["2"], "body.points.1.outgoing.2": ["0"] }],
  ),
  ...damages(
    morse,
    ["size", { "body.m": 18 }, { m: 18 }],
    ["shape", { "body.steps.1": [] }],
    ["shape", { "body.steps.1": ["102", "112", "112"] }],
    ["shape", { "body.steps.0.0": 12 }],
    ["cell", { "body.steps.0.0": "013" }],
    ["cell", { "body.steps.0.0": "010" }],
    ["cell", { "body.steps.0.0": "0120" }],
    ["facet", { "body.steps": VERTICES_TOGETHER }],
    ["repeated", { "body.steps.7": ["102", "112"] }],
    ["attach", { "body.steps.1": ["120", "122"], "body.steps.3": ["102", "112"] }],
    ["complete", { "body.steps.6": undefined }],
    ["critical", { "body.steps.5": ["201"], "body.steps.6": ["221"], "body.steps.7": ["211"] }],
  ),
  ...damages(
    mirroredMorse,
    ["size", { "body.m": 9, "body.r": 6 }, { r: 6, m: 9 }],
    ["cell", { "body.steps.0.0": "03" }],
    ["facet", { "body.steps.1.1": "21" }],
    ["repeated", { "body.steps.5": ["10", "12"] }],
    ["attach", { "body.steps.3": ["21"] }],
    ["complete", { "body.steps": rows("02; 10 12; 20 22; 01 11") }],
    ["critical", { "body.steps": rows("02; 10; 12; 20 22; 01 11; 21") }],
  ),
  ...damages(
    formula,
    ["size", { "body.m": 17 }, { m: 17 }],
    ["formula", { "body.formula": "48" }],
    ["count", { "body.count": "36" }],
    ["refutation", { "body.count": "10", "body.formula": "10", "body.m": 3 }, { m: 3 }],
  ),
  ...damages(
    curves,
    ["cases", { "body.cases.1": undefined }],
    ["cases", { "body.cases.1.case": "stays" }],
    ["shape", { "body.cases.0.first.3": "0" }],
    ["curve", { "body.cases.0.sign": 1 }],
    ["curve", { "body.cases.0.first.0": "1" }],
    ["curve", { "body.cases.0.first.1": "1", "body.cases.0.second.1": "1" }],
    ["curve", { "body.cases.0.from": "1" }],
    ["curve", { "body.cases.1.to": "2" }],
  ),
];
