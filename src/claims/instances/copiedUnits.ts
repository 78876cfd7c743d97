import { rational } from "../../exact/numbers/rational.js";
import type { Activation } from "../../landscape/activations/activation.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import { type WrittenPoint, writtenPoint } from "./writtenPoint.js";

/** A critical point below, and its recorded properties. */
export interface RecordedPoint {
  readonly name: string;
  readonly point: CriticalPoint;
  /** Inertia of its Hessian: (positive, negative, zero). */
  readonly inertia: string;
  /** For each unit, the rank of E_t and the inertia of B_t on its kernel. */
  readonly units: readonly string[];
}

/** Numbers of points of width 1 and of width 2. */
export const NARROW = 8n;
export const PAIRS = 4n;

/** A written point whose factor is ±2^−bits; a negative number of bits stands for the sign −. */
function point(
  activation: Activation,
  [incoming, outgoing]: readonly [incoming: string, outgoing: string],
  inputs: string,
  combination: readonly bigint[],
  bits: number,
): WrittenPoint {
  const factor = rational(bits < 0 ? -1n : 1n, 1n << BigInt(Math.abs(bits)));
  return { activation, incoming, outgoing, inputs, combination, factor };
}

const PLANE = ["1/2 -1", "-2"] as const;
const PLANE_INPUTS = "-2 1; -1/2 -3/2; 2 -1; -1/2 2; 5/2 -5/2";
const PAIR = ["-1; 1/2", "-1; -1"] as const;
const PAIR_INPUTS = "5/2; 3/2; -5/2; -3/2; -1/2; 2";
const SPATIAL_INPUTS = "-1 3/2 3/2; -1 -1 1/2; -1/2 -1 3/2; 1 1 -1/2; -1/2 3/2 2";
const SPATIAL = [1n, -1n, -2n, 2n, 2n, 2n, -2n, 2n, 2n];
const [NEGATIVE, POSITIVE] = ["rank 0, (0, 1, 0)", "rank 0, (1, 0, 0)"];

/** Found by trying small numbers. The rows record the kinds of B_t and E_t, which the claim checks. */
const ROWS: readonly (readonly [name: string, written: WrittenPoint, inertia: string, ...units: string[]])[] =
  [
    ["1 → 1, B ≺ 0", point(POLYNOMIAL, ["1", "3"], "-1/2; 2; 1/2; 1", [-2n, 2n], -6), "(2, 0, 0)", NEGATIVE],
    [
      "1 → 1, B ≻ 0",
      point(QUOTIENT, ["3/2", "-3"], "-3/2; 1/2; -1; 3/2", [-1n, 2n], 6),
      "(2, 0, 0)",
      POSITIVE,
    ],
    ["2 → 1, B ≻ 0", point(QUOTIENT, PLANE, PLANE_INPUTS, [-1n, 2n], -6), "(3, 0, 0)", "rank 0, (2, 0, 0)"],
    ["2 → 1, B ≺ 0", point(QUOTIENT, PLANE, PLANE_INPUTS, [-1n, 2n], 40), "(3, 0, 0)", "rank 0, (0, 2, 0)"],
    [
      "2 → 1, B indefinite",
      point(POLYNOMIAL, ["-1 -1", "-3"], "5/2 -1/2; -3/2 2; 1 1; -1 -3/2; -1 3/2", [2n, 2n], 16),
      "(3, 0, 0)",
      "rank 0, (1, 1, 0)",
    ],
    [
      "1 → 2, E ≠ 0",
      point(POLYNOMIAL, ["3/2", "3 -3"], "-1/2; -3/2; 1/2", [2n, -2n, -1n], -16),
      "(3, 0, 0)",
      "rank 1, (0, 0, 0)",
    ],
    [
      "2 → 2, E ≠ 0",
      point(QUOTIENT, ["1 1", "-1 -3"], "3/2 5/2; -1 -2; 1 -1/2; -1/2 -1", [-1n, 1n, -2n, -1n], 16),
      "(4, 0, 0)",
      "rank 1, (1, 0, 0)",
    ],
    [
      "3 → 3, E of rank 2",
      point(QUOTIENT, ["3/2 1/2 1", "2 2 -1"], SPATIAL_INPUTS, SPATIAL, -24),
      "(6, 0, 0)",
      "rank 2, (0, 1, 0)",
    ],
    [
      "1 → 1, r = 2, both B ≻ 0",
      point(POLYNOMIAL, PAIR, PAIR_INPUTS, [2n, 1n], -6),
      "(4, 0, 0)",
      POSITIVE,
      POSITIVE,
    ],
    [
      "1 → 1, r = 2, B ≺ 0 and B ≻ 0",
      point(POLYNOMIAL, ["1; -3/2", "-1; 2"], "2; 1/2; -1; 1; 3/2; -2", [2n, 1n], 6),
      "(4, 0, 0)",
      NEGATIVE,
      POSITIVE,
    ],
    [
      "1 → 1, r = 2, a saddle",
      point(POLYNOMIAL, PAIR, PAIR_INPUTS, [2n, 1n], 10),
      "(3, 1, 0)",
      NEGATIVE,
      NEGATIVE,
    ],
    [
      "1 → 2, r = 2, E = 0 and E ≠ 0",
      point(POLYNOMIAL, ["-1; 1", "3 -2; 1 1"], "-1; 1/2; 2; -5/2", [-1n, 2n], 16),
      "(6, 0, 0)",
      POSITIVE,
      "rank 1, (0, 0, 0)",
    ],
  ];

export function copiedPoints(): RecordedPoint[] {
  return ROWS.map(([name, written, inertia, ...units]) => ({
    name,
    point: writtenPoint(written),
    inertia,
    units,
  }));
}
