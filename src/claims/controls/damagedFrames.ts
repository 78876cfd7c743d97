import type { ControlGroup } from "./control.js";
import { type Damage, damagedControls, damages } from "./damage.js";
import {
  connected,
  enumeration,
  layeredPath,
  mirroredMorse,
  mirroredStar,
  network,
  path,
  rows,
} from "./honest.js";
import { flat, independence, inertia, near } from "./honestPoints.js";

/** One over powers of 2 and 3 of some 2100 digits, whose sum has a denominator of 4200. */
const THIN = [["1/" + (2n ** 6980n).toString()], ["1/" + (3n ** 4400n).toString()]];

/** Changes of the text that leave no JSON, or none in canonical form. */
const TEXTS: readonly Pick<Required<Damage>, "rule" | "text">[] = [
  { rule: "json", text: (text) => text.slice(1) },
  { rule: "canonical", text: (text) => text.replace(":", ": ") },
  { rule: "canonical", text: (text) => text.replace('version":"', 'version":"\\ud800') },
  { rule: "canonical", text: (text) => text.replace(/("claim":"[^"]*"),("command":"[^"]*")/, "$2,$1") },
];

/** What any file may have wrong, in its frame, or in the numbers and lists of its body. */
export const damagedFrames: readonly Damage[] = [
  ...TEXTS.map((damage) => ({ of: enumeration, edits: {}, asked: {}, ...damage })),
  ...damages(
    enumeration,
    ["depth", { "body.partitions.0.0": [[[[[[1]]]]]] }],
    ["shape", { version: 1 }],
    ["shape", { body: [] }],
    ["shape", { "body.more": 1 }],
    ["shape", { "body.m": undefined }],
    ["shape", { "body.partitions": "all" }],
    ["shape", { "body.partitions.0.0": "1" }],
    ["format", { format: "equiloss-cert/2" }],
    ["digest", { digest: `sha256:${"0".repeat(64)}` }],
    ["kind", { kind: "belief" }],
    ["claim", { claim: "thm-3.1-distinct" }],
    ["claim", {}, { claim: "thm-3.1-connected" }],
    ["claim", {}, { refuted: true }],
    ["parameters", {}, { theta: network("2", "3") }],
    ["parameters", {}, { r: 2 }],
    ["parameters", {}, { m: undefined }],
  ),
  ...damages(
    connected,
    ["parameters", { "body.m": 1 }, { m: 1 }],
    ["parameters", {}, { theta: network("2", "4") }],
    ["shape", { "body.points.0.outgoing.0.0": 1 }],
    ["rational", { "body.points.0.outgoing.0.0": "01" }],
    ["rational", { "body.points.0.outgoing.0.0": "2/2" }],
    ["rational", { "body.points.0.outgoing": THIN }],
  ),
  ...damages(path, ["parameters", {}, { to: undefined }], ["parameters", {}, { m: 3 }]),
  ...damages(path, ["parameters", {}, { parity: "odd" }]),
  ...damages(
    mirroredStar,
    ["parameters", {}, { parity: undefined }],
    ["parameters", {}, { parity: "even" }],
    ["parameters", { "body.parity": "none" }, { parity: "none" }],
    ["parameters", {}, { from: undefined }],
  ),
  ...damages(layeredPath, ["parameters", {}, { from: undefined }]),
  ...damages(
    mirroredMorse,
    ["parameters", {}, { parity: undefined }],
    ["parameters", {}, { parity: "even" }],
  ),
  ...damages(
    flat,
    ["size", { version: "x".repeat(2 ** 21) }],
    ["parameters", {}, { r: 2 }],
    ["parameters", {}, { data: { inputs: rows("1; 2"), targets: rows("-3; 6") } }],
  ),
  ...damages(inertia, ["parameters", {}, { matrix: undefined }], ["parameters", {}, { inertia: [2, 1, 0] }]),
  ...damages(near, ["parameters", {}, { theta: undefined }], ["parameters", {}, { activation: "sigmoid" }]),
  ...damages(independence, ["parameters", {}, { exponents: [0, 2] }]),
];

/** The checker has to reject each of them, by the rule that the damage breaks. */
export const frameControls: ControlGroup = {
  expected: 44,
  controls: () => damagedControls(damagedFrames),
};
