import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { sizeOf } from "../groups/distances.js";
import { largest } from "../pruning/layerGroups.js";
import { matchedPair } from "./matchedPair.js";

/** The powers of ten that are tried begin here; doubles of size 1 are 10^−16 apart. */
const FINEST = rational(1n, 10n ** 15n);

/** A tolerance is at most this part of the largest weight. */
const PART = 64n;

/** With more weights, trying takes seconds. */
const MOST_WEIGHTS = 5_000;

/**
 * The least power of ten at which both networks reduce to one, up to that tolerance: one that `snappedPath`
 * takes. Undefined if there is none far below the weights, or the networks are too large to try.
 *
 * @param a a network, with biases if b has any, as b of the same widths.
 */
export function suggestedTolerance(
  a: MultiLayerNetwork,
  b: MultiLayerNetwork,
  symmetry: ActivationSymmetry,
): Rational | undefined {
  const vectors = [a, b].flatMap(({ weights, biases }) => {
    const rows = weights.flat();
    return biases === undefined ? rows : [...rows, ...biases];
  });
  const count = vectors.reduce((sum, { dimension }) => sum + dimension, 0);
  if (count > MOST_WEIGHTS) return undefined;
  const most = largest(vectors.map(sizeOf)).div(PART);
  for (let tolerance = FINEST; tolerance.compare(most) <= 0; tolerance = tolerance.mul(10n)) {
    const matched = matchedPair(a, b, { tolerance, symmetry });
    if (!("fault" in matched) && matched.largest.size.compare(tolerance) <= 0) return tolerance;
  }
  return undefined;
}
