import { entry } from "../exact/entry.js";
import { rational } from "../exact/numbers/rational.js";
import type { Interval } from "../exact/intervals/interval.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { Activation } from "../landscape/activations/activation.js";
import { parseActivation } from "../landscape/activations/activationText.js";
import { squaredError } from "../landscape/loss/cost.js";
import type { DataSet } from "../landscape/loss/data.js";
import { gradient } from "../landscape/loss/gradient.js";
import {
  enclosed,
  intervalMultiLayer,
  intervalOutput,
  parametersOf,
  withParameters,
} from "../landscape/enclosures/intervalMultiLayer.js";
import { intervalGradient } from "../landscape/enclosures/intervalLoss.js";
import {
  type RealActivation,
  realActivation,
  softplusWithSigmoid,
} from "../landscape/activations/realActivation.js";
import { secondVariation } from "../landscape/enclosures/secondVariation.js";
import { spaceOf, unitParameters } from "../landscape/loss/unitParameters.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import { type MultiLayerNetwork, evaluateMultiLayer } from "../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type Enclosure, aroundDouble, intervalEnclosure } from "./comparison.js";
import type { FloatActivation } from "./floatActivation.js";
import { floatPolynomial } from "./floatPolynomial.js";
import { intervalPolynomial } from "./intervalPolynomial.js";
import { ALPHA, FLOAT_ACTIVATIONS, GAMMA } from "./kernelBounds.js";
import { nearbyDoubles } from "./multiLayerBatch.js";

/** Bits behind the binary point of enclosures: 2^−160 is below all that float32 can hold. */
const PRECISION = 160;

/** An activation in floats, and what is certain of it: exact values of polynomials, otherwise enclosures. */
export interface CheckedActivation {
  readonly name: string;
  readonly float: FloatActivation;
  /** f(x|θ), an enclosure for each output. */
  readonly outputs: (network: MultiLayerNetwork, x: RationalVector) => Enclosure[];
  /** ∇L of the squared error, W^(1) by rows and then W^(2) by rows. */
  readonly gradient: (network: TwoLayerNetwork, data: DataSet) => Enclosure[];
  /** vᵀHv of the squared error's Hessian H, for v in the order of parameterSpace.ts. */
  readonly second: (network: TwoLayerNetwork, data: DataSet, v: RationalVector) => Enclosure;
}

/** How many values are remembered: more than a network has units and data points here. */
const REMEMBERED = 1000;

/** The same function, which remembers its values: in each direction at a point it has the same arguments. */
function remembering(at: (x: Interval) => Interval): (x: Interval) => Interval {
  const known = new Map<string, Interval>();
  return (x) => {
    const key = `${x.lower} ${x.upper} ${x.precision}`;
    const value = known.get(key) ?? at(x);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, value);
    return value;
  };
}

/** A real activation, with enclosures by interval arithmetic. */
function checkedReal(float: FloatActivation, activation: RealActivation): CheckedActivation {
  const { value, derivative, secondDerivative } = activation;
  const again: RealActivation = {
    ...activation,
    value: remembering(value),
    derivative: remembering(derivative),
    secondDerivative: remembering(secondDerivative),
  };
  return {
    name: activation.name,
    float,
    outputs: (network, x) =>
      intervalOutput(intervalMultiLayer(network, PRECISION), enclosed(x, PRECISION), activation).map(
        intervalEnclosure,
      ),
    gradient: (network, data) =>
      parametersOf(
        intervalGradient(intervalMultiLayer(asMultiLayer(network), PRECISION), data, activation),
      ).map(intervalEnclosure),
    second: (network, data, v) => {
      const layers = intervalMultiLayer(asMultiLayer(network), PRECISION);
      const ordered = RationalVector.fromRationals(layeredOrder(network, v.toRationals()));
      const along = withParameters(layers, enclosed(ordered, PRECISION));
      return intervalEnclosure(secondVariation(layers, along, along, data, again));
    },
  };
}

/** A polynomial activation, with exact values. @throws RangeError for other activations. */
export function checkedPolynomial(activation: Activation): CheckedActivation {
  return {
    ...enclosedPolynomial(activation),
    outputs: (network, x) =>
      nearbyDoubles(evaluateMultiLayer(network, x, (z) => activation.derivative(0, z))).map(aroundDouble),
    gradient: (network, data) => {
      const point = nearbyDoubles(gradient(network, data, activation, squaredError));
      return layeredOrder(network, point).map(aroundDouble);
    },
  };
}

/** With a cubic, the residuals of critical points with one input would contribute no curvature. */
export const QUARTIC: Activation = parseActivation("poly:1,1,1/2,-1/3,1/5");

/** A polynomial activation, with enclosures. @throws RangeError for other activations. */
export function enclosedPolynomial(activation: Activation): CheckedActivation {
  return checkedReal(floatPolynomial(activation), intervalPolynomial(activation));
}

/** The paper's real activations, and a polynomial for which outputs and gradients are exact. */
export function checkedActivations(): CheckedActivation[] {
  return [...realActivations(), checkedPolynomial(QUARTIC)];
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
export function layeredOrder<Coordinate>(
  network: TwoLayerNetwork,
  point: readonly Coordinate[],
): Coordinate[] {
  const { inputDimension, outputDimension, units } = network;
  const places = units.map((_, unit) => unitParameters(spaceOf(network), unit));
  const outgoing = Array.from({ length: outputDimension }, (_, output) =>
    places.map((ofUnit) => entry(ofUnit, inputDimension + output)),
  );
  const incoming = places.map((ofUnit) => ofUnit.slice(0, inputDimension));
  return [...incoming.flat(), ...outgoing.flat()].map((index) => entry(point, index));
}
