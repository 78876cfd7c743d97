import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { tuples } from "../../combinatorics/tuples.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type Activation, polynomialActivation } from "../../landscape/activations/activation.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import {
  type MultiLayerCriticalPoint,
  multiLayerCriticalPoint,
} from "../../landscape/criticalPoints/multiLayerCriticalPoint.js";
import { type MultiLayerNetwork, hiddenWidths, pairAt, withPair } from "../../network/multiLayerNetwork.js";
import { entry } from "../../exact/entry.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import { sampleBetas, surjectionShapes } from "./pointsAbove.js";

/** 1 + x + x², which is positive; of low degree, as numbers grow fast in three hidden layers. */
const QUADRATIC: Activation = polynomialActivation([1n, 1n, 1n].map((value) => rational(value)));

const INSTANCES = [
  { widths: [1, 2, 2, 1], hasBiases: false, points: 10, activations: [POLYNOMIAL, QUOTIENT] },
  { widths: [2, 2, 2, 2], hasBiases: false, points: 8, activations: [POLYNOMIAL, QUOTIENT] },
  { widths: [1, 2, 2, 1], hasBiases: true, points: 15, activations: [POLYNOMIAL, QUOTIENT] },
  { widths: [1, 2, 2, 2, 1], hasBiases: false, points: 14, activations: [QUADRATIC] },
] as const;

/** Exact critical points of several layers, each from its own draws. */
export function multiLayerCriticalPoints(): MultiLayerCriticalPoint[] {
  return INSTANCES.flatMap(({ activations, ...shape }) =>
    activations.map((activation) => multiLayerCriticalPoint({ ...shape, activation, seed: 1 })),
  );
}

/** Surjections g_ℓ and lists β^(ℓ) for every hidden layer. */
export interface LayerCopies {
  readonly surjections: readonly LabelledPartition[];
  readonly betas: readonly (readonly Rational[])[];
}

/** Expands the hidden layers in the given order, each by Def. 4.1 on its pair of matrices. */
export function expandLayers(
  theta: MultiLayerNetwork,
  { surjections, betas }: LayerCopies,
  order: readonly number[],
): MultiLayerNetwork {
  return order.reduce((network, layer) => {
    const surjection = surjections[layer - 1];
    if (surjection === undefined) throw new RangeError(`no surjection for hidden layer ${layer}`);
    return withPair(
      network,
      layer,
      expandCritical(pairAt(network, layer), surjection, entry(betas, layer - 1)),
    );
  }, theta);
}

/** Copies that add one unit to some hidden layers, with β of either sign. */
export function* copiesOf(theta: MultiLayerNetwork): Generator<LayerCopies> {
  const choices = hiddenWidths(theta).map((r) => surjectionShapes(r, 1));
  for (const surjections of tuples(choices)) {
    if (surjections.every(({ m, r }) => m === r)) continue;
    yield { surjections, betas: surjections.map((surjection) => entry(sampleBetas(surjection), 2)) };
  }
}

/** What these are, in words. */
export const LAYERED_RANGE =
  "critical points of widths 1-2-2-1, 2-2-2-2 and 1-2-2-1 with biases, with a polynomial and a rational " +
  "activation each, and 1-2-2-2-1 with a quadratic one; a unit more in some hidden layers, or in all, " +
  "β of either sign";
