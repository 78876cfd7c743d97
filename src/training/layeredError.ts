import { entry, noEntry } from "../exact/entry.js";
import type { TrainingData } from "./figureSetting.js";
import { gramMatrix, products } from "./gramMatrix.js";
import type { LossAtPoint } from "./lossAtPoint.js";
import { type ActivationName, scalarActivations } from "./scalarActivation.js";
import type { StudentShape } from "./studentShape.js";

/** σ, σ' and σ'' of a unit. */
const JET = 3;

/**
 * The mean squared error 1/N·Σ_k (f(x_k|θ) − y_k)² of a network of several layers with biases, two inputs and
 * one output, in doubles. All sums have a fixed order, so that the same point gives the same bits.
 */
export class LayeredError {
  /** What each layer reads at a datum, and σ, σ', σ'' of the units that give it. */
  private readonly values: readonly Float64Array[];
  private readonly jets: readonly Float64Array[];
  /** J by columns: one list of N numbers for each parameter. */
  private readonly jacobian: readonly Float64Array[];

  constructor(
    private readonly data: TrainingData,
    private readonly activation: ActivationName,
    private readonly shape: StudentShape,
  ) {
    this.values = shape.layers.map(({ columns }) => new Float64Array(columns));
    this.jets = shape.layers.map(({ rows }) => new Float64Array(JET * rows));
    this.jacobian = Array.from({ length: shape.parameters }, () => new Float64Array(data.count));
  }

  /** The loss alone. */
  loss(theta: Float64Array): number {
    const { count, targets } = this.data;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const residual = this.output(theta, k) - (targets[k] ?? noEntry(targets, k));
      sum += residual * residual;
    }
    return sum / count;
  }

  /** The loss with its gradient and with 2/N·JᵀJ. */
  at(theta: Float64Array): Omit<LossAtPoint, "hessian"> {
    const { count, targets } = this.data;
    const residuals = new Float64Array(count);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const residual = this.output(theta, k) - (targets[k] ?? noEntry(targets, k));
      residuals[k] = residual;
      sum += residual * residual;
      this.writeRow(theta, k);
    }
    const gradient = products(this.jacobian, residuals, 2 / count);
    const slope = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return { loss: sum / count, gradient, slope, gaussNewton: gramMatrix(this.jacobian, 2 / count) };
  }

  /**
   * 2/N·Jᵀr'', where r''_k is the second derivative of f(x_k|θ + tv) by t at 0.
   *
   * @param theta where {@link at} was asked for last, since J is that of its point.
   */
  bendAlong(theta: Float64Array, step: Float64Array): Float64Array {
    const second = new Float64Array(this.data.count);
    for (let k = 0; k < second.length; k++) {
      this.output(theta, k);
      second[k] = this.secondAlong(theta, step);
    }
    return products(this.jacobian, second, 2 / second.length);
  }

  /** f(x_k|θ). Leaves what the layers read, and the jets of the units, behind. */
  private output(theta: Float64Array, k: number): number {
    const { first, second } = this.data;
    const { jet } = scalarActivations[this.activation];
    let [read, last] = [entry(this.values, 0), 0];
    read[0] = first[k] ?? noEntry(first, k);
    read[1] = second[k] ?? noEntry(second, k);
    this.shape.layers.forEach(({ rows, columns, weights, biases }, index) => {
      const [jets, next] = [entry(this.jets, index), this.values[index + 1]];
      for (let row = 0; row < rows; row++) {
        let sum = theta[biases[row] ?? noEntry(biases, row)] ?? noEntry(theta, row);
        for (let column = 0, at = row * columns; column < columns; column++, at++) {
          const weight = theta[weights[at] ?? noEntry(weights, at)] ?? noEntry(theta, at);
          sum += weight * (read[column] ?? noEntry(read, column));
        }
        if (next === undefined) last = sum;
        else {
          jet(sum, jets, JET * row);
          next[row] = jets[JET * row] ?? noEntry(jets, row);
        }
      }
      read = next ?? read;
    });
    return last;
  }

  /** A row of J, by the chain rule from the last layer to the first, for the datum that `output` saw last. */
  private writeRow(theta: Float64Array, k: number): void {
    let forces: Float64Array = Float64Array.of(1);
    for (let index = this.shape.layers.length - 1; index >= 0; index--) {
      this.writeForces(index, k, forces);
      if (index > 0) forces = this.carriedBack(theta, index, forces);
    }
  }

  /** ∂f/∂W_ij = δ_i·h_j and ∂f/∂b_i = δ_i. */
  private writeForces(index: number, k: number, forces: Float64Array): void {
    const { rows, columns, weights, biases } = entry(this.shape.layers, index);
    const read = entry(this.values, index);
    const { jacobian } = this;
    for (let row = 0; row < rows; row++) {
      const force = forces[row] ?? noEntry(forces, row);
      const ofBias = biases[row] ?? noEntry(biases, row);
      (jacobian[ofBias] ?? noEntry(jacobian, ofBias))[k] = force;
      for (let column = 0, at = row * columns; column < columns; column++, at++) {
        const place = weights[at] ?? noEntry(weights, at);
        (jacobian[place] ?? noEntry(jacobian, place))[k] = force * (read[column] ?? noEntry(read, column));
      }
    }
  }

  /** σ'(z_j)·Σ_i δ_i·W_ij, the forces on the layer below. */
  private carriedBack(theta: Float64Array, index: number, forces: Float64Array): Float64Array {
    const { rows, columns, weights } = entry(this.shape.layers, index);
    const jets = entry(this.jets, index - 1);
    const below = new Float64Array(columns);
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const at = weights[row * columns + column] ?? noEntry(weights, column);
        sum += (theta[at] ?? noEntry(theta, at)) * (forces[row] ?? noEntry(forces, row));
      }
      below[column] = sum * (jets[JET * column + 1] ?? noEntry(jets, column));
    }
    return below;
  }

  /** The second derivative of f(x_k|θ + tv) by t at 0, for the datum that `output` saw last. */
  private secondAlong(theta: Float64Array, step: Float64Array): number {
    let read = { first: new Float64Array(2), second: new Float64Array(2) };
    this.shape.layers.forEach(({ rows, columns, weights, biases }, index) => {
      const [values, jets] = [entry(this.values, index), entry(this.jets, index)];
      const isLast = index === this.shape.layers.length - 1;
      const next = { first: new Float64Array(rows), second: new Float64Array(rows) };
      for (let row = 0; row < rows; row++) {
        const ofBias = biases[row] ?? noEntry(biases, row);
        let [first, second] = [step[ofBias] ?? noEntry(step, ofBias), 0];
        for (let column = 0, at = row * columns; column < columns; column++, at++) {
          const place = weights[at] ?? noEntry(weights, at);
          const [w, v] = [theta[place] ?? noEntry(theta, place), step[place] ?? noEntry(step, place)];
          const along = read.first[column] ?? noEntry(read.first, column);
          first += v * (values[column] ?? noEntry(values, column)) + w * along;
          second += 2 * v * along + w * (read.second[column] ?? noEntry(read.second, column));
        }
        const slope = jets[JET * row + 1] ?? noEntry(jets, row);
        const bend = jets[JET * row + 2] ?? noEntry(jets, row);
        next.first[row] = isLast ? first : slope * first;
        next.second[row] = isLast ? second : bend * first * first + slope * second;
      }
      read = next;
    });
    return entry(read.second, 0);
  }
}
