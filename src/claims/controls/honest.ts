import type { WrittenLayers, WrittenNetwork } from "../../checker/verdict.js";
import type { Honest } from "./damage.js";

/** Certificates of each kind that are as small as can be, and right. */

const theta: WrittenNetwork = { incoming: [["2"]], outgoing: [["3"]] };
const two = (w: [string, string], a: [string, string]): WrittenNetwork => ({
  incoming: w.map((entry) => [entry]),
  outgoing: a.map((entry) => [entry]),
});
const plain = ({ incoming, outgoing }: WrittenNetwork): { incoming: string[][]; outgoing: string[][] } => ({
  incoming,
  outgoing,
});
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
    points: [two(["2", "2"], ["1", "2"]), two(["2", "2"], ["3", "0"]), two(["2", "2"], ["0", "3"])].map(
      plain,
    ),
    r: 1,
    theta: plain(theta),
  },
};

/**
 * From a unit with the weights of θ to another, by way of two points at which both units have its incoming
 * vector.
 */
const POINTS = [
  two(["2", "7"], ["3", "0"]),
  two(["2", "2"], ["3", "0"]),
  two(["2", "2"], ["0", "3"]),
  two(["7", "2"], ["0", "3"]),
] as const;

function pathWith(claim: "thm-3.1-path" | "ext-geodesic", bound: Honest["body"]): Honest {
  return {
    kind: "path",
    asked: { claim, from: POINTS[0], to: POINTS[3] },
    body: {
      bound,
      partitions: [
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      points: POINTS.map(plain),
      theta: plain(theta),
    },
  };
}

export const path = pathWith("thm-3.1-path", { rule: "none" });
export const starPath = pathWith("ext-geodesic", { rule: "star" });
export const potentialPath = pathWith("ext-geodesic", {
  partitions: ALL_OF_1_2,
  rule: "potential",
  values: [1, 0, 2],
});
export const segment: Honest = {
  kind: "path",
  asked: { claim: "ext-geodesic", from: POINTS[1], to: POINTS[2] },
  body: {
    bound: { rule: "distinct" },
    partitions: [[1, 1]],
    points: [plain(POINTS[1]), plain(POINTS[2])],
    theta: plain(theta),
  },
};

const layers = (
  biases: string[][],
  ...weights: string[][][]
): { biases: string[][]; weights: string[][][] } => ({ biases, weights });
const deep = layers([["1"], ["1/2"], ["-1"]], [["2"]], [["3"]], [["5"]]);
const deepFrom = layers(
  [["1", "4"], ["1/2", "9"], ["-1"]],
  [["2"], ["7"]],
  [
    ["3", "0"],
    ["6", "0"],
  ],
  [["5", "0"]],
);
const deepTo = layers(
  [["1", "1"], ["1/2", "1/2"], ["-1"]],
  [["2"], ["2"]],
  [
    ["3", "0"],
    ["3", "0"],
  ],
  [["5", "0"]],
);

export const layeredPath: Honest = {
  kind: "layered-path",
  asked: {
    claim: "mlp-connected",
    from: deepFrom satisfies WrittenLayers,
    to: deepTo satisfies WrittenLayers,
  },
  body: {
    partitions: [
      [
        [1, 0],
        [1, 0],
      ],
    ],
    points: [deepFrom, deepTo],
    theta: deep,
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

export const curves: Honest = {
  kind: "counterexample",
  asked: { claim: "lem-2.1", refuted: true },
  body: {
    cases: [
      LEAVING,
      {
        case: "enters",
        first: ["1/2", "-1", "1/2"],
        from: "0",
        root: ["1", "-1"],
        second: ["-1/2", "1", "-1/2"],
        sign: 1,
        to: "1",
      },
    ],
  },
};

export const morse: Honest = {
  kind: "morse",
  asked: { claim: "ext-topology", r: 2, m: 3 },
  body: {
    m: 3,
    r: 2,
    steps: [["012"], ["102", "112"], ["210", "212"], ["120", "122"], ["021", "121"], ["201", "221"], ["211"]],
  },
};
