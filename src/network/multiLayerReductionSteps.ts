import { type Redundancy, redundancies } from "./irreducible.js";
import { type MultiLayerMatrices, matricesWithPair, pairOfMatrices } from "./multiLayerMatrices.js";
import { reductionStep } from "./reductionSteps.js";
import { untilNone } from "./untilNone.js";

/** A reduction step in a hidden layer, 1 ≤ layer ≤ L − 1. */
export interface LayerStep {
  readonly layer: number;
  readonly step: Redundancy;
}

/**
 * Every reduction step that applies to a network, in any hidden layer: two units with equal rows, or a unit
 * whose column is zero (Def. 3.1, for pairs of layers as in §5). None exactly for an irreducible network.
 *
 * @example layerSteps(theta).length === 0 // irreducible
 */
export function layerSteps(matrices: MultiLayerMatrices): LayerStep[] {
  return matrices.weights
    .slice(1)
    .flatMap((_, index) =>
      redundancies(pairOfMatrices(matrices, index + 1)).map((step) => ({ layer: index + 1, step })),
    );
}

/**
 * One reduction step: the layer loses one unit, and the function stays.
 *
 * @throws InputError if the step doesn't apply; RangeError if it names a layer or unit that isn't there.
 * @example layerStep(network, step).weights.length === network.weights.length
 */
export function layerStep(matrices: MultiLayerMatrices, { layer, step }: LayerStep): MultiLayerMatrices {
  return matricesWithPair(matrices, layer, reductionStep(pairOfMatrices(matrices, layer), step));
}

/**
 * Applies steps, in any layers, until none applies, each time the one that `choose` picks out of those that
 * do. That the end doesn't depend on the choices, but for the order of units, is claim `mlp-invariance`.
 *
 * @param choose index into the nonempty list of steps that apply.
 * @throws RangeError if `choose` picks none of them.
 * @example layerSteps(reduceMultiLayerBySteps(network, () => 0)).length === 0
 */
export function reduceMultiLayerBySteps(
  matrices: MultiLayerMatrices,
  choose: (steps: readonly LayerStep[]) => number,
): MultiLayerMatrices {
  return untilNone(matrices, layerSteps, choose, layerStep);
}
