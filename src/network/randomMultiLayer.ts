import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { parseRational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { isIrreducibleMultiLayer } from "./irreducible.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";
import { seededIntegers } from "./seededIntegers.js";

/**
 * Weights are p/q with |p| and q up to these bounds, which are small so that zeros and equal weights occur.
 */
const NUMERATOR = 4;
const DENOMINATOR = 3;
const MOST_TRIES = 10_000;

/** The shape of a random network. */
export interface MultiLayerShape {
  /** d_in, r_1, …, r_{L−1}, d_out, each at least 1. */
  readonly widths: readonly number[];
  readonly hasBiases: boolean;
}

/**
 * A random network that is irreducible in every hidden layer (proofs/layers.md, §1): rows are distinct, and
 * no column of the next matrix is zero. Rows may be zero, and so may columns of W^(1). The same arguments
 * give the same network.
 *
 * @param seed a 32-bit integer.
 * @throws InputError if the draws give no irreducible network, as for many units with one input.
 * @example hiddenWidths(randomMultiLayer({ widths: [1, 2, 2, 1], hasBiases: true }, 7)) // [2, 2]
 */
export function randomMultiLayer({ widths, hasBiases }: MultiLayerShape, seed: number): MultiLayerNetwork {
  const draw = seededIntegers(seed, `layers ${widths.join("-")}${hasBiases ? " with biases" : ""}`);
  const weight = (): string => `${draw(-NUMERATOR, NUMERATOR)}/${draw(1, DENOMINATOR)}`;
  const vector = (dimension: number): RationalVector =>
    RationalVector.fromRationals(Array.from({ length: dimension }, () => parseRational(weight())));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const weights = widths
      .slice(1)
      .map((rows, index) => Array.from({ length: rows }, () => vector(entry(widths, index))));
    const network = multiLayerNetwork(weights, hasBiases ? widths.slice(1).map(vector) : undefined);
    if (isIrreducibleMultiLayer(network)) return network;
  }
  throw new InputError(
    `no irreducible network of widths ${widths.join("-")} found`,
    "use fewer neurons, or more inputs",
  );
}
