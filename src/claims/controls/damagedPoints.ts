import type { Damage, Edits, Honest } from "./damage.js";
import { fitted, flat, independence, inertia, minimum, saddle, zeros } from "./honestPoints.js";

const FITTED = { "body.data": { inputs: [["1"], ["2"]], targets: [["1"], ["4"]] } };
const UNIT = { incoming: [["1"]], outgoing: [["1"]] };
/** Above the minimum with shares −1 and 2: a negative eigenvalue, and still E = 0. */
const UNEVEN = {
  "body.beta": ["-1", "2"],
  "body.inertias.1": {
    congruence: [
      ["0", "4", "0", "0"],
      ["8", "2", "0", "0"],
      ["6", "6", "16", "0"],
    ],
    identityRows: [3],
    inertia: [2, 1, 1],
    kernel: [["0", "0", "-1", "1"]],
  },
  "body.network.outgoing": [["-1"], ["2"]],
};
const ALONE = {
  "body.beta": ["1"],
  "body.inertias.1": {
    congruence: [
      ["4", "0"],
      ["3", "8"],
    ],
    identityRows: [],
    inertia: [2, 0, 0],
    kernel: [],
  },
  "body.network": UNIT,
};

/** A certificate shown for another claim, with which its point has nothing to do. */
const elsewhere = (of: Honest, claim: string, edits: Edits = {}): Damage => ({
  rule: "instance",
  of,
  edits: { claim, ...edits },
  asked: { claim, r: undefined, m: undefined },
});

/** Critical points, inertias and independence. */
export const damagedPoints: readonly Damage[] = [
  { rule: "expansion", of: flat, edits: { "body.beta.1": "1/3" } },
  { rule: "expansion", of: flat, edits: { "body.beta.2": "0" } },
  { rule: "expansion", of: flat, edits: { "body.network.incoming.1.0": "2" } },
  {
    rule: "expansion",
    of: flat,
    edits: { "body.beta": ["1/2", "1/4"], "body.network.outgoing.1.0": "1/4" },
  },
  { rule: "gradient", of: flat, edits: { "body.data.targets.0.0": "-2" } },
  // σ = 1 + x: with errors 3 and −2 the sum of e·σ is 0, and that of e·σ'·x is −1; with 2 and −1 it is the
  // other way.
  ...[["-1"], ["0"]].map((first, at): Damage => ({
    rule: "gradient",
    of: flat,
    edits: {
      "body.activation.numerator": ["1", "1"],
      "body.data.targets": [first, at === 0 ? ["5"] : ["4"]],
    },
  })),
  { rule: "shape", of: flat, edits: { "body.data.targets.2": ["1"] } },
  { rule: "shape", of: flat, edits: { "body.activation.numerator": [] } },
  { rule: "activation", of: flat, edits: { "body.activation.denominator": ["1", "-1"] } },
  { rule: "size", of: flat, edits: { "body.activation.numerator": new Array<string>(6000).fill("1") } },
  { rule: "shape", of: zeros, edits: { "body.inertias.1": undefined } },
  { rule: "kernel", of: zeros, edits: { "body.inertias.1.kernel.0.0": "-2" } },
  { rule: "congruence", of: zeros, edits: { "body.inertias.0.congruence.0": ["1/2", "-1"] } },
  { rule: "inertia", of: zeros, edits: { "body.inertias.0.inertia": [0, 1, 1] } },
  elsewhere(saddle, "open-strict-saddles"),
  elsewhere(zeros, "open-strict-saddles", FITTED),
  elsewhere(minimum, "open-strict-saddles", ALONE),
  elsewhere(minimum, "ext-saddle", UNEVEN),
  elsewhere(minimum, "cooper-2.3"),
  elsewhere(fitted, "cooper-2.3", FITTED),
  { rule: "symmetric", of: inertia, ...withMatrix("1") },
  { rule: "shape", of: inertia, edits: { "body.congruence.1": undefined } },
  { rule: "kernel", of: inertia, edits: { "body.kernel.0.2": "1" } },
  { rule: "kernel", of: inertia, edits: { "body.identityRows.0": 0 } },
  // The other sums of the row are larger than its entry on the diagonal, whose sign is right.
  { rule: "congruence", of: inertia, edits: { "body.congruence.1.2": "2" } },
  { rule: "inertia", of: inertia, edits: { "body.inertia": [2, 0, 1] } },
  { rule: "shape", of: independence, edits: { "body.exponents.2": 2 } },
  { rule: "size", of: independence, edits: { "body.modulus": 1 } },
  { rule: "size", of: independence, edits: { "body.exponents.1": 1001 } },
  { rule: "inverse", of: independence, edits: { "body.inverse.0.1": 1 } },
  { rule: "inverse", of: independence, edits: { "body.weights.1.0": "0" } },
];

/** The matrix with another entry in its corner, as the caller has it too. */
function withMatrix(corner: string): Pick<Damage, "asked"> & { edits: Edits } {
  const matrix = [
    ["1", "1", corner],
    ["1", "1", "0"],
    ["0", "0", "-2"],
  ];
  return { edits: { "body.matrix": matrix }, asked: { matrix } };
}
