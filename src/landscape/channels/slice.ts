import { entry } from "../../exact/entry.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { overOneDenominator, valuesOnPairs } from "../../exact/inertia/symmetricMatrix.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { toPoint } from "../../manifold/subspaces/parameterSpace.js";
import type { Activation } from "../activations/activation.js";
import { squaredError } from "../loss/cost.js";
import type { DataSet } from "../loss/data.js";
import { gradient } from "../loss/gradient.js";
import { hessian } from "../loss/hessian.js";
import { loss } from "../loss/loss.js";
import { coordinates, networkAt, withCoordinates, type PairLimit } from "./pairLimit.js";

/** A limit of a pair with data for the squared error ½ Σ_k |f(x_k) − y_k|². */
export interface LimitProblem {
  readonly limit: PairLimit;
  readonly data: DataSet;
  readonly activation: Activation;
}

/** The loss at ε ≠ 0. */
export function lossAt({ limit, data, activation }: LimitProblem, epsilon: Rational): Rational {
  return loss(networkAt(limit, epsilon), data, activation, squaredError);
}

/** Its derivatives in the coordinates of the limit at fixed ε ≠ 0: those of the network, pulled back. */
export function sliceGradient({ limit, data, activation }: LimitProblem, epsilon: Rational): RationalVector {
  const slopes = gradient(networkAt(limit, epsilon), data, activation, squaredError);
  return RationalVector.fromRationals(stepsAt(limit, epsilon).map((step) => step.dot(slopes)));
}

/** Its second derivatives in these coordinates, row by row. */
export function sliceHessian({ limit, data, activation }: LimitProblem, epsilon: Rational): RationalVector[] {
  const { numerators, denominator } = hessian(networkAt(limit, epsilon), data, activation, squaredError);
  const steps = overOneDenominator(stepsAt(limit, epsilon));
  const lower = valuesOnPairs(numerators, steps.numerators);
  const whole = lower.map((row, i) => lower.map((other, j) => (j <= i ? entry(row, j) : entry(other, i))));
  const scale = denominator * steps.denominator * steps.denominator;
  return whole.map((row) => RationalVector.of(row, scale));
}

/** The inertia of a symmetric rational matrix. */
export function inertiaOf(rows: readonly RationalVector[]): Inertia {
  return inertia(overOneDenominator(rows).numerators);
}

/** How the network at ε moves as a coordinate grows by 1. */
function stepsAt(limit: PairLimit, epsilon: Rational): RationalVector[] {
  const [own, place] = [coordinates(limit), toPoint(networkAt(limit, epsilon))];
  return own.toRationals().map((value, index) => {
    const moved = own.toRationals().map((other, at) => (at === index ? value.add(rational(1n)) : other));
    const limitThere = withCoordinates(limit, RationalVector.fromRationals(moved));
    return toPoint(networkAt(limitThere, epsilon)).minus(place);
  });
}
