import { noEntry } from "../exact/entry.js";
import { DIMENSION } from "./fourVectors.js";
import type { HalfGrid } from "./halfGrid.js";
import { LeastSquares, type Solution } from "./leastSquares.js";
import type { PlaneNode } from "./planeNode.js";
import { LARGEST_SUM, SUM_ERROR, above } from "./slack.js";
import { type Triple, sums } from "./sums.js";

/**
 * At the centre of a pair of squares: a is least squares' for w_1 and w_2, e = a_1s_1 + a_2s_2 − y its error,
 * and g_iα = Σe·u_iα with u_iα = τ_i'·x_α, so that ∂L/∂w_iα = 2a_i·g_iα. The four numbers g, in the order (1,
 * 1), (1, 2), (2, 1), (2, 2), are 0 at each critical point with a_1a_2 ≠ 0, and where they are 0 there is a
 * critical point. All are doubles, each entry within the error that is told.
 */
export interface PairDerivatives {
  readonly a: Solution;
  /** ‖e‖ at most. */
  readonly residual: number;
  readonly g: Float64Array;
  readonly gError: number;
  /** ∂g/∂(w_1, w_2), row by row. */
  readonly jacobian: Float64Array;
  readonly jacobianError: number;
  readonly sums: PairSums;
  /** |∂a/∂w_j| at most. */
  readonly outgoingFirst: Float64Array;
}

/** Sums over the half grid, each within {@link SUM_ERROR}. */
export interface PairSums {
  readonly system: LeastSquares;
  /** Of s_1 and of s_2 with the four u. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Of these four with one another. */
  readonly slopes: Float64Array;
}

/** The derivatives at the centres of two squares; undefined if G = SᵀS may be singular. */
export function pairDerivatives(p: PlaneNode, q: PlaneNode, grid: HalfGrid): PairDerivatives | undefined {
  const own = pairSums(p, q, grid.count / 8);
  if (!(own.system.least > 0)) return undefined;
  const right = [grid.count / 2 + p.oddValues[0], grid.count / 2 + q.oddValues[0]] as const;
  const a = own.system.solve(...right, SUM_ERROR);
  const [a1, a2] = a.values;
  const size = Math.abs(a1) + Math.abs(a2);
  const { first, second } = own;
  const g = Float64Array.of(p.oddValues[1], p.oddValues[2], q.oddValues[1], q.oddValues[2]);
  for (let k = 0; k < DIMENSION; k++)
    g[k] =
      a1 * (first[k] ?? noEntry(first, k)) + a2 * (second[k] ?? noEntry(second, k)) - (g[k] ?? noEntry(g, k));
  const gError = 2 * SUM_ERROR * (1 + size) + 2 * LARGEST_SUM * a.error;
  const moves = outgoingMoves(own, a, g, gError);
  const bends = [
    bendSums(p.valueCurves, a1, sums(q.values[0], p.curves), a2, p.oddCurves),
    bendSums(q.valueCurves, a2, sums(p.values[0], q.curves), a1, q.oddCurves),
  ] as const;
  const outgoingFirst = Float64Array.from(
    moves,
    ({ values, error }) => Math.sqrt(values[0] ** 2 + values[1] ** 2) + error,
  );
  let [largest, error] = [0, 0];
  moves.forEach((move, k) => {
    largest = Math.max(largest, outgoingFirst[k] ?? noEntry(outgoingFirst, k));
    error = Math.max(error, move.error);
  });
  // y·y − a·Sᵀy, where no component of Sᵀy is above 2^11.
  const excess = grid.squares - a1 * right[0] - a2 * right[1];
  return {
    a,
    residual: above(Math.sqrt(Math.max(0, excess) + 2 ** 12 * a.error + 2 ** -20 * (1 + size))),
    g,
    gError,
    jacobian: jacobianOf(own, a.values, moves, bends),
    jacobianError: 4 * SUM_ERROR * (1 + 2 * size + largest) + 4 * LARGEST_SUM * (a.error + error),
    sums: own,
    outgoingFirst,
  };
}

function pairSums(p: PlaneNode, q: PlaneNode, constants: number): PairSums {
  const [p0, p1, p2] = p.values;
  const [pp, qq] = [p.valueValues, q.valueValues];
  const ofValue = sums(p0, q.values);
  const [row1, row2] = [sums(p1, q.values), sums(p2, q.values)];
  const [ps, qs] = [p.slopesSlopes, q.slopesSlopes];
  return {
    system: new LeastSquares(constants + pp[0], constants + ofValue[0], constants + qq[0]),
    first: Float64Array.of(pp[1], pp[2], ofValue[1], ofValue[2]),
    second: Float64Array.of(row1[0], row2[0], qq[1], qq[2]),
    slopes: Float64Array.from(
      [
        [ps[0], ps[1], row1[1], row1[2]],
        [ps[1], ps[2], row2[1], row2[2]],
        [row1[1], row2[1], qs[0], qs[1]],
        [row1[2], row2[2], qs[1], qs[2]],
      ].flat(),
    ),
  };
}

/** ∂a/∂w_jβ for the four w_jβ, where G·∂a = −(Σe·∂s_i)_i − Sᵀ(a_j∂s_j), and ∂s_j = u_jβ. */
function outgoingMoves(
  { first, second, system }: PairSums,
  { values: [a1, a2] }: Solution,
  g: Float64Array,
  gError: number,
): Solution[] {
  const moves: Solution[] = [];
  for (let k = 0; k < DIMENSION; k++) {
    const isFirst = k < 2;
    const own = isFirst ? a1 : a2;
    const turn = g[k] ?? noEntry(g, k);
    const one = -own * (first[k] ?? noEntry(first, k)) - (isFirst ? turn : 0);
    const two = -own * (second[k] ?? noEntry(second, k)) - (isFirst ? 0 : turn);
    moves.push(system.solve(one, two, 2 * gError));
  }
  return moves;
}

/** Σe·τ''x_αx_β of a unit. */
function bendSums(
  own: Triple<number>,
  outgoing: number,
  other: Triple<number>,
  otherOutgoing: number,
  odd: Triple<number>,
): Triple<number> {
  const at = (k: 0 | 1 | 2): number => outgoing * own[k] + otherOutgoing * other[k] - odd[k];
  return [at(0), at(1), at(2)];
}

/** ∂g_iα/∂w_jβ = Σ∂e·u_iα + Σe·∂u_iα, ∂e = Σ∂a_k·s_k + a_j·u_jβ. */
function jacobianOf(
  { first, second, slopes }: PairSums,
  [a1, a2]: readonly [number, number],
  moves: readonly Solution[],
  [bend1, bend2]: readonly [Triple<number>, Triple<number>],
): Float64Array {
  const jacobian = new Float64Array(DIMENSION * DIMENSION);
  for (let row = 0; row < DIMENSION; row++)
    for (let k = 0; k < DIMENSION; k++) {
      const at = DIMENSION * row + k;
      const [x, y] = (moves[k] ?? noEntry(moves, k)).values;
      const moved = x * (first[row] ?? noEntry(first, row)) + y * (second[row] ?? noEntry(second, row));
      const slope = (k < 2 ? a1 : a2) * (slopes[at] ?? noEntry(slopes, at));
      const bends = k < 2 ? bend1 : bend2;
      const place = (row % 2) + (k % 2);
      const bend = row < 2 === k < 2 ? (bends[place] ?? noEntry(bends, place)) : 0;
      jacobian[at] = moved + slope + bend;
    }
  return jacobian;
}
