import { type Redundancy, redundancies } from "./irreducible.js";
import { type MultiLayerMatrices, matricesWithPair, pairAt } from "./multiLayerNetwork.js";
import { reductionStep } from "./reductionSteps.js";
import { untilNone } from "./untilNone.js";

/** A reduction step in a hidden layer, 1 ≤ layer ≤ L − 1. */
export interface LayerStep {
  readonly layer: number;
  readonly step: Redundancy;
}

/**
 * Every reduction step that applies to a network, in any hidden layer: two units have equal rows, or the
 * column of a unit is zero (Def. 3.1, for pairs of layers as in §5). There is none if and only if the network
 * is irreducible.
 *
 * @example layerSteps(theta).length === 0 // irreducible
 */
export function layerSteps(matrices: MultiLayerMatrices): LayerStep[] {
  return matrices.weights
    .slice(1)
    .flatMap((_, index) =>
      redundancies(pairAt(matrices, index + 1)).map((step) => ({ layer: index + 1, step })),
    );
}

/**
 * Applies one reduction step: the layer loses one unit, and the function stays the same.
 *
 * @throws InputError if the step doesn't apply; RangeError if it names a layer or unit that isn't there.
 * @example layerStep(network, step).weights.length === network.weights.length
 */
export function layerStep(matrices: MultiLayerMatrices, { layer, step }: LayerStep): MultiLayerMatrices {
  return matricesWithPair(matrices, layer, reductionStep(pairAt(matrices, layer), step));
}

/**
 * Applies steps, in any layers, until none applies, each time the one that `choose` picks from those that
 * apply. Claim `mlp-invariance` says that the result depends on the choices only by the order of units.
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
