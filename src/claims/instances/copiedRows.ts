import type { Inertia } from "../../exact/inertia/inertia.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import type { WrittenPoint } from "./explicitCriticalPoint.js";

/** A point as it is written down, the inertia of its Hessian, and of each unit what E_t and B_t are like. */
type Row = readonly [
  name: string,
  written: WrittenPoint,
  inertia: Inertia,
  units: readonly (readonly [rank: number, positive: number, negative: number])[],
];

const line = (...inputs: readonly string[]): string[][] => inputs.map((input) => [input]);
const small = (numerator: bigint, bits: bigint): Rational => rational(numerator, 1n << bits);
const strict = (positive: number, negative = 0): Inertia => ({ positive, negative, zero: 0 });

const PLANE: Omit<WrittenPoint, "factor"> = {
  activation: QUOTIENT,
  units: [[["1/2", "-1"], ["-2"]]],
  inputs: [
    ["-2", "1"],
    ["-1/2", "-3/2"],
    ["2", "-1"],
    ["-1/2", "2"],
    ["5/2", "-5/2"],
  ],
  combination: [-1n, 2n],
};
const PAIR: Omit<WrittenPoint, "factor"> = {
  activation: POLYNOMIAL,
  units: [
    [["-1"], ["-1"]],
    [["1/2"], ["-1"]],
  ],
  inputs: line("5/2", "3/2", "-5/2", "-3/2", "-1/2", "2"),
  combination: [2n, 1n],
};

/** Found by trying small numbers; which kinds of B_t and E_t occur is recorded, and checked. */
export const COPIED_ROWS: readonly Row[] = [
  [
    "1 → 1, B ≺ 0",
    {
      activation: POLYNOMIAL,
      units: [[["1"], ["3"]]],
      inputs: line("-1/2", "2", "1/2", "1"),
      combination: [-2n, 2n],
      factor: small(-1n, 6n),
    },
    strict(2),
    [[0, 0, 1]],
  ],
  [
    "1 → 1, B ≻ 0",
    {
      activation: QUOTIENT,
      units: [[["3/2"], ["-3"]]],
      inputs: line("-3/2", "1/2", "-1", "3/2"),
      combination: [-1n, 2n],
      factor: small(1n, 6n),
    },
    strict(2),
    [[0, 1, 0]],
  ],
  ["2 → 1, B ≻ 0", { ...PLANE, factor: small(-1n, 6n) }, strict(3), [[0, 2, 0]]],
  ["2 → 1, B ≺ 0", { ...PLANE, factor: small(1n, 40n) }, strict(3), [[0, 0, 2]]],
  [
    "2 → 1, B indefinite",
    {
      activation: POLYNOMIAL,
      units: [[["-1", "-1"], ["-3"]]],
      inputs: [
        ["5/2", "-1/2"],
        ["-3/2", "2"],
        ["1", "1"],
        ["-1", "-3/2"],
        ["-1", "3/2"],
      ],
      combination: [2n, 2n],
      factor: small(1n, 16n),
    },
    strict(3),
    [[0, 1, 1]],
  ],
  [
    "1 → 2, E ≠ 0",
    {
      activation: POLYNOMIAL,
      units: [[["3/2"], ["3", "-3"]]],
      inputs: line("-1/2", "-3/2", "1/2"),
      combination: [2n, -2n, -1n],
      factor: small(-1n, 16n),
    },
    strict(3),
    [[1, 0, 0]],
  ],
  [
    "2 → 2, E ≠ 0",
    {
      activation: QUOTIENT,
      units: [
        [
          ["1", "1"],
          ["-1", "-3"],
        ],
      ],
      inputs: [
        ["3/2", "5/2"],
        ["-1", "-2"],
        ["1", "-1/2"],
        ["-1/2", "-1"],
      ],
      combination: [-1n, 1n, -2n, -1n],
      factor: small(1n, 16n),
    },
    strict(4),
    [[1, 1, 0]],
  ],
  [
    "3 → 3, E of rank 2",
    {
      activation: QUOTIENT,
      units: [
        [
          ["3/2", "1/2", "1"],
          ["2", "2", "-1"],
        ],
      ],
      inputs: [
        ["-1", "3/2", "3/2"],
        ["-1", "-1", "1/2"],
        ["-1/2", "-1", "3/2"],
        ["1", "1", "-1/2"],
        ["-1/2", "3/2", "2"],
      ],
      combination: [1n, -1n, -2n, 2n, 2n, 2n, -2n, 2n, 2n],
      factor: small(-1n, 24n),
    },
    strict(6),
    [[2, 0, 1]],
  ],
  [
    "1 → 1, r = 2, both B ≻ 0",
    { ...PAIR, factor: small(-1n, 6n) },
    strict(4),
    [
      [0, 1, 0],
      [0, 1, 0],
    ],
  ],
  [
    "1 → 1, r = 2, B ≺ 0 and B ≻ 0",
    {
      activation: POLYNOMIAL,
      units: [
        [["1"], ["-1"]],
        [["-3/2"], ["2"]],
      ],
      inputs: line("2", "1/2", "-1", "1", "3/2", "-2"),
      combination: [2n, 1n],
      factor: small(1n, 6n),
    },
    strict(4),
    [
      [0, 0, 1],
      [0, 1, 0],
    ],
  ],
  [
    "1 → 1, r = 2, a saddle",
    { ...PAIR, factor: small(1n, 10n) },
    strict(3, 1),
    [
      [0, 0, 1],
      [0, 0, 1],
    ],
  ],
  [
    "1 → 2, r = 2, E = 0 and E ≠ 0",
    {
      activation: POLYNOMIAL,
      units: [
        [["-1"], ["3", "-2"]],
        [["1"], ["1", "1"]],
      ],
      inputs: line("-1", "1/2", "2", "-5/2"),
      combination: [-1n, 2n],
      factor: small(1n, 16n),
    },
    strict(6),
    [
      [0, 1, 0],
      [1, 0, 0],
    ],
  ],
];
