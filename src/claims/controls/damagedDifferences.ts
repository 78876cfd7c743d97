import type { CanonicalValue } from "../../certificate/canonicalJson.js";
import type { WrittenLayers } from "../../checker/verdict.js";
import { type Damage, type Honest, damages } from "./damage.js";
import { rows } from "./honest.js";

/** A network of one hidden layer and one output. */
const layers = (incoming: string, biases: string, outgoing: string) =>
  ({
    biases: [biases.split(" "), ["1/3"]],
    weights: [rows(incoming), rows(outgoing)],
  }) satisfies WrittenLayers;

const network = layers("1; -9/8; 0; 2", "0 0 1/8 1", "1 -1 1 1/9");
const within = ["-1", "2"];

/** A unit, its mirror image but for 1/8, one that is nearly 0, and one left out: 1/4 + 1/8 + 1/9 < 1/2. */
export const difference: Honest = {
  kind: "difference",
  asked: { claim: "rem-4.2", activation: "tanh", network, within },
  body: {
    activation: "tanh",
    bound: "1/2",
    codes: [[1, 1, 0, -4]],
    factors: [["1", "-1", "0", "1"]],
    network,
    pruned: layers("1", "0", "2"),
    within,
  },
};

/** Another member of the body, which the caller asks about, too. */
const both = (name: string, value: CanonicalValue) =>
  [{ [`body.${name}`]: value }, { [name]: value }] as const;

/** Bounds on what pruning changes. */
export const damagedDifferences: readonly Damage[] = damages(
  difference,
  ["shape", { "body.activation": 1 }, { activation: 1 }],
  ["shape", ...both("within", ["-1", "2", "3"])],
  ["shape", { "body.codes.0.4": 1 }],
  ["shape", { "body.factors.0.3": undefined }],
  ["shape", { "body.codes.1": [] }],
  ["shape", { "body.pruned": layers("1 0", "0", "2") }],
  ["parameters", {}, { network: undefined }],
  ["parameters", {}, { activation: undefined }],
  ["parameters", {}, { within: undefined }],
  ["parameters", {}, { network: layers("1; -9/8; 0; 2", "0 0 1/8 1", "1 -1 1 1/8") }],
  ["parameters", {}, { activation: "erf" }],
  ["parameters", {}, { within: ["-2", "2"] }],
  ["parameters", {}, { pruned: layers("1", "0", "1") }],
  ["parameters", {}, { bound: "1/3" }],
  ["activation", ...both("activation", "cosine")],
  ["rational", ...both("activation", "leaky:1:2:3")],
  ["activation", ...both("activation", "softplus+sigmoid:0,1")],
  ["rational", ...both("activation", "leaky:0.1")],
  ["box", ...both("within", ["2", "-1"])],
  ["units", { "body.codes.0.0": 2 }],
  ["units", { "body.codes.0.3": -5 }],
  ["units", { "body.factors.0.0": "2" }],
  ["units", ...both("activation", "silu")],
  ["difference", { "body.bound": "12/25" }],
  ["difference", { "body.bound": "-1/2" }],
  ["difference", { "body.pruned.weights.1.0.0": "9/4" }],
  ["difference", { "body.pruned.biases.1.0": "1/4" }],
  ["difference", { "body.factors.0.1": "1" }],
  ["difference", { "body.codes.0.0": -1 }],
  ["difference", { "body.codes.0.3": 0 }],
  ["difference", { "body.factors.0.2": "1/8" }],
  ["difference", ...both("activation", "erf")],
  ["difference", ...both("activation", "sigmoid")],
  ["difference", ...both("within", ["-1", "3"])],
  ["difference", ...both("network", layers("1; -2; 0; 2", "0 0 1/8 1", "1 -1 1 1/9"))],
);
