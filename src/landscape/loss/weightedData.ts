import { entry } from "../../exact/entry.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, dataSet } from "./data.js";
import { gradient } from "./gradient.js";
import { hessian } from "./hessian.js";
import { loss } from "./loss.js";
import { type RationalMatrix, sumOfMatrices } from "./rationalMatrix.js";

/**
 * Data whose k-th point counts p_k times. Multiplied by their common denominator, the p_k are integers, and
 * the loss is a multiple of the loss of plain data with repeated points.
 *
 * @example const twice: WeightedData = { data: dataSet([x], [y]), weights: [rational(2n)] };
 */
export interface WeightedData {
  readonly data: DataSet;
  /** p_k > 0, one for each datum. */
  readonly weights: readonly Rational[];
}

/**
 * The loss Σ_k p_k c(f(x_k|θ), y_k) of weighted data.
 *
 * @throws InputError as {@link loss} does.
 * @example weightedLoss(theta, twice, activation, squaredError) // twice the loss on that point
 */
export function weightedLoss(
  network: TwoLayerNetwork,
  weighted: WeightedData,
  activation: Activation,
  cost: Cost,
): Rational {
  return single(weighted).reduce(
    (sum, { datum, weight }) => sum.add(loss(network, datum, activation, cost).mul(weight)),
    rational(0n),
  );
}

/**
 * The gradient of {@link weightedLoss}, in the order of {@link gradient}.
 *
 * @throws InputError as {@link gradient} does.
 * @example weightedGradient(theta, twice, activation, squaredError) // twice the gradient on that point
 */
export function weightedGradient(
  network: TwoLayerNetwork,
  weighted: WeightedData,
  activation: Activation,
  cost: Cost,
): RationalVector {
  const { inputDimension, outputDimension, units } = network;
  return RationalVector.sum(
    units.length * (inputDimension + outputDimension),
    single(weighted).map(({ datum, weight }) => gradient(network, datum, activation, cost).times(weight)),
  );
}

/**
 * The Hessian of {@link weightedLoss}, as {@link hessian} gives it.
 *
 * @throws InputError as {@link hessian} does.
 * @example weightedHessian(theta, twice, activation, squaredError) // twice the Hessian on that point
 */
export function weightedHessian(
  network: TwoLayerNetwork,
  weighted: WeightedData,
  activation: Activation,
  cost: Cost,
): RationalMatrix {
  return sumOfMatrices(
    single(weighted).map(({ datum, weight }) => {
      const { numerators, denominator } = hessian(network, datum, activation, cost);
      const times = weight.s * weight.n;
      return {
        numerators: numerators.map((row) => row.map((entry) => entry * times)),
        denominator: denominator * weight.d,
      };
    }),
  );
}

/** Each point as a data set of its own. */
function single({ data, weights }: WeightedData): { readonly datum: DataSet; readonly weight: Rational }[] {
  return weights.map((weight, index) => ({
    datum: dataSet([entry(data.inputs, index)], [entry(data.targets, index)]),
    weight,
  }));
}
