import type { Damage } from "./damage.js";
import { connected, enumeration, layeredPath, path } from "./honest.js";
import { flat, independence, inertia } from "./honestPoints.js";

/** One over powers of 2 and 3 of some 2100 digits, whose sum has a denominator of 4200. */
const THIN = [["1/" + (2n ** 6980n).toString()], ["1/" + (3n ** 4400n).toString()]];

/** What any file may have wrong, in its frame, or in the numbers and lists of its body. */
export const damagedFrames: readonly Damage[] = [
  { rule: "depth", of: enumeration, edits: { "body.partitions.0.0": [[[[[[1]]]]]] } },
  { rule: "json", of: enumeration, text: (text) => text.slice(1) },
  { rule: "canonical", of: enumeration, text: (text) => text.replace(":", ": ") },
  { rule: "canonical", of: enumeration, text: (text) => text.replace('version":"', 'version":"\\ud800') },
  {
    rule: "canonical",
    of: enumeration,
    text: (text) => text.replace(/("claim":"[^"]*"),("command":"[^"]*")/, "$2,$1"),
  },
  { rule: "shape", of: enumeration, edits: { version: 1 } },
  { rule: "shape", of: enumeration, edits: { body: [] } },
  { rule: "shape", of: enumeration, edits: { "body.more": 1 } },
  { rule: "shape", of: enumeration, edits: { "body.m": undefined } },
  { rule: "shape", of: enumeration, edits: { "body.partitions": "all" } },
  { rule: "shape", of: enumeration, edits: { "body.partitions.0.0": "1" } },
  { rule: "format", of: enumeration, edits: { format: "equiloss-cert/2" } },
  { rule: "digest", of: enumeration, edits: { digest: `sha256:${"0".repeat(64)}` } },
  { rule: "kind", of: enumeration, edits: { kind: "belief" } },
  { rule: "claim", of: enumeration, edits: { claim: "thm-3.1-distinct" } },
  { rule: "claim", of: enumeration, asked: { claim: "thm-3.1-connected" } },
  { rule: "claim", of: enumeration, asked: { refuted: true } },
  { rule: "size", of: flat, edits: { version: "x".repeat(2 ** 21) } },
  { rule: "parameters", of: enumeration, asked: { theta: { incoming: [["2"]], outgoing: [["3"]] } } },
  { rule: "parameters", of: enumeration, asked: { r: 2 } },
  { rule: "parameters", of: enumeration, asked: { m: undefined } },
  { rule: "parameters", of: connected, edits: { "body.m": 1 }, asked: { m: 1 } },
  { rule: "parameters", of: connected, asked: { theta: { incoming: [["2"]], outgoing: [["4"]] } } },
  { rule: "parameters", of: path, asked: { to: undefined } },
  { rule: "parameters", of: path, asked: { m: 3 } },
  { rule: "parameters", of: layeredPath, asked: { from: undefined } },
  { rule: "parameters", of: flat, asked: { r: 2 } },
  { rule: "parameters", of: flat, asked: { data: { inputs: [["1"], ["2"]], targets: [["-3"], ["6"]] } } },
  { rule: "parameters", of: inertia, asked: { matrix: undefined } },
  { rule: "parameters", of: inertia, asked: { inertia: [2, 1, 0] } },
  { rule: "parameters", of: independence, asked: { exponents: [0, 2] } },
  { rule: "shape", of: connected, edits: { "body.points.0.outgoing.0.0": 1 } },
  { rule: "rational", of: connected, edits: { "body.points.0.outgoing.0.0": "01" } },
  { rule: "rational", of: connected, edits: { "body.points.0.outgoing.0.0": "2/2" } },
  { rule: "rational", of: connected, edits: { "body.points.0.outgoing": THIN } },
];
