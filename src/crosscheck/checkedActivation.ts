import { rational } from "../exact/rational.js";
import { type RationalVector } from "../exact/rationalVector.js";
import { type Activation } from "../landscape/activation.js";
import { squaredError } from "../landscape/cost.js";
import { type DataSet } from "../landscape/data.js";
import { gradient } from "../landscape/gradient.js";
import { enclosed, intervalLayers, intervalOutput, parametersOf } from "../landscape/intervalLayers.js";
import { intervalGradient } from "../landscape/intervalLoss.js";
import { type RealActivation, realActivation, softplusWithSigmoid } from "../landscape/realActivation.js";
import { incomingIndex, outgoingIndex } from "../manifold/parameterSpace.js";
import { type MultiLayerNetwork, asMultiLayer, evaluateLayers } from "../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type Enclosure, aroundDouble, intervalEnclosure } from "./comparison.js";
import type { FloatActivation } from "./floatActivation.js";
import { floatPolynomial } from "./floatPolynomial.js";
import { ALPHA, FLOAT_ACTIVATIONS, GAMMA } from "./kernelBounds.js";
import { nearbyDoubles } from "./layeredBatch.js";

/** Bits behind the binary point of enclosures: 2^−80 is far below what float32 can see. */
const PRECISION = 80;

/** An activation in floats beside what is certain of it: exact values of polynomials, else enclosures. */
export interface CheckedActivation {
  readonly name: string;
  readonly float: FloatActivation;
  /** f(x|θ), an enclosure for each output. */
  readonly outputs: (network: MultiLayerNetwork, x: RationalVector) => Enclosure[];
  /** ∇L of the squared error, W^(1) by rows and then W^(2) by rows. */
  readonly gradient: (network: TwoLayerNetwork, data: DataSet) => Enclosure[];
}

/** A real activation, with enclosures by interval arithmetic. */
export function checkedReal(float: FloatActivation, activation: RealActivation): CheckedActivation {
  return {
    name: activation.name,
    float,
    outputs: (network, x) =>
      intervalOutput(intervalLayers(network, PRECISION), enclosed(x, PRECISION), activation).map(
        intervalEnclosure,
      ),
    gradient: (network, data) =>
      parametersOf(
        intervalGradient(intervalLayers(asMultiLayer(network), PRECISION), data, activation),
      ).map(intervalEnclosure),
  };
}

/** A polynomial activation, with exact values. @throws RangeError for what isn't one. */
export function checkedPolynomial(activation: Activation): CheckedActivation {
  return {
    name: activation.name,
    float: floatPolynomial(activation),
    outputs: (network, x) =>
      nearbyDoubles(evaluateLayers(network, x, (z) => activation.derivative(0, z))).map(aroundDouble),
    gradient: (network, data) => {
      const point = nearbyDoubles(gradient(network, data, activation, squaredError));
      return layeredOrder(network, point).map(aroundDouble);
    },
  };
}

/** The real activations of the paper. */
export function realActivations(): CheckedActivation[] {
  const mixed = softplusWithSigmoid(rational(BigInt(ALPHA)), rational(BigInt(GAMMA)));
  return [
    checkedReal(FLOAT_ACTIVATIONS.sigmoid, realActivation("sigmoid")),
    checkedReal(FLOAT_ACTIVATIONS.tanh, realActivation("tanh")),
    checkedReal(FLOAT_ACTIVATIONS.softplus, realActivation("softplus")),
    checkedReal(FLOAT_ACTIVATIONS.softplusSigmoid, mixed),
  ];
}

/** A vector of parameter space (w_1, …, w_m, a_1, …, a_m) as W^(1) by rows and W^(2) by rows. */
export function layeredOrder<Entry>(network: TwoLayerNetwork, point: readonly Entry[]): Entry[] {
  const { inputDimension, outputDimension, neurons } = network;
  const space = { inputDimension, outputDimension, width: neurons.length };
  const incoming = neurons.flatMap((_, unit) =>
    Array.from({ length: inputDimension }, (__, input) => incomingIndex(space, unit, input)),
  );
  const outgoing = Array.from({ length: outputDimension }, (_, output) =>
    neurons.map((__, unit) => outgoingIndex(space, unit, output)),
  ).flat();
  return [...incoming, ...outgoing].flatMap((index) => point.slice(index, index + 1));
}
