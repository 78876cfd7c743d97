import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { exponential } from "../../exact/intervals/exponential.js";
import { Interval } from "../../exact/intervals/interval.js";
import { logarithm } from "../../exact/intervals/logarithm.js";
import { rational } from "../../exact/numbers/rational.js";
import { enclosedQuotient } from "../activations/enclosedQuotient.js";
import type { Cost } from "../loss/cost.js";
import type { DataSet } from "../loss/data.js";
import { inner } from "./intervalMultiLayer.js";

/**
 * c(f, y) with its first and second derivatives in f, in enclosures.
 *
 * @example enclosedCost(squaredError).at([Interval.of(3n, 3n, 0)], [Interval.of(1n, 1n, 0)])
 *   .value.upper === 2n
 */
export interface EnclosedCostJet {
  readonly value: Interval;
  readonly gradient: readonly Interval[];
  readonly hessian: readonly (readonly Interval[])[];
}

/**
 * A cost c(f, y), twice continuously differentiable in f, by enclosures.
 *
 * @example enclosedCost(squaredError).name === "squared"
 */
export interface EnclosedCost {
  readonly name: string;
  /** For an output f and a target y of the same precision. */
  readonly at: (output: readonly Interval[], target: readonly Interval[]) => EnclosedCostJet;
  /** @throws InputError if the data aren't what the cost is about. */
  readonly requireData: (data: DataSet) => void;
}

/**
 * A cost φ(½|f − y|²) by enclosures.
 *
 * @example enclosedCost(squaredError).at([Interval.of(3n, 3n, 0)], [Interval.of(1n, 1n, 0)])
 *   .gradient.length === 1
 */
export function enclosedCost(cost: Cost): EnclosedCost {
  requireArguments({ cost: { cost } });
  const { name, profile } = cost;
  const { value, derivative, secondDerivative } = enclosedQuotient(profile);
  return {
    name,
    requireData: () => undefined,
    at: (output, target) => {
      const residual = output.map((place, index) => place.minus(entry(target, index)));
      const { precision } = entry(residual, 0);
      const half = Interval.sum(
        residual.map((place) => place.power(2)),
        precision,
      ).scaled(-1);
      const [slope, bend] = [derivative(half), secondDerivative(half)];
      return {
        value: value(half),
        gradient: residual.map((place) => place.times(slope)),
        hessian: residual.map((left, row) =>
          residual.map((right, column) => {
            const product = left.times(right).times(bend);
            return row === column ? product.plus(slope) : product;
          }),
        ),
      };
    },
  };
}

/**
 * The cost divided by the number of data, so that the loss is the mean over them.
 *
 * @param count at least 1.
 * @example meanCost(crossEntropy, 441).name === "cross-entropy"
 */
export function meanCost(cost: EnclosedCost, count: number): EnclosedCost {
  const share = rational(1n, BigInt(count));
  return {
    ...cost,
    at: (output, target) => {
      const { value, gradient, hessian } = cost.at(output, target);
      const factor = Interval.enclosing(share, value.precision);
      return {
        value: value.times(factor),
        gradient: gradient.map((slope) => slope.times(factor)),
        hessian: hessian.map((row) => row.map((bend) => bend.times(factor))),
      };
    },
  };
}

/**
 * The cross-entropy −Σ_o y_o ln p_o of the probabilities p = softmax(f), p_o = e^{f_o}/Σ_j e^{f_j}, for
 * targets y that are one-hot or probabilities. With Y = Σ_o y_o the gradient is Y·p − y and the Hessian
 * Y·(diag p − ppᵀ), which is positive semidefinite and has (1, …, 1) in its kernel.
 *
 * @example crossEntropy.at([Interval.of(0n, 0n, 8), Interval.of(0n, 0n, 8)],
 *   [Interval.of(256n, 256n, 8), Interval.of(0n, 0n, 8)])
 *   .value.contains(rational(177n, 256n)) === true
 */
export const crossEntropy: EnclosedCost = {
  name: "cross-entropy",
  at: (output, target) => {
    const { precision } = entry(output, 0);
    // Shifting all outputs changes no probability, and keeps every exponential at 1 or below.
    const shift = output.reduce((most, { upper }) => (upper > most ? upper : most), entry(output, 0).upper);
    const shifted = output.map((place) => place.minus(Interval.of(shift, shift, precision)));
    const powers = shifted.map(exponential);
    const total = Interval.sum(powers, precision);
    const [whole, log] = [Interval.sum(target, precision), logarithm(total)];
    const p = powers.map((power) => power.dividedBy(total));
    return {
      value: whole.times(log).minus(inner(target, shifted, precision)),
      gradient: p.map((share, index) => whole.times(share).minus(entry(target, index))),
      hessian: p.map((left, row) =>
        p.map((right, column) => {
          const product = left.times(right).negated();
          return whole.times(row === column ? product.plus(left) : product);
        }),
      ),
    };
  },
  requireData: ({ targets }) => {
    for (const [index, target] of targets.entries()) {
      const place = target.toRationals().findIndex((value) => value.compare(0n) < 0);
      if (target.dimension > 1 && place < 0 && !target.isZero()) continue;
      throw new InputError(
        `target ${index + 1} is no probability distribution`,
        "for cross-entropy give two or more outputs, and targets of 0 or more that are not all 0",
      );
    }
  },
};
