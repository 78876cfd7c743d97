import type { Expected, WrittenLayers } from "../../checker/verdict.js";
import type { Honest } from "./damage.js";
import { network, rows } from "./honest.js";

/** Right certificates of critical points above one unit, of a matrix, and of independence. */

export const UNIT = network("1", "1");
const SQUARE = { denominator: ["1"], numerator: ["0", "0", "1"] };

/** A critical point above the unit (1; 1), as a rule with two equal copies. */
const critical = (asked: Expected, body: Honest["body"]): Honest => ({
  kind: "critical",
  asked,
  body: { beta: ["1/2", "1/2"], network: network("1; 1", "1/2; 1/2"), theta: UNIT, ...body },
});

const data = { inputs: rows("1; 2"), targets: rows("-3; 5") };

/** σ = x²; the unit's outputs are 1 and 4, with errors 4 and −1: e·σ sums to 0. */
export const flat = critical({ claim: "prop-4.3", r: 1, m: 2 }, { activation: SQUARE, data, inertias: [] });

/** The data of `flat`, with the inertia of the Hessians of both widths. */
export const zeros = critical(
  { claim: "prop-4.4", r: 1, m: 2 },
  {
    activation: SQUARE,
    data,
    inertias: [
      { congruence: rows("2 0"), identityRows: [1], inertia: [1, 0, 1], kernel: rows("-1/2 1") },
      {
        congruence: rows("2 0 0 0"),
        identityRows: [1, 2, 3],
        inertia: [1, 0, 3],
        kernel: rows("-1 1 0 0; -1 0 1 0; -1 0 0 1"),
      },
    ],
  },
);

/** The Hessian of {@link minimum} below. */
export const DEFINITE = { congruence: rows("4 0; 3 8"), identityRows: [], inertia: [2, 0, 0], kernel: [] };

/** σ = 1/(1 + x²), and data for which the unit is a strict minimum. */
const BELL = {
  activation: { denominator: ["1", "0", "1"], numerator: ["1"] },
  data: { inputs: rows("1; 2; 3"), targets: rows("-1/2; 51/5; -149/10") },
};

/** No negative eigenvalue for equal β. */
export const minimum = critical(
  { claim: "open-strict-saddles" },
  {
    ...BELL,
    inertias: [
      DEFINITE,
      {
        congruence: rows("4 0 0 0; -1 4 0 0; 2 2 0 4"),
        identityRows: [3],
        inertia: [3, 0, 1],
        kernel: rows("0 0 -1 1"),
      },
    ],
  },
);

/** σ = x + x², two outputs: E ≠ 0, a strict saddle above a minimum. */
export const saddle = critical(
  { claim: "ext-saddle" },
  {
    activation: { denominator: ["1"], numerator: ["0", "1", "1"] },
    data: { inputs: rows("1; 2"), targets: rows("2 -3; 6 1") },
    inertias: [
      {
        congruence: rows("4 0 0; 0 0 4; -155 256 -4"),
        identityRows: [],
        inertia: [3, 0, 0],
        kernel: [],
      },
      {
        congruence: rows(
          "0 0 8 0 0 0; 0 0 0 0 0 8; -32 0 26 32 0 -32; 32 0 -26 32 0 -32; 128 128 -211 6 0 -3",
        ),
        identityRows: [4],
        inertia: [4, 1, 1],
        kernel: rows("0 0 -1 0 1 0"),
      },
    ],
    network: network("1; 1", "1/2 0; 1/2 0"),
    theta: network("1", "1 0"),
  },
);

/** Above the same minimum shares 2, 0 and −1, with coordinates in which the Hessian splits: B_t > 0. */
export const splitting: Honest = {
  kind: "splitting",
  asked: { claim: "ext-inertia", r: 1, m: 3 },
  body: {
    ...BELL,
    below: DEFINITE,
    beta: ["2", "0", "-1"],
    inertia: [2, 1, 3],
    network: network("1; 1; 1", "2; 0; -1"),
    theta: UNIT,
    units: [
      {
        curvature: { congruence: rows("2 0"), identityRows: [1], inertia: [1, 0, 1], kernel: rows("0 1") },
        incoming: rows("0 -1 0; -1/2 -1/2 -1"),
        mixed: { congruence: [], identityRows: [0, 1], inertia: [0, 0, 2], kernel: rows("1 0; 0 1") },
        outgoing: rows("1 -1 0; 2 0 -2"),
      },
    ],
  },
};

/** One datum that the unit fits: one positive eigenvalue, one 0. */
export const fitted = critical(
  { claim: "cooper-2.3" },
  {
    activation: SQUARE,
    beta: ["1"],
    data: { inputs: rows("1"), targets: rows("1") },
    inertias: [1, 2].map(() => ({
      congruence: rows("2 0"),
      identityRows: [1],
      inertia: [1, 0, 1],
      kernel: rows("-1/2 1"),
    })),
    network: UNIT,
  },
);

const matrix = rows("1 1 0; 1 1 0; 0 0 -2");

export const inertia: Honest = {
  kind: "inertia",
  asked: { claim: "cooper-2.3", matrix },
  body: {
    congruence: rows("0 0 4; 4 0 0"),
    identityRows: [1],
    inertia: [1, 1, 1],
    kernel: rows("-1 1 0"),
    matrix,
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
    weights: rows("0; 1"),
  },
};

const layers = (w: string, a: string): WrittenLayers => ({ biases: [], weights: [rows(w), rows(a)] });

/** One unit that tanh fits nearly: its targets are tanh 1 and tanh 2 to six digits. */
const NEAR = {
  activation: "tanh",
  data: { inputs: rows("1; 2"), targets: rows("380797/500000; 241007/250000") },
  theta: layers("10001/10000", "1"),
};
export const near: Honest = {
  kind: "near-critical",
  asked: { claim: "fig-1", ...NEAR },
  body: {
    ...NEAR,
    theta: { ...NEAR.theta },
    box: "1/10000",
    center: { ...layers("1", "1") },
    congruence: rows("0 1; 10 -3"),
    index: 0,
    radius: "1/5000",
  },
};
