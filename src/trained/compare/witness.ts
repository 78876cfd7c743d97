import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { squareRoot } from "../../exact/numbers/integer.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { type MultiLayerNetwork, evaluateMultiLayer, layerWidths } from "../../network/multiLayerNetwork.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { boundedActivation } from "../bounds/boundedActivation.js";
import { dataDifference } from "../bounds/dataDifference.js";
import type { InputBox } from "../bounds/inputBox.js";

/**
 * An input at which two networks differ.
 *
 * @example compareNetworks(theta, theta).witness // undefined
 */
export interface Witness {
  readonly activation: string;
  readonly input: RationalVector;
  /** Counted from 0. */
  readonly output: number;
  /** |f(x) − g(x)| in this output is at least this, which is above 0. */
  readonly difference: Rational;
  /** Whether it is exactly this. */
  readonly isExact: boolean;
}

/**
 * If networks differ for some activation, they do for one of these, almost always. The sums of polynomials of
 * a neuron's input may agree by chance, those of quotients hardly ever.
 */
const SOME_ACTIVATIONS = ["poly:0,0,1", "ratio:1,1:1,0,1", "poly:0,1,0,1"];

/** As many inputs are tried, and fewer for large networks, where each takes long: 2, or more. */
const MOST_INPUTS = 24n;
const MOST_PRODUCTS = 800_000n;

/** Differences are computed exactly for networks of no more weights, and told if they have few digits. */
const MOST_EXACT_WEIGHTS = 10_000;
const MOST_DIGITS = 2000;

/**
 * Inputs for networks of this size: fractions of the box, or multiples of 1/4 from −2 to 2 if there is none.
 * The same networks get the same inputs.
 */
export function triedInputs(network: MultiLayerNetwork, box: InputBox | undefined): RationalVector[] {
  const [dimension] = layerWidths(network);
  const draw = seededIntegers(0, `inputs ${dimension}`);
  const allowed = MOST_PRODUCTS / BigInt(weightCount(network) + 1);
  const count = Number(allowed < 2n ? 2n : allowed > MOST_INPUTS ? MOST_INPUTS : allowed);
  return Array.from({ length: count }, () =>
    RationalVector.fromRationals(
      Array.from({ length: dimension }, (_, coordinate) => {
        if (box === undefined) return rational(BigInt(draw(-8, 8)), 4n);
        const [low, high] = sideOf(box, coordinate);
        return high
          .sub(low)
          .mul(rational(BigInt(draw(0, 8)), 8n))
          .add(low);
      }),
    ),
  );
}

/** The ends of a coordinate of a box; of a ball those of a cube in it. */
function sideOf({ lower, upper, ball }: InputBox, coordinate: number): [low: Rational, high: Rational] {
  if (ball === undefined) return [lower.at(coordinate), upper.at(coordinate)];
  const { center, radius } = ball;
  // A cube whose half side is R/k lies in the ball of radius R if k² is at least the dimension.
  const half = radius.div(squareRoot(BigInt(center.dimension)) + 1n);
  return [center.at(coordinate).sub(half), center.at(coordinate).add(half)];
}

/** So many inputs are tried before the next, unless one of these shows a difference above the tolerance. */
const TOGETHER = 4;

/**
 * An input at which enclosures show that the networks' outputs differ: of the first few in which there is one
 * above the tolerance, the one where they differ most; if there is none, the one of all.
 *
 * @param activation for which; undefined for some activation, which is then a polynomial or a quotient.
 * @throws InputError if an input has another dimension.
 */
export function witnessOf(
  a: MultiLayerNetwork,
  b: MultiLayerNetwork,
  activation: string | undefined,
  inputs: readonly RationalVector[],
  tolerance: Rational,
): Witness | undefined {
  let best: Witness | undefined;
  for (const name of activation === undefined ? SOME_ACTIVATIONS : [activation]) {
    const bounded = boundedActivation(name);
    for (let start = 0; start < inputs.length; start += TOGETHER) {
      const few = inputs.slice(start, start + TOGETHER);
      const { lower, input: place, output } = dataDifference(a, b, bounded, few);
      if (lower.compare(best === undefined ? 0n : best.difference) <= 0) continue;
      const input = entry(few, place);
      const exact = exactDifference(a, b, name, input, output);
      best = { activation: name, input, output, difference: exact ?? lower, isExact: exact !== undefined };
      if (lower.compare(tolerance) > 0) return best;
    }
  }
  return best;
}

/** |f(x) − g(x)| in an output for a rational activation; undefined if it has many digits, or for another. */
function exactDifference(
  a: MultiLayerNetwork,
  b: MultiLayerNetwork,
  name: string,
  input: RationalVector,
  output: number,
): Rational | undefined {
  if (!/^(?:poly|ratio):/.test(name) || weightCount(a) + weightCount(b) > MOST_EXACT_WEIGHTS)
    return undefined;
  const activation = parseActivation(name);
  try {
    const [left, right] = [a, b].map((network) =>
      evaluateMultiLayer(network, input, (z) => activation.derivative(0, z)).at(output),
    );
    if (left === undefined || right === undefined) return undefined;
    const difference = left.sub(right).abs();
    return formatRational(difference).length > MOST_DIGITS ? undefined : difference;
  } catch (error) {
    // Of long sums no common denominator is computed.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function weightCount({ weights }: MultiLayerNetwork): number {
  return weights.flat().reduce((count, { dimension }) => count + dimension, 0);
}
