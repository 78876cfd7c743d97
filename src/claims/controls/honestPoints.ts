import type { Honest } from "./damage.js";

/** Critical points above one unit with both weights 1, a matrix, and weights of independent functions. */

const unit = { incoming: [["1"]], outgoing: [["1"]] };
const SQUARE = { denominator: ["1"], numerator: ["0", "0", "1"] };

/** σ = x²; the unit's outputs are 1 and 4, with errors 4 and −1: e·σ sums to 0. */
export const flat: Honest = {
  kind: "critical",
  asked: { claim: "prop-4.3", r: 1, m: 2 },
  body: {
    activation: SQUARE,
    beta: ["1/2", "1/2"],
    data: { inputs: [["1"], ["2"]], targets: [["-3"], ["5"]] },
    inertias: [],
    network: { incoming: [["1"], ["1"]], outgoing: [["1/2"], ["1/2"]] },
    theta: unit,
  },
};

/** The same, with its Hessians. */
export const zeros: Honest = {
  kind: "critical",
  asked: { claim: "prop-4.4", r: 1, m: 2 },
  body: {
    activation: SQUARE,
    beta: ["1/2", "1/2"],
    data: { inputs: [["1"], ["2"]], targets: [["-3"], ["5"]] },
    inertias: [
      { congruence: [["2", "0"]], identityRows: [1], inertia: [1, 0, 1], kernel: [["-1/2", "1"]] },
      {
        congruence: [["2", "0", "0", "0"]],
        identityRows: [1, 2, 3],
        inertia: [1, 0, 3],
        kernel: [
          ["-1", "1", "0", "0"],
          ["-1", "0", "1", "0"],
          ["-1", "0", "0", "1"],
        ],
      },
    ],
    network: { incoming: [["1"], ["1"]], outgoing: [["1/2"], ["1/2"]] },
    theta: unit,
  },
};

/** σ = 1/(1 + x²): above a strict minimum, no negative eigenvalue for equal shares. */
export const minimum: Honest = {
  kind: "critical",
  asked: { claim: "open-strict-saddles" },
  body: {
    activation: { denominator: ["1", "0", "1"], numerator: ["1"] },
    beta: ["1/2", "1/2"],
    data: { inputs: [["1"], ["2"], ["3"]], targets: [["-1/2"], ["51/5"], ["-149/10"]] },
    inertias: [
      {
        congruence: [
          ["4", "0"],
          ["3", "8"],
        ],
        identityRows: [],
        inertia: [2, 0, 0],
        kernel: [],
      },
      {
        congruence: [
          ["4", "0", "0", "0"],
          ["-1", "4", "0", "0"],
          ["2", "2", "0", "4"],
        ],
        identityRows: [3],
        inertia: [3, 0, 1],
        kernel: [["0", "0", "-1", "1"]],
      },
    ],
    network: { incoming: [["1"], ["1"]], outgoing: [["1/2"], ["1/2"]] },
    theta: unit,
  },
};

/** σ = x + x², two outputs: E ≠ 0, a strict saddle above a minimum. */
export const saddle: Honest = {
  kind: "critical",
  asked: { claim: "ext-saddle" },
  body: {
    activation: { denominator: ["1"], numerator: ["0", "1", "1"] },
    beta: ["1/2", "1/2"],
    data: {
      inputs: [["1"], ["2"]],
      targets: [
        ["2", "-3"],
        ["6", "1"],
      ],
    },
    inertias: [
      {
        congruence: [
          ["4", "0", "0"],
          ["0", "0", "4"],
          ["-155", "256", "-4"],
        ],
        identityRows: [],
        inertia: [3, 0, 0],
        kernel: [],
      },
      {
        congruence: [
          ["0", "0", "8", "0", "0", "0"],
          ["0", "0", "0", "0", "0", "8"],
          ["-32", "0", "26", "32", "0", "-32"],
          ["32", "0", "-26", "32", "0", "-32"],
          ["128", "128", "-211", "6", "0", "-3"],
        ],
        identityRows: [4],
        inertia: [4, 1, 1],
        kernel: [["0", "0", "-1", "0", "1", "0"]],
      },
    ],
    network: {
      incoming: [["1"], ["1"]],
      outgoing: [
        ["1/2", "0"],
        ["1/2", "0"],
      ],
    },
    theta: { incoming: [["1"]], outgoing: [["1", "0"]] },
  },
};

/** One datum that the unit fits: one positive eigenvalue, one 0. */
export const fitted: Honest = {
  kind: "critical",
  asked: { claim: "cooper-2.3" },
  body: {
    activation: SQUARE,
    beta: ["1"],
    data: { inputs: [["1"]], targets: [["1"]] },
    inertias: [1, 2].map(() => ({
      congruence: [["2", "0"]],
      identityRows: [1],
      inertia: [1, 0, 1],
      kernel: [["-1/2", "1"]],
    })),
    network: unit,
    theta: unit,
  },
};

const MATRIX = [
  ["1", "1", "0"],
  ["1", "1", "0"],
  ["0", "0", "-2"],
];

export const inertia: Honest = {
  kind: "inertia",
  asked: { claim: "cooper-2.3", matrix: MATRIX },
  body: {
    congruence: [
      ["0", "0", "4"],
      ["4", "0", "0"],
    ],
    identityRows: [1],
    inertia: [1, 1, 1],
    kernel: [["-1", "1", "0"]],
    matrix: MATRIX,
  },
};

/**
 * Values 0 and 1 of the weights on the direction, and orders 0 and 1: the matrix (1 0; 1 1), its inverse by
 * columns.
 */
export const independence: Honest = {
  kind: "independence",
  asked: { claim: "thm-4.2" },
  body: {
    direction: ["1"],
    exponents: [0, 1],
    inverse: [
      [1, -1],
      [0, 1],
    ],
    modulus: 7,
    weights: [["0"], ["1"]],
  },
};
