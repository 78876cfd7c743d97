/**
 * What mirrored neurons cost: counts, enumeration, graphs, homology and reduction with signs beside the same
 * without, each with the sizes of both answers, and per item where there are more items.
 *
 *   npx tsx bench/signed.ts [runs]
 */
import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import { forEachLabelledPartition } from "../src/combinatorics/partitions/forEachLabelledPartition.js";
import { forEachSignedLabelledPartition } from "../src/combinatorics/signed/forEachSigned.js";
import { mirroringOf } from "../src/combinatorics/signed/parity.js";
import { IntersectionGraph } from "../src/manifold/graph/intersectionGraph.js";
import { SignedIntersectionGraph } from "../src/manifold/signed/signedIntersectionGraph.js";
import { homology } from "../src/manifold/topology/homology.js";
import { PlacementComplex } from "../src/manifold/topology/placementComplex.js";
import { parseSymmetry } from "../src/network/activations/namedSymmetries.js";
import { reduceFor } from "../src/network/activations/symmetricReduction.js";
import { randomIrreducible } from "../src/network/randomNetwork.js";
import { reduce } from "../src/network/reduction.js";
import { paired } from "./paired.js";

const runs = Number(process.argv[2] ?? 5);
const nothing = (): void => undefined;

for (const [r, m] of [
  [30, 1000],
  [500, 1000],
] as const) {
  const odd = mirroringOf("odd");
  compare(
    `T(${r}, ${m})`,
    [1, 1],
    () => labelledPartitionCount(r, m),
    () => labelledPartitionCount(r, m, odd),
  );
}
compare(
  "enumeration (3, 8)",
  [forEachLabelledPartition(3, 8, nothing), forEachSignedLabelledPartition(3, 8, "odd", nothing)],
  () => forEachLabelledPartition(3, 8, nothing),
  () => forEachSignedLabelledPartition(3, 8, "odd", nothing),
);
compare(
  "graph (3, 5)",
  [Number(new IntersectionGraph(3, 5).edgeCount), Number(new SignedIntersectionGraph(3, 5, "odd").edgeCount)],
  () => new IntersectionGraph(3, 5),
  () => new SignedIntersectionGraph(3, 5, "odd"),
);
const [plain, images] = [new PlacementComplex(3, 6), new PlacementComplex(3, 6, undefined, 2)];
compare(
  "homology (3, 6)",
  [plain, images].map(({ starts }) => starts.at(-1) ?? 0),
  () => homology(plain),
  () => homology(images),
);
const network = randomIrreducible(1000, 16, 4, 1);
const tanh = parseSymmetry("tanh");
compare(
  "reduction of 1,000 neurons",
  [1000, 1000],
  () => reduce(network),
  () => reduceFor(network, tanh),
);

/** Prints the times without signs and with them, and their ratio for each item. */
function compare(
  what: string,
  items: readonly number[],
  without: () => unknown,
  withSigns: () => unknown,
): void {
  const [few = 1, many = 1] = items;
  const times = paired(runs, { without, withSigns });
  const each = (times.withSigns / many / (times.without / few)).toFixed(1);
  console.log(
    `${what}: ${times.without.toFixed(1)} ms without signs, ${times.withSigns.toFixed(1)} ms with; ` +
      `${(times.withSigns / times.without).toFixed(1)}x for ${(many / few).toFixed(1)}x the items, ${each}x each`,
  );
}
