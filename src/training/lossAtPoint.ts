import { noEntry } from "../exact/entry.js";
import type { ActivationName } from "./scalarActivation.js";
import { scalarActivations } from "./scalarActivation.js";
import type { TrainingData } from "./figureSetting.js";
import { PER_UNIT } from "./studentShape.js";

/** The loss at a point with what a step of second order needs of it. */
export interface LossAtPoint {
  readonly loss: number;
  readonly gradient: Float64Array;
  /** The largest entry of the gradient, in size. */
  readonly slope: number;
  /** 2/N·JᵀJ, the lower triangle of a p × p matrix by rows. */
  readonly gaussNewton: Float64Array;
  /** The Hessian, the same way. */
  readonly hessian: Float64Array;
}

/**
 * The mean squared error 1/N·Σ_k (f(x_k|θ) − y_k)² of a two-layer network with two inputs and one output, in
 * doubles. θ has three numbers for each unit: w_1, w_2 and a. All sums have a fixed order, so that the same
 * point gives the same bits.
 */
export class MeanSquaredError {
  private readonly jets: Float64Array;
  private readonly row: Float64Array;

  /** @param width the number of units. */
  constructor(
    private readonly data: TrainingData,
    private readonly activation: ActivationName,
    readonly width: number,
  ) {
    this.jets = new Float64Array(PER_UNIT * width);
    this.row = new Float64Array(PER_UNIT * width);
  }

  /** The loss alone. */
  loss(theta: Float64Array): number {
    let sum = 0;
    for (let k = 0; k < this.data.count; k++) {
      const residual = this.residual(theta, k);
      sum += residual * residual;
    }
    return sum / this.data.count;
  }

  /** f(x_k|θ) − y_k. Leaves the jets of the units behind. */
  private residual(theta: Float64Array, k: number): number {
    const { first, second, targets } = this.data;
    const { jet } = scalarActivations[this.activation];
    const { jets } = this;
    const x = first[k] ?? noEntry(first, k);
    const y = second[k] ?? noEntry(second, k);
    let sum = 0;
    for (let at = 0; at < theta.length; at += PER_UNIT) {
      const z = (theta[at] ?? noEntry(theta, at)) * x + (theta[at + 1] ?? noEntry(theta, at + 1)) * y;
      jet(z, jets, at);
      sum += (theta[at + 2] ?? noEntry(theta, at + 2)) * (jets[at] ?? noEntry(jets, at));
    }
    return sum - (targets[k] ?? noEntry(targets, k));
  }

  /** The loss with its derivatives. */
  at(theta: Float64Array): LossAtPoint {
    const size = theta.length;
    const gradient = new Float64Array(size);
    const gaussNewton = new Float64Array(size * size);
    const curvature = new Float64Array(5 * this.width);
    let sum = 0;
    for (let k = 0; k < this.data.count; k++) {
      const residual = this.residual(theta, k);
      sum += residual * residual;
      this.addUnits(theta, k, residual, curvature);
      addProducts(this.row, residual, gradient, gaussNewton);
    }
    const scale = 2 / this.data.count;
    const hessian = gaussNewton.map((value) => value * scale);
    for (let at = 0; at < gaussNewton.length; at++) gaussNewton[at] = hessian[at] ?? noEntry(hessian, at);
    this.addCurvature(hessian, curvature, scale);
    let slope = 0;
    for (let at = 0; at < size; at++) {
      const value = (gradient[at] ?? noEntry(gradient, at)) * scale;
      gradient[at] = value;
      slope = Math.max(slope, Math.abs(value));
    }
    return { loss: sum / this.data.count, gradient, slope, gaussNewton, hessian };
  }

  /**
   * 2/N·Jᵀr'', where r''_k is the second derivative of f(x_k|θ + tv) by t at 0: what the straight step v
   * leaves out of a curved valley.
   */
  bendAlong(theta: Float64Array, step: Float64Array): Float64Array {
    const { jets, row } = this;
    const sums = new Float64Array(theta.length);
    const unused = new Float64Array(5 * this.width);
    for (let k = 0; k < this.data.count; k++) {
      this.residual(theta, k);
      const second = this.secondAlong(theta, step, k, jets);
      this.addUnits(theta, k, 0, unused);
      for (let at = 0; at < sums.length; at++)
        sums[at] = (sums[at] ?? noEntry(sums, at)) + second * (row[at] ?? noEntry(row, at));
    }
    return sums.map((value) => (2 * value) / this.data.count);
  }

  /** Σ_i a_i·σ''(z_i)·(v_i·x)² + 2·b_i·σ'(z_i)·(v_i·x), for a step (v_i, b_i) of unit i. */
  private secondAlong(theta: Float64Array, step: Float64Array, k: number, jets: Float64Array): number {
    const { first, second } = this.data;
    const x = first[k] ?? noEntry(first, k);
    const y = second[k] ?? noEntry(second, k);
    let sum = 0;
    for (let at = 0; at < theta.length; at += PER_UNIT) {
      const a = theta[at + 2] ?? noEntry(theta, at + 2);
      const along = (step[at] ?? noEntry(step, at)) * x + (step[at + 1] ?? noEntry(step, at + 1)) * y;
      const slope = jets[at + 1] ?? noEntry(jets, at + 1);
      const bend = jets[at + 2] ?? noEntry(jets, at + 2);
      sum += along * (a * bend * along + 2 * (step[at + 2] ?? noEntry(step, at + 2)) * slope);
    }
    return sum;
  }

  /** The row of J at a datum, and its part of Σ_k r_k ∇²f_k: five numbers for each unit. */
  private addUnits(theta: Float64Array, k: number, residual: number, curvature: Float64Array): void {
    const { jets, row } = this;
    const { first, second } = this.data;
    const x = first[k] ?? noEntry(first, k);
    const y = second[k] ?? noEntry(second, k);
    for (let at = 0, own = 0; at < theta.length; at += PER_UNIT, own += 5) {
      const a = theta[at + 2] ?? noEntry(theta, at + 2);
      const slope = jets[at + 1] ?? noEntry(jets, at + 1);
      const bend = residual * a * (jets[at + 2] ?? noEntry(jets, at + 2));
      row[at] = a * slope * x;
      row[at + 1] = a * slope * y;
      row[at + 2] = jets[at] ?? noEntry(jets, at);
      curvature[own] = (curvature[own] ?? noEntry(curvature, own)) + bend * x * x;
      curvature[own + 1] = (curvature[own + 1] ?? noEntry(curvature, own + 1)) + bend * x * y;
      curvature[own + 2] = (curvature[own + 2] ?? noEntry(curvature, own + 2)) + bend * y * y;
      curvature[own + 3] = (curvature[own + 3] ?? noEntry(curvature, own + 3)) + residual * slope * x;
      curvature[own + 4] = (curvature[own + 4] ?? noEntry(curvature, own + 4)) + residual * slope * y;
    }
  }

  private addCurvature(hessian: Float64Array, curvature: Float64Array, scale: number): void {
    const size = PER_UNIT * this.width;
    /** Places of the five numbers in a unit's block. */
    const places: readonly (readonly [number, number])[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ];
    for (let unit = 0; unit < this.width; unit++) {
      places.forEach(([row, column], index) => {
        const at = (PER_UNIT * unit + row) * size + PER_UNIT * unit + column;
        const own = 5 * unit + index;
        hessian[at] =
          (hessian[at] ?? noEntry(hessian, at)) + scale * (curvature[own] ?? noEntry(curvature, own));
      });
    }
  }
}

/** Adds r·J_k and the lower triangle of J_kJ_kᵀ. */
function addProducts(
  row: Float64Array,
  residual: number,
  gradient: Float64Array,
  products: Float64Array,
): void {
  const size = row.length;
  for (let i = 0; i < size; i++) {
    const value = row[i] ?? noEntry(row, i);
    gradient[i] = (gradient[i] ?? noEntry(gradient, i)) + residual * value;
    const start = i * size;
    for (let j = 0; j <= i; j++) {
      const at = start + j;
      products[at] = (products[at] ?? noEntry(products, at)) + value * (row[j] ?? noEntry(row, j));
    }
  }
}
