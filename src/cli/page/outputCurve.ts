import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { rectifiedActivation } from "../../landscape/activations/rectified.js";
import { type MultiLayerNetwork, evaluateMultiLayer, layerWidths } from "../../network/multiLayerNetwork.js";
import { type CurveView, INPUTS } from "../../report/data/player.js";
import { boundedActivation } from "../../trained/bounds/boundedActivation.js";
import { outputRanges } from "../../trained/bounds/dataDifference.js";
import { decimalOption } from "../options/decimalOption.js";

/** The outputs of a network at the inputs of a line: exactly, or in enclosures. */
export type OutputCurve =
  | { readonly exact: readonly (readonly Rational[])[] }
  | { readonly enclosed: readonly (readonly Interval[])[] };

/** Inputs on a line, each by how far it is along it. */
export interface InputLine {
  readonly places: readonly Rational[];
  readonly points: readonly RationalVector[];
}

/**
 * The inputs of a line of input space.
 *
 * @throws InputError if an end is no number, or the low one is not below the high one.
 */
export function inputLine({ low, high, along }: CurveView, dimension: number): InputLine {
  const [from, to] = [decimalOption("the lowest input", low), decimalOption("the highest input", high)];
  if (from.compare(to) >= 0)
    throw new InputError(`no inputs lie from ${low} to ${high}`, "give the lower end first", "inputs");
  const places = Array.from({ length: INPUTS }, (_, index) =>
    to
      .sub(from)
      .mul(rational(BigInt(index), BigInt(INPUTS - 1)))
      .add(from),
  );
  const points = places.map((place) =>
    RationalVector.fromRationals(
      Array.from({ length: dimension }, (_, input) => (along < 0 || along === input ? place : rational(0n))),
    ),
  );
  return { places, points };
}

/** An activation that is rational at rationals; undefined if it is none, or not known as such. */
function exactActivation(name: string): ((z: Rational) => Rational) | undefined {
  if (name === "relu") return rectifiedActivation(parseActivation("poly:0,1")).value;
  if (!/^(?:poly|ratio):/.test(name)) return undefined;
  const activation = parseActivation(name);
  return (z) => activation.derivative(0, z);
}

/** Of larger networks the outputs are enclosed, as exact ones have many digits. */
const MOST_EXACT_WEIGHTS = 400;

/**
 * The outputs of a network along a line: exact for a small network of two layers with relu, poly: or ratio:,
 * enclosed for any other.
 *
 * @throws InputError if the activation isn't known, or has no value somewhere.
 */
export function outputCurve(network: MultiLayerNetwork, activation: string, line: InputLine): OutputCurve {
  const bounded = boundedActivation(activation);
  const exact = isSmall(network) ? exactActivation(bounded.name) : undefined;
  if (exact !== undefined)
    return { exact: line.points.map((x) => evaluateMultiLayer(network, x, exact).toRationals()) };
  return { enclosed: line.points.map(outputRanges(network, bounded)) };
}

function isSmall(network: MultiLayerNetwork): boolean {
  const widths = layerWidths(network);
  const weights = widths.slice(1).reduce((sum, width, layer) => sum + width * entry(widths, layer), 0);
  return widths.length === 3 && weights <= MOST_EXACT_WEIGHTS;
}
