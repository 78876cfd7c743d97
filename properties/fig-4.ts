import fc from "fast-check";
import { neighbours } from "../src/manifold/graph/neighbours.js";
import { labelledPartitionOf } from "./arbitraries/labelledPartition.js";
import { type Property, property } from "./property.js";

export const properties: readonly Property[] = [
  property(
    "fig-4/one-extra-neuron",
    "for m = r + 1 a subspace with a vanishing output intersects r others, one with a doubled weight 2, " +
      "always of the other kind",
    fc.integer({ min: 1, max: 8 }).chain((r) => labelledPartitionOf(r, r + 1)),
    (partition) => {
      const vanishing = partition.zeroBlockCount === 1;
      const adjacent = neighbours(partition);
      return (
        adjacent.length === (vanishing ? partition.r : 2) &&
        adjacent.every((other) => (other.zeroBlockCount === 1) !== vanishing)
      );
    },
  ),
];
