import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import type { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { type AffineSubspace, holdsPoint } from "../src/manifold/subspaces/affineSubspace.js";
import { multiLayerSpace, networkOfPoint, pointOfLayers } from "../src/manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace, widthsOf } from "../src/manifold/layers/multiLayerSubspace.js";
import { undoneExpansion } from "../src/manifold/layers/orderManifold.js";
import { orderSubspace } from "../src/manifold/layers/orderSubspace.js";
import { functionKey } from "../src/network/multiLayerKey.js";
import type { MultiLayerNetwork } from "../src/network/multiLayerNetwork.js";
import { type SequentialExpansion, sequentialExpansions } from "./arbitraries/multiLayer.js";
import { listOf } from "./arbitraries/listOf.js";
import { rationals } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** θ, an order and labelled partitions, and a random point of their subspace. */
function pointsOf(
  subspaceOf: (expansion: SequentialExpansion) => AffineSubspace,
): fc.Arbitrary<readonly [SequentialExpansion, MultiLayerNetwork]> {
  return sequentialExpansions(2, 3, 2).chain((expansion) => {
    const { base, directions } = subspaceOf(expansion);
    const space = multiLayerSpace(expansion.theta, widthsOf(expansion.partitions));
    return listOf(rationals, directions.length).map((steps) => {
      const point = directions.reduce<RationalVector>(
        (sum, direction, index) => sum.plus(direction.times(entry(steps, index))),
        base,
      );
      return [expansion, networkOfPoint(space, point)];
    });
  });
}

export const properties: readonly Property[] = [
  property(
    "mlp-order/as-expanded",
    "expanding the hidden layers in an order, with and without biases, leads into the affine subspace of " +
      "this order and the labelled partitions",
    sequentialExpansions(2, 3, 2),
    ({ theta, partitions, order, network }) =>
      holdsPoint(orderSubspace(theta, partitions, order), pointOfLayers(network)),
  ),
  property(
    "mlp-order/all-points",
    "expansions in that order reach every point of the subspace: undone one by one, they lead back to the " +
      "original network",
    pointsOf(({ theta, partitions, order }) => orderSubspace(theta, partitions, order)),
    ([{ theta, partitions, order }, network]) => {
      const start = [...order].reverse().reduce<MultiLayerNetwork | undefined>((wide, layer) => {
        const partition = partitions[layer - 1];
        return wide && partition && undoneExpansion(wide, layer, partition);
      }, network);
      return start !== undefined && pointOfLayers(start).equals(pointOfLayers(theta));
    },
  ),
  property(
    "mlp-order/fibre-keeps-function",
    "every point of Φ_P computes the same function for every activation",
    pointsOf(({ theta, partitions }) => multiLayerSubspace(theta, partitions, "fibre")),
    ([{ theta }, network]) => functionKey(network) === functionKey(theta),
  ),
];
