import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { multiLayerSpace, networkOfPoint } from "../../manifold/layers/multiLayerSpace.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import type { DataSet } from "./data.js";
import { Jet } from "./jets.js";
import { composed } from "./lossJet.js";

/**
 * The loss along a line, t ↦ Σ_k c(f(x_k|θ + tv), y_k), as a jet in t. Its gradient is ∇L·v, its Hessian
 * vᵀHv. Automatic differentiation uses the coefficients of the activation and the cost, but not their
 * derivatives. So this is a second route to {@link multiLayerGradient}.
 *
 * @param direction v, in the order of multiLayerSpace.ts.
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if the direction has another dimension.
 * @example multiLayerLossJet(network, direction, data, activation, squaredError).gradient[0] // ∇L·v
 */
export function multiLayerLossJet(
  network: MultiLayerNetwork,
  direction: RationalVector,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): Jet {
  const slope = networkOfPoint(multiLayerSpace(network, hiddenWidths(network)), direction);
  const matrices = network.weights.map((rows, layer) =>
    rows.map((row, unit) => line(row, entry(entry(slope.weights, layer), unit))),
  );
  const { biases: speeds } = slope;
  const biases =
    speeds === undefined ? undefined : network.biases?.map((bias, layer) => line(bias, entry(speeds, layer)));
  return data.inputs.reduce((total, x, index) => {
    const output = matrices.reduce<readonly Jet[]>(
      (values, rows, layer) => {
        const sums = rows.map((row, unit) =>
          row.reduce(
            (sum, weight, column) => sum.plus(weight.times(entry(values, column))),
            biases === undefined ? ZERO : entry(entry(biases, layer), unit),
          ),
        );
        return layer + 1 < matrices.length ? sums.map((sum) => composed(activation, sum)) : sums;
      },
      x.toRationals().map((value) => Jet.constant(1, value)),
    );
    const squares = entry(data.targets, index)
      .toRationals()
      .map((target, row) => {
        const residual = entry(output, row).plus(Jet.constant(1, target.neg()));
        return residual.times(residual);
      });
    const half = squares.reduce((sum, square) => sum.plus(square), ZERO).scaled(rational(1n, 2n));
    return total.plus(composed(cost.profile, half));
  }, ZERO);
}

const ZERO = Jet.constant(1, rational(0n));

/** The numbers θ_i + t v_i. */
function line(values: RationalVector, slopes: RationalVector): Jet[] {
  const t = Jet.variable(1, 0, rational(0n));
  return values.toRationals().map((value, index) => Jet.constant(1, value).plus(t.scaled(slopes.at(index))));
}
