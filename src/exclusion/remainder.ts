import { noEntry } from "../exact/entry.js";
import { DIMENSION, product, rowTimes, sizeOf, sizeProduct } from "./fourVectors.js";
import { type PairBounds, norm } from "./pairBounds.js";
import type { PairSums } from "./pairDerivatives.js";
import type { PlaneReach } from "./planeReach.js";
import { LARGEST_SUM, SUM_ERROR, above } from "./slack.js";

/**
 * Bounds on second derivatives of v·g on a pair of squares, for all v. With u = Σv_iα·u_iα, which differs by
 * u° at most from its value at the centre,
 *
 *   v·g̈ = ⟨ë,u⟩ + 2⟨ė,u̇⟩ + ⟨e,ü⟩ and ⟨ë,u⟩ = ⟨y,Pu⟩ + ρ·S⁺u.
 *
 * Let β = S⁺u and z = Pu = u − Sβ at the centre. At another w, ‖Pu‖ is at most ‖u − S(w)β‖ ≤ ‖z‖ + ‖(S(w) −
 * S)β‖ + u°. And S⁺u − β is S⁺ applied to u − S(w)β; of this, S⁺z = (SᵀS)⁻¹(S(w) − S)ᵀz, as Sᵀz = 0 at the
 * centre.
 */
export class Remainder {
  /** β of the four u_iα, and sums of products of their z. */
  private readonly beta: readonly [Float64Array, Float64Array];
  private readonly left: Float64Array;
  private readonly leftError: number;
  private readonly slopesFirst: Float64Array;
  private readonly slopesSecond: Float64Array;

  constructor(
    { first, second, slopes, system }: PairSums,
    private readonly bounds: PairBounds,
    private readonly p: PlaneReach,
    private readonly q: PlaneReach,
  ) {
    const beta = [new Float64Array(DIMENSION), new Float64Array(DIMENSION)] as const;
    let [error, size] = [0, 0];
    for (let k = 0; k < DIMENSION; k++) {
      const solution = system.solve(
        first[k] ?? noEntry(first, k),
        second[k] ?? noEntry(second, k),
        SUM_ERROR,
      );
      const [x, y] = solution.values;
      beta[0][k] = x;
      beta[1][k] = y;
      error = Math.max(error, solution.error);
      size = Math.max(size, Math.abs(x) + Math.abs(y));
    }
    this.beta = beta;
    this.left = new Float64Array(DIMENSION * DIMENSION);
    for (let i = 0; i < DIMENSION; i++)
      for (let k = 0; k < DIMENSION; k++) {
        const at = DIMENSION * i + k;
        this.left[at] =
          (slopes[at] ?? noEntry(slopes, at)) -
          (first[i] ?? noEntry(first, i)) * (beta[0][k] ?? noEntry(beta[0], k)) -
          (second[i] ?? noEntry(second, i)) * (beta[1][k] ?? noEntry(beta[1], k));
      }
    this.leftError = 4 * SUM_ERROR * (1 + size) + 2 * LARGEST_SUM * error;
    this.slopesFirst = Float64Array.of(...p.slopesFirst, ...q.slopesFirst);
    this.slopesSecond = Float64Array.of(...p.slopesSecond, ...q.slopesSecond);
  }

  /** |v·g̈| at most, for any two directions into the pair. */
  at(v: Float64Array): number {
    const { error, errorFirst, bend, pull, inverse, move } = this.bounds;
    const size = sizeOf(v);
    const moved = sizeProduct(v, this.slopesFirst);
    const slack = this.leftError * size;
    const beta1 = Math.abs(product(v, this.beta[0])) + slack;
    const beta2 = Math.abs(product(v, this.beta[1])) + slack;
    const away = beta1 * this.p.first + beta2 * this.q.first + moved;
    const left = Math.sqrt(Math.max(0, product(rowTimes(v, this.left), v)) + slack * size);
    return above(
      bend * (left + away) +
        pull * (norm(beta1, beta2) + inverse * (inverse * move * left + away)) +
        2 * errorFirst * moved +
        error * sizeProduct(v, this.slopesSecond),
    );
  }

  /** A quadratic form of about the size of the square of {@link at}. */
  form(): Float64Array {
    const { errorFirst, error, bend, pull, inverse } = this.bounds;
    const [one, two] = this.beta;
    return this.left.map((value, at) => {
      const [i, k] = [Math.floor(at / DIMENSION), at % DIMENSION];
      const beta =
        (one[i] ?? noEntry(one, i)) * (one[k] ?? noEntry(one, k)) +
        (two[i] ?? noEntry(two, i)) * (two[k] ?? noEntry(two, k));
      const moved =
        (bend + inverse * pull + 2 * errorFirst) * (this.slopesFirst[i] ?? noEntry(this.slopesFirst, i)) +
        error * (this.slopesSecond[i] ?? noEntry(this.slopesSecond, i));
      return bend * bend * value + pull * pull * beta + (i === k ? moved * moved : 0);
    });
  }
}
