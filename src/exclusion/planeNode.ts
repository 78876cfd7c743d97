import { noEntry } from "../exact/entry.js";
import type { HalfGrid } from "./halfGrid.js";
import { type LogisticNodes, UNITS } from "./logisticNodes.js";
import { type Triple, sums } from "./sums.js";

/**
 * A square of the plane of one unit's w: from (i, j) to (i + 1, j + 1), in units of 2^(1−level). Its centre
 * has the coordinates (2i + 1)/2^level and (2j + 1)/2^level, and its sides are 2/2^level long.
 */
export interface PlaneCell {
  readonly level: number;
  readonly i: number;
  readonly j: number;
}

/** At this level all w·x at centres and corners, also of squares twice as large, are nodes of the table. */
export const FINEST = 16;

/** Vectors over the half grid at the centre of a cell, and sums of their products. */
export interface PlaneNode {
  /** τ(w·x), and τ'(w·x)·x_α for α = 1, 2. */
  readonly values: Triple<Float64Array>;
  /** τ''(w·x)·x_αx_β for (α, β) = (1, 1), (1, 2), (2, 2), which is the place α + β − 2. */
  readonly curves: Triple<Float64Array>;
  /** Στ² and Στ·τ'x_α. */
  readonly valueValues: Triple<number>;
  /** Στ'²x_αx_β, and Στ·τ''x_αx_β. */
  readonly slopesSlopes: Triple<number>;
  readonly valueCurves: Triple<number>;
  /** Sums with η. */
  readonly oddValues: Triple<number>;
  readonly oddCurves: Triple<number>;
}

/** The vectors and sums at a centre; {@link SUM_ERROR} says how exact they are. */
export function planeNode(cell: PlaneCell, grid: HalfGrid, nodes: LogisticNodes): PlaneNode {
  const { first, second, odd } = grid;
  const size = odd.length;
  const vector = (): Float64Array => new Float64Array(size);
  const [value, u, v, uu, uv, vv] = [vector(), vector(), vector(), vector(), vector(), vector()];
  const scale = nodeScale(cell);
  const [x0, y0] = [(2 * cell.i + 1) * scale, (2 * cell.j + 1) * scale];
  for (let k = 0; k < size; k++) {
    const [a, b] = [first[k] ?? noEntry(first, k), second[k] ?? noEntry(second, k)];
    const place = x0 * a + y0 * b;
    const at = Math.abs(place);
    const reached = nodes.at(at);
    const tau = place < 0 ? -reached : reached;
    const slope = 0.25 - tau * tau;
    const curve = -2 * tau * slope;
    const [x, y] = [a / 4, b / 4];
    value[k] = tau;
    u[k] = slope * x;
    v[k] = slope * y;
    uu[k] = curve * x * x;
    uv[k] = curve * x * y;
    vv[k] = curve * y * y;
  }
  const values = [value, u, v] as const;
  const curves = [uu, uv, vv] as const;
  const [, uSquared, product] = sums(u, values);
  return {
    values,
    curves,
    valueValues: sums(value, values),
    slopesSlopes: [uSquared, product, sums(v, values)[2]],
    valueCurves: sums(value, curves),
    oddValues: sums(odd, values),
    oddCurves: sums(odd, curves),
  };
}

/** Half the side of a cell times a quarter, in nodes. */
export function nodeScale({ level }: PlaneCell): number {
  return UNITS / 4 / 2 ** level;
}
