import type { WrittenLayers, WrittenNetwork } from "../../checker/verdict.js";
import type { Honest } from "./damage.js";

/** Right certificates of lists, paths and counterexamples, as small as can be. */

/** Rows of numbers as certificates have them: "1 0; 0 1". */
export const rows = (text: string): string[][] => text.split("; ").map((row) => row.split(" "));

/** A network, by the rows of its incoming and of its outgoing vectors. */
export const network = (incoming: string, outgoing: string): WrittenNetwork => ({
  incoming: rows(incoming),
  outgoing: rows(outgoing),
});

const theta = network("2", "3");
const ALL_OF_1_2 = [
  [1, 1],
  [1, 0],
  [0, 1],
];

export const enumeration: Honest = {
  kind: "enumeration",
  asked: { claim: "thm-3.1-count", r: 1, m: 2 },
  body: { m: 2, partitions: ALL_OF_1_2, r: 1 },
};

export const connected: Honest = {
  kind: "connected",
  asked: { claim: "thm-3.1-connected", r: 1, m: 2, theta },
  body: {
    depths: [0, 1, 1],
    m: 2,
    parents: [0, 0, 0],
    partitions: ALL_OF_1_2,
    points: [network("2; 2", "1; 2"), network("2; 2", "3; 0"), network("2; 2", "0; 3")],
    r: 1,
    theta,
  },
};

/** From the unit of θ in first place to the same in second, by two points whose units both have its w. */
const POINTS = [
  network("2; 7", "3; 0"),
  network("2; 2", "3; 0"),
  network("2; 2", "0; 3"),
  network("7; 2", "0; 3"),
] as const;

function pathWith(claim: "thm-3.1-path" | "ext-geodesic", bound: Honest["body"]): Honest {
  const partitions = [
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  return {
    kind: "path",
    asked: { claim, from: POINTS[0], to: POINTS[3] },
    body: { bound, partitions, points: POINTS, theta },
  };
}

export const path = pathWith("thm-3.1-path", { rule: "none" });
export const starPath = pathWith("ext-geodesic", { rule: "star" });
export const potentialPath = pathWith("ext-geodesic", {
  partitions: ALL_OF_1_2,
  rule: "potential",
  values: [1, 0, 2],
});
/** The same path, by what changes. */
export const changingPath: Honest = {
  ...path,
  body: {
    bound: { rule: "none" },
    changes: [
      { incoming: [1, [0, "2"]], outgoing: [] },
      { incoming: [], outgoing: [0, [0, "0"], 1, [0, "3"]] },
      { incoming: [0, [0, "7"]], outgoing: [] },
    ],
    first: POINTS[0],
    partitions: [
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    theta,
  },
};

export const segment: Honest = {
  kind: "path",
  asked: { claim: "ext-geodesic", from: POINTS[1], to: POINTS[2] },
  body: { bound: { rule: "distinct" }, partitions: [[1, 1]], points: POINTS.slice(1, 3), theta },
};

const signed = (codes: readonly number[], signs: readonly number[]) => ({ codes, signs });

/** From the unit of θ to its mirror image in the same place, while the other unit computes what θ does. */
function mirroredWith(bound: Honest["body"]): Honest {
  const points = [
    ...POINTS.slice(0, 3),
    network("-2; 2", "0; 3"),
    network("-2; 2", "-3; 0"),
    network("-2; 7", "-3; 0"),
  ];
  const partitions = [
    signed([1, 0], [1, 1]),
    signed([1, 1], [1, 1]),
    signed([0, 1], [1, 1]),
    signed([1, 1], [-1, 1]),
    signed([1, 0], [-1, 1]),
  ];
  return {
    kind: "mirrored-path",
    asked: { claim: "ext-geodesic-odd", from: POINTS[0], to: network("-2; 7", "-3; 0"), parity: "odd" },
    body: { bound, parity: "odd", partitions, points, theta },
  };
}

export const mirroredStar = mirroredWith({ rule: "star" });
export const mirroredPotential = mirroredWith({
  partitions: [
    ...[signed([1, 0], [1, 1]), signed([1, 0], [1, 0]), signed([1, 1], [1, 1]), signed([1, 1], [1, -1])],
    ...[signed([0, 1], [1, 1]), signed([0, 1], [0, 1]), signed([0, 1], [1, -1]), signed([0, 1], [0, -1])],
    ...[signed([1, 1], [-1, 1]), signed([1, 1], [-1, -1]), signed([1, 0], [-1, 1]), signed([1, 0], [-1, 0])],
  ],
  rule: "potential",
  values: [0, 1, 1, 1, 2, 3, 2, 3, 3, 3, 4, 5],
});

/** Matrices and biases of three layers. */
const layers = (biases: readonly string[], ...weights: readonly string[]) => ({
  biases: biases.map((bias) => bias.split(" ")),
  weights: weights.map(rows),
});
const deepFrom = layers(["1 4", "1/2 9", "-1"], "2; 7", "3 0; 6 0", "5 0") satisfies WrittenLayers;
const deepTo = layers(["1 1", "1/2 1/2", "-1"], "2; 2", "3 0; 3 0", "5 0") satisfies WrittenLayers;

export const layeredPath: Honest = {
  kind: "layered-path",
  asked: { claim: "mlp-connected", from: deepFrom, to: deepTo },
  body: {
    partitions: [
      [
        [1, 0],
        [1, 0],
      ],
    ],
    points: [deepFrom, deepTo],
    theta: layers(["1", "1/2", "-1"], "2", "3", "5"),
  },
};

export const formula: Honest = {
  kind: "counterexample",
  asked: { claim: "thm-3.1-count", refuted: true, r: 1, m: 4 },
  body: { count: "37", formula: "49", m: 4, r: 1 },
};

/** (t²/2, −t²/2) from 0 to 1. */
export const LEAVING = {
  case: "leaves",
  first: ["0", "0", "1/2"],
  from: "0",
  root: ["0", "1"],
  second: ["0", "0", "-1/2"],
  sign: -1,
  to: "1",
};

const ENTERING = {
  case: "enters",
  first: ["1/2", "-1", "1/2"],
  from: "0",
  root: ["1", "-1"],
  second: ["-1/2", "1", "-1/2"],
  sign: 1,
  to: "1",
};

export const curves: Honest = {
  kind: "counterexample",
  asked: { claim: "lem-2.1", refuted: true },
  body: { cases: [LEAVING, ENTERING] },
};

export const morse: Honest = {
  kind: "morse",
  asked: { claim: "ext-topology", r: 2, m: 3 },
  body: { m: 3, r: 2, steps: rows("012; 102 112; 210 212; 120 122; 021 121; 201 221; 211") },
};

export const mirroredMorse: Honest = {
  kind: "morse",
  asked: { claim: "ext-parity-topology", r: 1, m: 2, parity: "odd" },
  body: { m: 2, parity: "odd", r: 1, steps: rows("02; 10 12; 20 22; 01 11; 21") },
};
