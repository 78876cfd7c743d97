import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationValues } from "../../landscape/activations/namedValues.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import { ONE, PRECISION, affineRows, asLayers } from "./affineRows.js";
import { linearRange } from "./linearRange.js";

/**
 * How far two networks differ on given inputs: the largest |f(x) − g(x)| in any output lies between two
 * rationals, and is at least `lower` at the place given. The bounds are so close that decimals rarely tell
 * them apart.
 *
 * @example formatRational(dataDifference(from, from, boundedActivation("relu"), data.inputs).upper) === "0"
 */
export interface DataDifference {
  readonly lower: Rational;
  readonly upper: Rational;
  /** The input and the output where the lower bound was found, counted from 0. */
  readonly input: number;
  readonly output: number;
}

/**
 * The largest difference of two networks of any widths on given inputs, by enclosures of both.
 *
 * @param inputs one or more points of the networks' input dimension.
 * @throws InputError if the networks' inputs or outputs differ in number, an input has another dimension,
 *   there is none, or the activation has no value somewhere.
 * @example formatRational(dataDifference(theta, from, boundedActivation("relu"), data.inputs).upper) === "0"
 */
export function dataDifference(
  left: AnyNetwork,
  right: AnyNetwork,
  activation: ActivationValues,
  inputs: readonly RationalVector[],
): DataDifference {
  requireArguments({ "{ value }": { activation }, "vector[]": { inputs } });
  const layers = asLayers({ left, right });
  const [ends, others] = [endWidths(layers[0]), endWidths(layers[1])];
  if (ends !== others) {
    throw new InputError(
      `one network has ${ends}, the other ${others}`,
      "give networks of as many inputs and outputs",
    );
  }
  const [f, g] = [outputRanges(layers[0], activation), outputRanges(layers[1], activation)];
  if (inputs.length === 0) throw new InputError("no inputs are given", "give one or more");
  let [lower, upper, place] = [rational(0n), rational(0n), { input: 0, output: 0 }];
  inputs.forEach((x, input) => {
    const values = g(x);
    f(x).forEach((value, output) => {
      const size = value.minus(entry(values, output)).absolute();
      if (size.upperEnd.compare(upper) > 0) upper = size.upperEnd;
      if (size.lowerEnd.compare(lower) <= 0) return;
      [lower, place] = [size.lowerEnd, { input, output }];
    });
  });
  return speaking({ lower, upper, ...place });
}

function endWidths(network: MultiLayerNetwork): string {
  const widths = layerWidths(network);
  return `${widths[0]} inputs and ${String(widths.at(-1))} outputs`;
}

/**
 * The outputs of a network at given points, in enclosures.
 *
 * @throws InputError if the point has another dimension, or the activation has no value somewhere.
 */
export function outputRanges(
  network: AnyNetwork,
  activation: ActivationValues,
): (x: RationalVector) => Interval[] {
  const layers = asMultiLayer(network);
  const [matrices, [dimension]] = [affineRows(layers, layers), layerWidths(layers)];
  return (x) => {
    if (x.dimension !== dimension) {
      throw new InputError(
        `an input has dimension ${x.dimension}, and the network has ${dimension} inputs`,
        "give inputs of the network's dimension",
      );
    }
    const point = x.toRationals().map((value) => Interval.enclosing(value, PRECISION));
    return matrices.reduce<Interval[]>((signals, rows, index) => {
      const values = index === 0 ? signals : signals.map((z) => activation.value(z));
      const withOne = [...values, ONE];
      return rows.map((row) => linearRange(row, (place) => entry(withOne, place), PRECISION));
    }, point);
  };
}
