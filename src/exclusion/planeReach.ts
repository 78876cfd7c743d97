import { noEntry } from "../exact/entry.js";
import type { HalfGrid } from "./halfGrid.js";
import type { LogisticNodes } from "./logisticNodes.js";
import { type PlaneCell, nodeScale } from "./planeNode.js";
import { above } from "./slack.js";
import type { Pair } from "./sums.js";

/**
 * Norms over a square, as bounds at all its w. The derivative in a direction δ from the centre into the
 * square has |δ·x| ≤ half·(|x_1| + |x_2|).
 */
export interface PlaneReach {
  /** Half the side. */
  readonly half: number;
  /** Of τ'·δ·x and τ''·(δ·x)²: how s changes. */
  readonly first: number;
  readonly second: number;
  /** Of τ'·x_α and its first two derivatives in δ. */
  readonly slopes: Pair<number>;
  readonly slopesFirst: Pair<number>;
  readonly slopesSecond: Pair<number>;
}

/** z where |τ''| is largest, ln(2 + √3), is between these nodes, and the maximum √3/18 is below CURVE. */
const [STEEPEST_BELOW, STEEPEST_ABOVE, CURVE] = [345_232, 345_233, 0.09623];

/** @param factor the square is taken this many times as large, about its centre: 1 or 2. */
export function planeReach(
  cell: PlaneCell,
  factor: number,
  { first, second }: HalfGrid,
  nodes: LogisticNodes,
): PlaneReach {
  const scale = nodeScale(cell);
  const [x0, y0] = [(2 * cell.i + 1) * scale, (2 * cell.j + 1) * scale];
  const half = factor / 2 ** cell.level;
  // Sums of squares: of s' and s'', and of the slopes and their derivatives for both coordinates.
  const sums = new Float64Array(8);
  const add = (place: number, value: number): void => {
    sums[place] = (sums[place] ?? noEntry(sums, place)) + value * value;
  };
  for (let k = 0; k < first.length; k++) {
    const [a, b] = [first[k] ?? noEntry(first, k), second[k] ?? noEntry(second, k)];
    const width = Math.abs(a) + Math.abs(b);
    const middle = Math.abs(x0 * a + y0 * b);
    const near = Math.max(0, middle - factor * scale * width);
    const far = middle + factor * scale * width;
    const [low, high] = [nodes.at(near), nodes.at(far)];
    // τ' falls with |z|; τ''' = τ'(1 − 6τ').
    const [steep, flat] = [0.25 - low * low, 0.25 - high * high];
    const curve =
      near <= STEEPEST_ABOVE && far >= STEEPEST_BELOW ? CURVE : Math.max(2 * low * steep, 2 * high * flat);
    const third = steep * Math.max(Math.abs(1 - 6 * steep), Math.abs(1 - 6 * flat));
    const move = (half * width) / 4;
    add(0, steep * move);
    add(1, curve * move * move);
    add(2, (steep * a) / 4);
    add(3, (steep * b) / 4);
    add(4, (curve * move * a) / 4);
    add(5, (curve * move * b) / 4);
    add(6, (third * move * move * a) / 4);
    add(7, (third * move * move * b) / 4);
  }
  const norm = (place: number): number => above(Math.sqrt(sums[place] ?? noEntry(sums, place)));
  return {
    half,
    first: norm(0),
    second: norm(1),
    slopes: [norm(2), norm(3)],
    slopesFirst: [norm(4), norm(5)],
    slopesSecond: [norm(6), norm(7)],
  };
}
