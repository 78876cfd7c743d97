import { noEntry } from "../../exact/entry.js";
import { type Cell, type Direction, ringStart } from "./cells.js";
import { LAST_NODE, type LogisticTable, logisticTable } from "./logisticTable.js";
import type { TeacherGrid } from "./teacherGrid.js";

/**
 * Where R rises in a fixed direction v on a whole cell, so that it has no critical point there. With sums
 * over the grid and α = a*(w) = A/B, ∇R = (α/B)·(A·Σττ'x − B·Σητ'x), so that
 *
 *   ∂_vR = α·Σ (v·x) τ'(z) (α·τ(z) − η(x)),   z = w·x.
 *
 * The terms at x and −x are equal, and those with v·x = 0 are 0. Of each pair take the point with v·x > 0.
 * The term is v·x times f(τ) = (¼ − τ²)(ατ − η). For 0 ≤ τ < ½ it has the derivative α/4 + 2ητ − 3ατ²,
 * positive at 0 and concave, so f rises and then perhaps falls: over a range of z ≥ 0 it is least at an end,
 * and so is it over the wider range between two nodes of the table; as z → ∞ it goes to 0. For z < 0 it is
 * at least −τ'·(α·|τ| + η), or at least 0 if that factor is negative.
 *
 * At large |w| all but the points close to the line w·x = 0 have next to no weight. On a ray along a lattice
 * direction v those on that line have v·x = 0, and the next ones decide. On all rings from one on, the
 * derivative is positive if v·x > 0 only where w·x > 0, and α·τ > η there: this holds as far as infinity.
 */
export interface OutwardSlope {
  readonly table: LogisticTable;
  readonly points: readonly Datum[];
}

interface Datum {
  readonly i: bigint;
  readonly j: bigint;
  /** Above η and above −η, in units of 2^−p. */
  readonly above: bigint;
  readonly mirroredAbove: bigint;
}

/** A datum with v·x > 0, as it is on a cell. */
interface Seen {
  /** v·x > 0. */
  readonly weight: bigint;
  /** Above η there. */
  readonly odd: bigint;
  /** The least and the largest z/t on the cell, times 4·2^depth. */
  readonly low: bigint;
  readonly high: bigint;
}

/** @throws RangeError if some |η| is too large for what lies beyond the table. */
export function outwardSlope(grid: TeacherGrid): OutwardSlope {
  const table = logisticTable(grid);
  const points = grid.points.map(({ i, j, odd }) => ({
    i,
    j,
    above: odd.upper,
    mirroredAbove: -odd.lower,
  }));
  const last = table.reachBelow[LAST_NODE] ?? noEntry(table.reachBelow, LAST_NODE);
  if (points.some(({ above, mirroredAbove }) => above >= last || mirroredAbove >= last)) {
    throw new RangeError("a teacher that is too large far from the line w·x = 0");
  }
  return { table, points };
}

/** Whether w·v is positive, and R is proved to rise along v, on the whole cell. */
export function risesOn({ table, points }: OutwardSlope, cell: Cell, v: Direction): boolean {
  if (!pointsOut(cell, v)) return false;
  const [from, to] = [ringStart(cell.ring), ringStart(cell.ring + 1n)];
  // 64z is t/2^(depth + 1) times the numbers of a datum.
  const shift = cell.depth + 1n;
  const end = BigInt(LAST_NODE) << shift;
  let sum = 0n;
  for (const point of points) {
    const seen = seenFrom(point, cell, v);
    if (seen === undefined || from * seen.low >= end) continue;
    sum += seen.weight * leastTerm(table, seen, from, to, shift);
  }
  return sum > 0n;
}

/** Whether the same is proved on the cell and on all rings beyond it. */
export function risesBeyond({ table, points }: OutwardSlope, cell: Cell, v: Direction): boolean {
  const from = ringStart(cell.ring);
  return (
    pointsOut(cell, v) &&
    points.every((point) => {
      const seen = seenFrom(point, cell, v);
      if (seen === undefined) return true;
      if (seen.low <= 0n) return false;
      const node = Number((from * seen.low) >> (cell.depth + 1n));
      return node >= LAST_NODE || (table.reachBelow[node] ?? noEntry(table.reachBelow, node)) > seen.odd;
    })
  );
}

/** Whether v·w > 0 at all w of the cell. */
function pointsOut({ depth, place }: Cell, { along, across }: Direction): boolean {
  const ends = [place, place + 2n].map((end) => (along << depth) + across * end);
  return along > 0n && ends.every((value) => value > 0n);
}

/** The datum or its negative, whichever has v·x > 0; undefined if v·x = 0. */
function seenFrom(
  { i, j, above, mirroredAbove }: Datum,
  { side, depth, place }: Cell,
  { along, across }: Direction,
): Seen | undefined {
  let [main, other] = side % 2 === 0 ? [i, j] : [j, i];
  let turned = side > 1;
  let weight = along * main + across * other;
  if (weight === 0n) return undefined;
  if (weight < 0n) {
    [main, other, weight] = [-main, -other, -weight];
    turned = !turned;
  }
  const first = (main << depth) + other * place;
  const last = first + 2n * other;
  const odd = turned ? mirroredAbove : above;
  return first < last ? { weight, odd, low: first, high: last } : { weight, odd, low: last, high: first };
}

/** Below f on the cell, in units of 2^(−2p). */
function leastTerm(
  table: LogisticTable,
  { odd, low, high }: Seen,
  from: bigint,
  to: bigint,
  shift: bigint,
): bigint {
  const lowest = ((low < 0n ? to : from) * low) >> shift;
  const highest = -(-((high < 0n ? from : to) * high) >> shift);
  const right = highest <= 0n ? undefined : atNode(table, odd, highest);
  if (lowest >= 0n) {
    const left = atNode(table, odd, lowest);
    return right === undefined || left < right ? left : right;
  }
  const left = leftOfZero(table, odd, lowest, highest);
  return right === undefined || left < right ? left : right;
}

/** Below f at a node, or at infinity. */
function atNode(
  { rise, slopeAbove, slopeBelow, precision }: LogisticTable,
  odd: bigint,
  node: bigint,
): bigint {
  const index = Number(node);
  if (index > LAST_NODE) return 0n;
  const slopes = odd < 0n ? slopeBelow : slopeAbove;
  return (
    ((rise[index] ?? noEntry(rise, index)) << precision) - odd * (slopes[index] ?? noEntry(slopes, index))
  );
}

/** Below f between a negative node and another, or 0 if that is positive. */
function leftOfZero(
  { reach, reachAbove, slopeAbove }: LogisticTable,
  odd: bigint,
  lowest: bigint,
  highest: bigint,
): bigint {
  const far = Number(-lowest);
  const factor = (far > LAST_NODE ? reach : (reachAbove[far] ?? noEntry(reachAbove, far))) + odd;
  if (factor <= 0n) return 0n;
  const near = highest > 0n ? 0 : Math.min(Number(-highest), LAST_NODE);
  return -factor * (slopeAbove[near] ?? noEntry(slopeAbove, near));
}
