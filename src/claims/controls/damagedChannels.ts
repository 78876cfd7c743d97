import type { CanonicalValue } from "../../certificate/canonicalJson.js";
import type { RuleName } from "../../checker/verdict.js";
import { type Damage, type Honest, damages } from "./damage.js";
import { rows } from "./honest.js";

const layers = (w: string, a: string) => ({ biases: [], weights: [rows(w), rows(a)] });

/** The pair at ε = 1/8 of w = 1, c = 2, v = 3, whose limit is nearly a minimum for these data. */
const PAIR = {
  activation: "sigmoid",
  data: {
    inputs: rows("-3; -1; 1; 2"),
    targets: rows("-29040439/100000000; -6663991/100000000; 101037093/50000000; 30259957/12500000"),
  },
  theta: layers("11/8; 5/8", "5 -3"),
};

/** A channel of a pair beside no other unit. */
export const channel: Honest = {
  kind: "channel",
  asked: { claim: "fig-1", ...PAIR },
  body: {
    ...PAIR,
    affine: [],
    apart: [0, 1],
    box: "1/1000000",
    center: layers("1", "2"),
    congruence: rows("2694 0 0; 898 2464 0; 1118 -1639 10000"),
    drift: ["3"],
    index: 0,
    radius: "1/500000",
    slope: 1,
  },
};

/** At ε = 1/8, of w = 1, c = −2, v = 3, κ = 1, m = −1/2. */
const MIRRORED = {
  activation: "sigmoid",
  data: {
    inputs: rows("-5; -3; -1; 3; 5; 6; 7; 9"),
    targets: rows(
      "3370447315843/1000000000000; 2013660965343/1000000000000; 23368085907/62500000000; -1977870442757/1000000000000; " +
        "-3422152179333/1000000000000; -986045930797/250000000000; -69747707187/15625000000; -343987468787/62500000000",
    ),
  },
  theta: layers("1/8; 19/16; -13/16", "-16 7 9"),
};

/** A channel of mirror images. */
export const mirroredChannel: Honest = {
  kind: "channel",
  asked: { claim: "fig-1", ...MIRRORED },
  body: {
    ...MIRRORED,
    affine: ["1", "-1/2"],
    apart: [1, 2, 0],
    box: "1/100000000",
    center: layers("1", "-2"),
    congruence: rows(
      "552 0 0 0 0; 256 608 0 0 0; 1208 257 10000 0 0; -577 -1597 1302 1245 0; -1784 -8892 -138 4307 604",
    ),
    drift: ["3"],
    index: 0,
    radius: "1/500000",
    slope: 1,
  },
};

/** Units that stay: of equal outgoing weights, of opposite ones for mirror images, and a third one of 0. */
const STANDING = layers("11/8; 5/8", "1 1");
const OPPOSITE = layers("1/8; 19/16; -13/16", "-16 -1 1");
const SILENT = layers("1/8; 19/16; -13/16", "0 7 9");

/** Channels to infinity. */
export const damagedChannels: readonly Damage[] = [
  ...damages(
    channel,
    ["parameters", {}, { theta: undefined }],
    ["units", { "body.apart.1": 2 }],
    ["units", { "body.apart.1": 0 }],
    ["units", { "body.apart.1": undefined }],
    ["shape", { "body.drift.0": undefined }],
    ["shape", { "body.affine": ["0", "0"] }],
    ["shape", { "body.center": layers("1; 1", "1 1") }],
    ["radius", { "body.radius": "1/1000000000" }],
    // Other numbers for the pair: w and v.
    ["radius", { "body.center.weights.0": rows("1001/1000") }],
    ["radius", { "body.drift": ["3001/1000"] }],
    ["inclusion", { "body.drift": ["3001/1000"], "body.radius": "1/500" }],
    ["congruence", { "body.congruence.2.2": "0" }],
    ["inertia", { "body.index": 1 }],
    ["instance", { "body.slope": -1 }],
    ["instance", { "body.slope": 0 }],
  ),
  ...damages(channel, ["units", { "body.theta": STANDING, "body.radius": "4" }, { theta: STANDING }]),
  ...damages(
    mirroredChannel,
    ["units", { "body.theta": OPPOSITE, "body.radius": "10" }, { theta: OPPOSITE }],
    ["units", { "body.theta": SILENT, "body.radius": "10" }, { theta: SILENT }],
  ),
  ...other("shape", { theta: { biases: rows("0 0; 0"), weights: PAIR.theta.weights } }),
  ...damages(
    mirroredChannel,
    ["activation", { "body.activation": "tanh" }, { activation: "tanh" }],
    ["units", { "body.apart.2": 1 }],
    ["radius", { "body.apart": [2, 1, 0] }],
    ["radius", { "body.affine": ["1", "1/2"] }],
    ["instance", { "body.slope": -1 }],
  ),
];

/** The pair's certificate about something else that its caller asks about, too. */
function other(rule: RuleName, asked: Readonly<Record<string, CanonicalValue>>): Damage[] {
  const edits = Object.entries(asked).map(([name, value]) => [`body.${name}`, value] as const);
  return damages(channel, [rule, Object.fromEntries(edits), asked]);
}
