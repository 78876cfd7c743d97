import { SUM_ERROR } from "./slack.js";

/** An approximate solution, and a bound on its distance from the exact one. */
export interface Solution {
  readonly values: readonly [number, number];
  readonly error: number;
}

/** The equations G·x = r of least squares, where G = SᵀS and S = (s_1, s_2). */
export class LeastSquares {
  /** The least singular value of S is at least this. */
  readonly least: number;
  private readonly determinant: number;
  private readonly factor: number;

  /** The entries of G, each within {@link SUM_ERROR}; those of the diagonal are from 2^7 to 2^9. */
  constructor(
    private readonly g11: number,
    private readonly g12: number,
    private readonly g22: number,
  ) {
    this.determinant = g11 * g22 - g12 * g12;
    const half = (g11 - g22) / 2;
    const eigenvalue = this.determinant / ((g11 + g22) / 2 + Math.sqrt(half * half + g12 * g12));
    const below = Math.max(0, eigenvalue - 2 ** -24);
    this.least = Math.sqrt(below) * (1 - 2 ** -30);
    this.factor = 1.01 / below;
  }

  /**
   * The solution, whose error follows from what is left of the equations.
   *
   * @param error of both r, at most.
   */
  solve(first: number, second: number, error: number): Solution {
    const { g11, g12, g22 } = this;
    const x = (g22 * first - g12 * second) / this.determinant;
    const y = (g11 * second - g12 * first) / this.determinant;
    const left = Math.abs(g11 * x + g12 * y - first) + Math.abs(g12 * x + g22 * y - second);
    const sizes = Math.abs(first) + Math.abs(second);
    const roundings = 2 * SUM_ERROR * (Math.abs(x) + Math.abs(y)) + 2 ** -50 * sizes;
    return { values: [x, y], error: this.factor * (left + 2 * (roundings + error)) };
  }
}
