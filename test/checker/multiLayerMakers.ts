import fc from "fast-check";
import { labelledPartitionOf } from "../../properties/arbitraries/labelledPartition.js";
import type { WrittenLayers } from "../../src/checker/verdict.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { multiLayerCorner } from "../../src/manifold/layers/multiLayerPath.js";
import { multiLayerSpace, networkOfPoint } from "../../src/manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace } from "../../src/manifold/layers/multiLayerSubspace.js";
import type { MultiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";
import type { Made } from "./makers.js";
import { seal } from "./seal.js";

export function plainLayers({ weights, biases = [] }: MultiLayerNetwork): WrittenLayers {
  return {
    biases: biases.map((bias) => [...bias.toStrings()]),
    weights: weights.map((rows) => rows.map((row) => [...row.toStrings()])),
  };
}

/** Widths of θ with the inputs and outputs, hidden widths of points, biases. */
const SHAPES: [number[], number[], boolean][] = [
  [[1, 1, 1], [2], true],
  [[1, 2, 1], [3], false],
  [[1, 1, 1, 1], [2, 2], false],
  [[2, 1, 1, 1], [2, 2], true],
  [[1, 2, 1, 2], [3, 2], false],
  [[1, 1, 1, 1, 1], [2, 2, 2], true],
];

/** A network of the subspace, with coefficients of few values. */
function inSubspace(
  theta: MultiLayerNetwork,
  tuple: readonly LabelledPartition[],
  coefficients: readonly number[],
): MultiLayerNetwork {
  const { base, directions } = multiLayerSubspace(theta, tuple, "fibre");
  const point = directions.reduce(
    (sum, direction, index) => sum.plus(direction.times(parseRational(`${coefficients[index] ?? 0}/2`))),
    base,
  );
  const widths = tuple.map(({ m }) => m);
  return networkOfPoint(multiLayerSpace(theta, widths), point);
}

/** From a network of one subspace to one of another, by way of a shared point if there is one, and else within the first. */
export const layeredPaths: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom(...SHAPES), fc.nat({ max: 20 }), fc.boolean())
  .chain(([[widths, hidden, hasBiases], seed, isNamed]) => {
    const theta = randomMultiLayer({ widths, hasBiases }, seed);
    const tuple = fc.tuple(...hidden.map((m, layer) => labelledPartitionOf(widths[layer + 1] ?? 0, m)));
    const coefficients = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 30, maxLength: 30 });
    return fc.tuple(tuple, tuple, coefficients, coefficients).map(([p, q, first, second]): Made => {
      const from = inSubspace(theta, p, first);
      const corner = multiLayerCorner(theta, p, q);
      const to = inSubspace(theta, corner === undefined ? p : q, second);
      const points = [from, ...(corner === undefined ? [] : [corner]), to].map(plainLayers);
      const tuples = corner === undefined ? [p] : [p, q];
      const partitions = tuples.map((own) => own.map(({ codes }) => [...codes]));
      const claim = "mlp-connected";
      const body = {
        partitions,
        points: points.map((point) => ({ ...point })),
        theta: { ...plainLayers(theta) },
      };
      const named = isNamed ? { theta: plainLayers(theta) } : {};
      const expected = { claim, from: plainLayers(from), to: plainLayers(to), ...named };
      return { text: seal("layered-path", claim, body), expected };
    });
  });
