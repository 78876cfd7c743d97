import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { magnitude } from "../exact/numbers/integer.js";
import { type LowestTerms, type Rational, rational } from "../exact/numbers/rational.js";
import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type AnyNetwork, asMultiLayer } from "../network/anyNetwork.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../network/multiLayerNetwork.js";
import { FLOAT_TYPES, type FloatType } from "./floatTypes.js";
import { nearestFloat } from "./nearestFloat.js";

/**
 * A network of floats that is nearest to another one.
 *
 * @example roundedNetwork(from, "float16").rounded === 0
 */
export interface RoundedNetwork {
  readonly network: MultiLayerNetwork;
  /** How many weights and biases are others now. */
  readonly rounded: number;
  /** No weight or bias changed by more, and one did by as much. */
  readonly largest: Rational;
}

/**
 * The network with every weight and bias rounded to the nearest float of a type; of two that are equally
 * near, to the one whose last digit is even (IEEE 754).
 *
 * @throws InputError that names the first number which would be rounded to infinity.
 * @throws TypeError unless the arguments are a network and a type.
 * @example formatRational(roundedNetwork(network, "bfloat16").largest) === "1/5120"
 */
export function roundedNetwork(network: AnyNetwork, type: FloatType): RoundedNetwork {
  requireArguments({ anyNetwork: { network }, text: { type } });
  requireFloatType(type);
  const { weights, biases } = asMultiLayer(network);
  const change: Change = { rounded: 0, largest: { numerator: 0n, denominator: 1n } };
  const matrices = weights.map((rows, index) => {
    const name = `fc${index + 1}.weight`;
    return rows.map((row, at) => roundedVector(row, { type, name: `row ${at + 1} of ${name}` }, change));
  });
  const shifts = biases?.map((bias, index) =>
    roundedVector(bias, { type, name: `fc${index + 1}.bias` }, change),
  );
  const { numerator, denominator } = change.largest;
  return speaking({
    network: multiLayerNetwork(matrices, shifts),
    rounded: change.rounded,
    largest: rational(numerator, denominator),
  });
}

function requireFloatType(type: string): void {
  if (FLOAT_TYPES.some((name) => name === type)) return;
  throw new TypeError(`type is "${type}"; give one of ${FLOAT_TYPES.join(", ")}`);
}

/** What rounding has changed so far. */
interface Change {
  rounded: number;
  /** As any quotient, since most are never shown. */
  largest: LowestTerms;
}

function roundedVector(
  { numerators, denominator }: RationalVector,
  { type, name }: { readonly type: FloatType; readonly name: string },
  change: Change,
): RationalVector {
  const floats = numerators.map((numerator, place) => {
    const float = nearestFloat(numerator, denominator, type);
    if (float !== undefined) return float;
    throw new InputError(
      `entry ${place + 1} of ${name} is larger than any ${type}`,
      type === "float64" ? "give a network of smaller numbers" : "choose a wider --type",
    );
  });
  floats.forEach((float, place) => {
    const size = magnitude(float.numerator * denominator - entry(numerators, place) * float.denominator);
    if (size === 0n) return;
    change.rounded += 1;
    const { largest } = change;
    const below = float.denominator * denominator;
    if (size * largest.denominator > largest.numerator * below)
      change.largest = { numerator: size, denominator: below };
  });
  return RationalVector.fromLowestTerms(floats);
}
