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

/** What evidence goes through, and its size counted by other means. */
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
  { name: "lists β", list: () => betaGrid(PAIRED, 2), count: betaGridSize(PAIRED, 2) },
];

/** Each listing empty, without its first or last entry, with one twice, or with a last case that fails. */
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
  const damages: readonly (readonly [damage: string, held: (items: readonly unknown[]) => boolean])[] = [
    ["empty", () => holds([])],
    ["without its first entry", (items) => holds(items.slice(1))],
    ["without its last entry", (items) => holds(items.slice(0, -1))],
    ["with its last entry twice", (items) => holds([...items, ...items.slice(-1)])],
    ["whose last entry fails", (items) => holds(items, items.at(-1))],
  ];
  return damages.map(([damage, held]) => ({
    name: `a listing of ${name}, ${damage}`,
    run: () => {
      const items = [...list()];
      if (!holds(items)) return "does not hold undamaged either";
      return held(items) ? "held" : undefined;
    },
  }));
});
