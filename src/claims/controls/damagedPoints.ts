import type { CanonicalValue } from "../../certificate/canonicalJson.js";
import type { RuleName } from "../../checker/verdict.js";
import { type Damage, type Edits, type Honest, damages } from "./damage.js";
import { rows } from "./honest.js";
import {
  DEFINITE,
  UNIT,
  fitted,
  flat,
  independence,
  inertia,
  minimum,
  near,
  saddle,
  splitting,
  zeros,
} from "./honestPoints.js";

const FITTED = { "body.data": { inputs: rows("1; 2"), targets: rows("1; 4") } };
/** Above the minimum with β = (−1, 2): a negative eigenvalue, and still E = 0. */
const UNEVEN = {
  "body.beta": ["-1", "2"],
  "body.inertias.1": {
    congruence: rows("0 4 0 0; 8 2 0 0; 6 6 16 0"),
    identityRows: [3],
    inertia: [2, 1, 1],
    kernel: rows("0 0 -1 1"),
  },
  "body.network.outgoing": rows("-1; 2"),
};
const ALONE = { "body.beta": ["1"], "body.inertias.1": DEFINITE, "body.network": UNIT };
/** The matrix with another entry in its corner, as the caller has it too. */
const SKEW = rows("1 1 1; 1 1 0; 0 0 -2");

/**
 * Inverse to each other still, but the directions of w are not orthogonal for the shares as weights. Both γ
 * are −1/2, so the sum over blocks would be another inertia.
 */
const SKEWED = {
  "body.inertia": [2, 2, 2],
  "body.units.0.incoming": rows("-1/2 -3/2 -1; -1/2 -1/2 -1"),
  "body.units.0.outgoing": rows("1 -1 0; 1 1 -2"),
};

/** A certificate shown for another claim, with which its point has nothing to do. */
const elsewhere = (of: Honest, claim: string, edits: Edits = {}): Damage[] =>
  damages(of, ["instance", { claim, ...edits }, { claim, r: undefined, m: undefined }]);

/** σ = 1 + x, and other targets. */
const linear = (targets: string): Edits => ({
  "body.activation.numerator": ["1", "1"],
  "body.data.targets": rows(targets),
});

/** Critical points, inertias and independence. */
export const damagedPoints: readonly Damage[] = [
  ...damages(
    flat,
    ["expansion", { "body.beta.1": "1/3" }],
    ["expansion", { "body.beta.2": "0" }],
    ["expansion", { "body.network.incoming.1.0": "2" }],
    ["expansion", { "body.beta": ["1/2", "1/4"], "body.network.outgoing.1.0": "1/4" }],
    ["gradient", { "body.data.targets.0.0": "-2" }],
    // With errors 3 and −2 the sum of e·σ is 0, and that of e·σ'·x is −1; with 2 and −1 it is the other way.
    ["gradient", linear("-1; 5")],
    ["gradient", linear("0; 4")],
    ["shape", { "body.data.targets.2": ["1"] }],
    ["shape", { "body.activation.numerator": [] }],
    ["activation", { "body.activation.denominator": ["1", "-1"] }],
    ["size", { "body.activation.numerator": new Array<string>(6000).fill("1") }],
  ),
  ...damages(
    zeros,
    ["shape", { "body.inertias.1": undefined }],
    ["kernel", { "body.inertias.1.kernel.0.0": "-2" }],
    ["congruence", { "body.inertias.0.congruence.0": ["1/2", "-1"] }],
    ["inertia", { "body.inertias.0.inertia": [0, 1, 1] }],
  ),
  ...elsewhere(saddle, "open-strict-saddles"),
  ...elsewhere(zeros, "open-strict-saddles", FITTED),
  ...elsewhere(minimum, "open-strict-saddles", ALONE),
  ...elsewhere(minimum, "ext-saddle", UNEVEN),
  ...elsewhere(minimum, "cooper-2.3"),
  ...elsewhere(fitted, "cooper-2.3", FITTED),
  ...damages(
    inertia,
    ["symmetric", { "body.matrix": SKEW }, { matrix: SKEW }],
    ["shape", { "body.congruence.1": undefined }],
    ["kernel", { "body.kernel.0.2": "1" }],
    ["kernel", { "body.identityRows.0": 0 }],
    // The other sums of the row are larger than its entry on the diagonal, whose sign is right.
    ["congruence", { "body.congruence.1.2": "2" }],
    ["inertia", { "body.inertia": [2, 0, 1] }],
  ),
  ...damages(
    splitting,
    ["parameters", {}, { m: 2 }],
    ["expansion", { "body.beta.1": "1" }],
    ["shape", { "body.units": [] }],
    ["shape", { "body.units.0.incoming.1": undefined }],
    ["shape", { "body.units.0.outgoing.0": ["1", "-1"] }],
    ["inverse", { "body.units.0.outgoing.1.1": "1" }],
    ["split", SKEWED],
    ["kernel", { "body.units.0.curvature.kernel.0.0": "1" }],
    ["congruence", { "body.units.0.curvature.congruence.0.0": "0" }],
    ["inertia", { "body.units.0.mixed.inertia": [1, 1, 0] }],
    ["inertia", { "body.inertia": [3, 0, 3] }],
    ["claim", { claim: "prop-4.4" }, { claim: "prop-4.4" }],
  ),
  ...damages(
    independence,
    ["shape", { "body.exponents.2": 2 }],
    ["size", { "body.modulus": 1 }],
    ["size", { "body.exponents.1": 1001 }],
    ["inverse", { "body.inverse.0.1": 1 }],
    ["inverse", { "body.weights.1.0": "0" }],
  ),
  ...damages(
    near,
    ["shape", { "body.center.biases": rows("0; 0") }],
    ["radius", { "body.radius": "1/10000" }],
    ["radius", { "body.box": "0" }],
    ["shape", { "body.congruence.1": undefined }],
    // The values are 1.5…, 4.5… and 19.6…
    ["congruence", { "body.congruence.1.1": "0" }],
    ["inertia", { "body.index": 1 }],
  ),
  ...nearOther("inclusion", { data: { inputs: rows("1; 2"), targets: rows("19/25; 241007/250000") } }),
  ...nearOther("shape", { data: { inputs: rows("1; 2"), targets: rows("380797/500000") } }),
  ...nearOther("shape", { theta: { biases: [], weights: [rows("10001/10000")] } }),
  ...nearOther("shape", { theta: { biases: [], weights: [rows("10001/10000"), rows("1 1")] } }),
  ...nearOther("shape", { activation: 1 }),
  ...nearOther("activation", { activation: "tanh:1" }),
  ...nearOther("activation", { activation: "relu" }),
];

/** A certificate near a critical point, of something else that its caller asks about, too. */
function nearOther(rule: RuleName, asked: Readonly<Record<string, CanonicalValue>>): Damage[] {
  const edits = Object.entries(asked).map(([name, value]) => [`body.${name}`, value] as const);
  return damages(near, [rule, Object.fromEntries(edits), asked]);
}
