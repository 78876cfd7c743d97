import { counted } from "../../exact/counted.js";
import { lastEntry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type MultiLayerMatrices,
  type MultiLayerNetwork,
  layerWidths,
} from "../../network/multiLayerNetwork.js";

/** Matrices with biases. Hidden layers may have width 0. */
export interface BiasedLayers extends MultiLayerMatrices {
  readonly biases: readonly RationalVector[];
}

/** The matrices with biases 0 if they have none, which leaves the function as it is. */
export function withBiases({ weights, biases }: MultiLayerMatrices): BiasedLayers {
  if (biases !== undefined) return { weights, biases };
  return { weights, biases: weights.map((rows) => RationalVector.zero(rows.length)) };
}

/** The widths of the hidden layers, any of which may be 0. */
export function widthsOf({ weights }: MultiLayerMatrices): number[] {
  return weights.slice(0, -1).map((rows) => rows.length);
}

/**
 * Requires networks of as many layers, inputs and outputs; hidden layers may have any widths.
 *
 * @throws InputError that says how the second differs from the first.
 */
export function requireAlike(a: MultiLayerNetwork, b: MultiLayerNetwork): void {
  const [first, second] = [layerWidths(a), layerWidths(b)];
  const sizes = [
    ["layer", second.length - 1, first.length - 1],
    ["input", second[0], first[0]],
    ["output", lastEntry(second), lastEntry(first)],
  ] as const;
  for (const [noun, here, there] of sizes) {
    if (here === there) continue;
    throw new InputError(
      `${counted(here, noun)}, the first network has ${there}`,
      "give networks of as many layers, inputs and outputs; hidden layers may have any widths",
    );
  }
}
