import { figureGrid } from "../landscape/widthOne/teacherGrid.js";
import { nearestDouble } from "./logisticNodes.js";

/**
 * Half of the inputs of Figure 1, one of x and −x, without 0. With τ = σ − ½, which is odd, and the teacher
 * 2 + η, a student a_1σ(w_1·x) + a_2σ(w_2·x) has the error (a_1 + a_2)/2 − 2 + a_1τ_1 + a_2τ_2 − η. So half
 * of the sum over the grid of N points of a product of two functions, each a constant and an odd function, is
 * N/2 times the product of the constants plus the sum over this half of the product of the odd parts. All
 * sums here are such halves, and s_i is the function σ(w_i·x), as a constant ½ and an odd part τ_i.
 */
export interface HalfGrid {
  /** x = (first, second)/4, integers. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** η, within 2^−50. */
  readonly odd: Float64Array;
  /** N. */
  readonly count: number;
  /** Half of Σy² over the grid: 2N + Ση². */
  readonly squares: number;
}

/** The grid of Figures 1 and 5. */
export function halfGrid(): HalfGrid {
  const { points, count } = figureGrid(64);
  const values = points.map(({ odd }) => nearestDouble(odd));
  return {
    first: Float64Array.from(points, ({ i }) => Number(i)),
    second: Float64Array.from(points, ({ j }) => Number(j)),
    odd: Float64Array.from(values),
    count: Number(count),
    squares: values.reduce((sum, value) => sum + value * value, 2 * Number(count)),
  };
}
