import { binomial } from "../../combinatorics/counts/binomial.js";
import { compositions } from "../../combinatorics/compositions.js";
import { labelledPartitions, surjectionsOf } from "../../combinatorics/partitions/enumeration.js";
import { factorial } from "../../combinatorics/counts/factorial.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { orbits } from "../../combinatorics/partitions/orbits.js";
import { permutations } from "../../combinatorics/partitions/permutations.js";
import { surjections } from "../../combinatorics/counts/surjections.js";
import { tuples } from "../../combinatorics/tuples.js";
import { betaGrid, betaGridSize } from "../../landscape/criticalPoints/betaGrid.js";
import { exhaustive } from "../evidence/exhaustive.js";
import { orbitCount } from "../instances/orbitCount.js";
import { widths } from "../evidence/ranges.js";
import { type SmallNetworks, numberOfNetworks, smallNetworks } from "../instances/smallNetworks.js";
import type { Control } from "./control.js";

/** What evidence goes through, and how many there are by other means. */
interface Listing {
  readonly name: string;
  readonly list: () => Iterable<unknown>;
  readonly count: bigint;
}

const NETWORKS: SmallNetworks = {
  widths: [1, 2, 1],
  entries: [
    [0n, 1n],
    [0n, 1n],
  ],
};
const PAIRED = LabelledPartition.of([1, 1, 2, 2], 2);

const LISTINGS: readonly Listing[] = [
  { name: "labelled partitions", list: () => labelledPartitions(2, 4), count: labelledPartitionCount(2, 4) },
  { name: "surjections", list: () => surjectionsOf(2, 4), count: surjections(2, 4) },
  { name: "orbits", list: () => orbits(2, 5), count: orbitCount(2, 5) },
  { name: "permutations", list: () => permutations(4), count: factorial(4) },
  { name: "compositions", list: () => compositions(6, 3), count: binomial(5, 2) },
  {
    name: "tuples",
    list: () =>
      tuples([
        [1, 2],
        [3, 4, 5],
      ]),
    count: 6n,
  },
  { name: "widths", list: () => widths(4), count: binomial(5, 2) },
  { name: "networks", list: () => smallNetworks(NETWORKS), count: numberOfNetworks(NETWORKS) },
  { name: "shares β", list: () => betaGrid(PAIRED, 2), count: betaGridSize(PAIRED, 2) },
];

/**
 * A listing, whole and damaged: none of it, all but the first or the last, with an entry twice, and with a
 * last case that fails.
 */
export const listingControls: readonly Control[] = LISTINGS.flatMap(({ name, list, count }) => {
  const holds = (items: Iterable<unknown>, failing?: unknown): boolean =>
    exhaustive({
      what: name,
      range: name,
      expected: count,
      cases: items,
      check: (item) => (item === failing ? "planted" : undefined),
      progress: () => undefined,
    }).held;
  const damaged = (what: string, held: (items: readonly unknown[]) => boolean): Control => ({
    name: `a listing of ${name}, ${what}`,
    run: () => {
      const items = [...list()];
      if (!holds(items)) return "doesn't hold as it is either";
      return held(items) ? "held" : undefined;
    },
  });
  return [
    damaged("empty", () => holds([])),
    damaged("without its first entry", (items) => holds(items.slice(1))),
    damaged("without its last entry", (items) => holds(items.slice(0, -1))),
    damaged("with its last entry twice", (items) => holds([...items, ...items.slice(-1)])),
    damaged("whose last entry fails", (items) => holds(items, items.at(-1))),
  ];
});
