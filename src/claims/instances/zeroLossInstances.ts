import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Activation, rationalActivation } from "../../landscape/activations/activation.js";
import { type DataSet, dataSet } from "../../landscape/loss/data.js";
import { skewActivation } from "../../landscape/activations/exampleActivations.js";
import { jacobian } from "../../landscape/loss/jacobian.js";
import type { Rectified } from "../../landscape/activations/rectified.js";
import { rectifiedJacobian } from "../../landscape/zeroLoss/rectifiedJacobian.js";
import { fittedData, outputRank } from "../../landscape/zeroLoss/zeroLossSet.js";
import { parameterCount } from "../../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, evaluate } from "../../network/twoLayerNetwork.js";
import { standardNetwork } from "../evidence/ranges.js";

const MAX_WIDTH = 3;
const MAX_INPUT_DIMENSION = 2;

/** (1 + 2x)/(2 + x + x²), another without relations; it is 0 at −1/2, which Cooper (2018) allows. */
const otherActivation = rationalActivation(
  [rational(1n), rational(2n)],
  [rational(2n), rational(1n), rational(1n)],
);

/** A network, and data that the claim says it fits exactly. */
export interface ZeroLossPoint<Kind extends Activation | Rectified = Activation | Rectified> {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Kind;
}

/** Distinct points in no special position: half of (p, p² − 3, p³ − 6, …) at p = 1, −1, 2, −2, …. */
export function spreadInputs(count: number, dimension: number): RationalVector[] {
  return Array.from({ length: count }, (_, index) => {
    const size = BigInt((index >> 1) + 1);
    const p = index % 2 === 0 ? size : -size;
    return RationalVector.of(
      Array.from({ length: dimension }, (_, power) => p ** BigInt(power + 1) - 3n * BigInt(power)),
      2n,
    );
  });
}

/** The network as a point of the zero-loss set, for the data that it makes of inputs. */
export function zeroLossPoint<Kind extends Activation | Rectified>(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Kind,
): ZeroLossPoint<Kind> {
  return { network, data: fittedData(network, inputs, valueOf(activation)), activation };
}

/** The outcome of the exact computations at such a point. */
export interface PointFindings {
  /** n. */
  readonly parameters: number;
  /** d: data times outputs. */
  readonly residuals: number;
  /** The outputs' derivatives J, a row for each residual. */
  readonly rows: readonly RationalVector[];
  /** The certified rank of the derivatives. */
  readonly rank: number;
}

/** Undefined if the network does not fit the data exactly. */
export function findings({ network, data, activation }: ZeroLossPoint): PointFindings | undefined {
  const { inputs, targets } = data;
  const value = valueOf(activation);
  if (inputs.some((input, k) => evaluate(network, input, value).key !== targets[k]?.key)) return undefined;
  const { inputDimension, outputDimension, units } = network;
  const parameters = parameterCount({ inputDimension, outputDimension, width: units.length });
  const rows =
    "positivePart" in activation
      ? rectifiedJacobian(network, inputs, activation)
      : jacobian(network, inputs, activation);
  return { parameters, residuals: inputs.length * outputDimension, rows, rank: outputRank(rows, parameters) };
}

/** The same point with its first datum twice: more residuals, and the same rank of their derivatives. */
export function withDatumTwice(point: ZeroLossPoint): ZeroLossPoint {
  const { inputs, targets } = point.data;
  const data = dataSet([...inputs, ...inputs.slice(0, 1)], [...targets, ...targets.slice(0, 1)]);
  return { ...point, data };
}

/** σ, as a function of the preactivation. */
function valueOf(activation: Activation | Rectified): (preactivation: Rational) => Rational {
  return "positivePart" in activation ? activation.value : (x) => activation.derivative(0, x);
}

/** Scalar outputs, as in Cooper (2018), and d = 1, …, n − 1 data for each size and activation. */
export function* scalarPoints(): Generator<ZeroLossPoint<Activation>> {
  for (const activation of [skewActivation, otherActivation]) {
    for (let inputDimension = 1; inputDimension <= MAX_INPUT_DIMENSION; inputDimension += 1) {
      for (let width = 1; width <= MAX_WIDTH; width += 1) {
        const network = standardNetwork(width, inputDimension, 1);
        for (let count = 1; count < width * (inputDimension + 1); count += 1) {
          yield zeroLossPoint(network, spreadInputs(count, inputDimension), activation);
        }
      }
    }
  }
}

/** The number of scalar points, Σ (m(d_in + 1) − 1), twice. */
export const SCALAR_POINTS = {
  count: 48n,
  range: `d_in ≤ ${MAX_INPUT_DIMENSION}, d_out = 1, m ≤ ${MAX_WIDTH}, 1 ≤ d < n, two rational activations`,
} as const;
