import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { type ThresholdSigns, exactThresholdSigns } from "../../exact/inertia/thresholdSigns.js";
import type { Rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { equalUnits } from "../../network/twoLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "../loss/cost.js";
import type { DataSet } from "../loss/data.js";
import { gradient } from "../loss/gradient.js";
import { hessian } from "../loss/hessian.js";
import { loss } from "../loss/loss.js";

/**
 * A network, and all that its loss depends on.
 *
 * @example landscapeAt({ network: theta, data, activation, cost: squaredError }).isCritical === true
 */
export interface LandscapePoint {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Activation;
  readonly cost: Cost;
}

/**
 * What the loss is like at a network, exactly.
 *
 * @example landscapeAt({ network: theta, data, activation, cost: squaredError }).loss.toFraction() === "0"
 */
export interface Landscape {
  readonly loss: Rational;
  /** In the order of the parameters: all incoming vectors, then all outgoing ones. */
  readonly gradient: RationalVector;
  /** Whether the gradient is 0. */
  readonly isCritical: boolean;
  /** The numbers of positive, negative and zero eigenvalues of the Hessian. */
  readonly inertia: Inertia;
  /** How many eigenvalues are beyond the threshold, if one is given. */
  readonly counts: ThresholdSigns | undefined;
  /** A critical point whose Hessian has a negative eigenvalue. */
  readonly isStrictSaddle: boolean;
  /** A critical point whose Hessian is positive definite. */
  readonly isStrictMinimum: boolean;
  /** Classes of two or more equal units, counted from 0: the symmetry subspaces that the network lies in. */
  readonly equalUnits: readonly (readonly number[])[];
}

/**
 * Loss, gradient and the Hessian's inertia at a network. Time and memory grow with the square of the number
 * of parameters and more.
 *
 * @param beforeHessian called after loss and gradient, before the Hessian takes its memory. An error that it
 *   throws ends the work.
 * @param threshold of eigenvalues, for `counts`.
 * @throws InputError if the data don't fit the network, or the activation or the cost has no value there.
 * @example landscapeAt({ network: theta, data, activation, cost: squaredError })
 *   .inertia // { positive: 1, negative: 0, zero: 1 }
 */
export function landscapeAt(
  point: LandscapePoint,
  beforeHessian: () => void = () => undefined,
  threshold?: Rational,
): Landscape {
  requireArguments({ "{ network, data, activation, cost }": { point } });
  if (threshold !== undefined) requireArguments({ rational: { threshold } });
  const { network, data, activation, cost } = point;
  const value = loss(network, data, activation, cost);
  const slope = gradient(network, data, activation, cost);
  beforeHessian();
  const second = hessian(network, data, activation, cost);
  const curvature = inertia(second.numerators);
  const isCritical = slope.isZero();
  return speaking({
    loss: value,
    gradient: slope,
    isCritical,
    inertia: curvature,
    counts: threshold && exactThresholdSigns(second, threshold),
    isStrictSaddle: isCritical && curvature.negative > 0,
    isStrictMinimum: isCritical && curvature.positive === slope.dimension,
    equalUnits: equalUnits(network),
  });
}
