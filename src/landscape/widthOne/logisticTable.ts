import { Interval } from "../../exact/intervals/interval.js";
import { rational } from "../../exact/numbers/rational.js";
import { sigmoid } from "../activations/sigmoid.js";
import { type TeacherGrid, leastOutgoing } from "./teacherGrid.js";

/** Nodes are the multiples of 1/64 from 0 to 8. */
export const NODES_PER_UNIT = 64n;
export const LAST_NODE = 512;

/** Bounds at the nodes z = n/64, in units of 2^−p, on τ = σ − ½, τ' = ¼ − τ² and a student's a*. */
export interface LogisticTable {
  readonly precision: bigint;
  /** Below a*·τ·τ'. */
  readonly rise: readonly bigint[];
  /** Below a*·τ. */
  readonly reachBelow: readonly bigint[];
  /** Above a*·τ. */
  readonly reachAbove: readonly bigint[];
  /** Below and above τ'. */
  readonly slopeBelow: readonly bigint[];
  readonly slopeAbove: readonly bigint[];
  /** Above a*·τ everywhere. */
  readonly reach: bigint;
}

/** Bounds for all a* between the two bounds of {@link TeacherGrid}, which are positive as |η| < k/2. */
export function logisticTable(grid: TeacherGrid): LogisticTable {
  const { units, precision } = grid;
  const enclosed = (numerator: bigint, denominator: bigint): Interval =>
    Interval.enclosing(rational(numerator, denominator), precision);
  const least = leastOutgoing(grid);
  // k + 2Σ|η|/N = 2k − 2(k/2 − Σ|η|/N).
  const most = enclosed(2n * units, 1n).minus(least.scaled(1));
  const rows = Array.from({ length: LAST_NODE + 1 }, (_, node) => {
    const tau = sigmoid(enclosed(BigInt(node), NODES_PER_UNIT)).minus(enclosed(1n, 2n));
    const slope = enclosed(1n, 4n).minus(tau.power(2));
    return { slope, rise: least.times(tau).times(slope), low: least.times(tau), high: most.times(tau) };
  });
  return {
    precision: BigInt(precision),
    rise: rows.map(({ rise }) => rise.lower),
    reachBelow: rows.map(({ low }) => low.lower),
    reachAbove: rows.map(({ high }) => high.upper),
    slopeBelow: rows.map(({ slope }) => slope.lower),
    slopeAbove: rows.map(({ slope }) => slope.upper),
    reach: most.scaled(-1).upper,
  };
}
