import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountBySortedTuples,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
} from "../combinatorics/counts/labelledPartitionRoutes.js";
import { surjections } from "../combinatorics/counts/surjections.js";
import { forEachSignedLabelledPartition } from "../combinatorics/signed/forEachSigned.js";
import { type Parity, mirroringOf } from "../combinatorics/signed/parity.js";
import {
  rankOfSigned,
  signedLabelledPartitions,
  signedOfRank,
  signedSurjectionsOf,
} from "../combinatorics/signed/signedEnumeration.js";
import { SignedLabelledPartition } from "../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../exact/entry.js";
import { properties } from "../../properties/ext-parity-count.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { sumOverWidths, widths } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";

const MAX_LISTED = 4;
const MAX_VISITED = 6;
const MAX_SORTED = 8;
const MAX_ROUTE = 40;
const PARITIES = ["odd", "even"] as const satisfies readonly Parity[];

export const claim: Claim = {
  id: "ext-parity-count",
  title: "Odd and even activations: how many subspaces there are with mirrored neurons",
  statement:
    "For an odd activation a unit (w, a) may be mirrored to (−w, −a), for an even one to (−w, a). The " +
    "networks of width m that are an irreducible one of width r up to copies, mirror images and zero units " +
    "are named by signed labelled partitions: signs on labelled blocks, relative signs on zero blocks, and " +
    "for odd parity a possibly empty set of silent units with w = 0. There are T±(r,m) = " +
    "m! [x^m] (e^{2x}−1)^r e^{x+(e^{2x}−1)/2} of them at odd parity and T₊(r,m) = " +
    "m! [x^m] (e^{2x}−1)^r e^{(e^{2x}−1)/2} at even parity; 2^m·G(r,m) of these have labelled blocks only",
  argument:
    "A labelled block of k units has 2^k signings, a zero block of b units 2^{b−1}, and silent units have one: " +
    "the exponential formula gives the series. At r = 0 the numbers are A007405 and A004211",
  limits:
    "That these partitions name distinct subspaces, of which none includes another, is ext-parity-connected's. " +
    "At odd parity, units with w = 0 and a = 0 are critical as well: with them there are " +
    "Σ_u C(m,u) 2^{m−u} G(r,m−u) critical subspaces, see ext-parity-regimes",
  source: "extension; type B in place of type A in Şimşek et al. 2021, Theorem 3.1 and Prop. 4.3",
  hypotheses: [
    "the activation is odd or even, up to a constant or linear part that an output bias or a linear skip " +
      "connection absorbs, and an even one is not 0 at 0; an even one that is, as the even parts of SiLU and " +
      "GELU, has silent units and the numbers of odd parity",
    "the vectors w_t of the irreducible network are nonzero and differ up to sign",
  ],
  provedInPart: {
    part: "the numbers of partitions",
    leavesOpen:
      "the generating functions, and the number 2^m·G(r,m) of those with labelled blocks only. The theorems " +
      "have sums over sizes, with a recurrence; and distinctness and dimension of the subspaces",
  },
  evidence: [
    everyCase("enumeration", {
      upTo: MAX_LISTED,
      what:
        "signed labelled partitions, each valid, at its place in canonical order, and found by its place; for " +
        "each (r,m) as many as the sums over sizes of blocks say",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}, odd and even`,
      expected: (bound) => sumOverParities(bound, labelledPartitionCountBySortedTuples),
      cases: (bound) => listedCases(bound, signedLabelledPartitions),
      check: checkPlace,
      table: countTable,
    }),
    everyCase("visited", {
      upTo: MAX_VISITED,
      what: "at each (r,m) a search without objects visits T signed labelled partitions, by the Dobinski sum",
      range: (bound) => `r ≤ m ≤ ${bound}, odd and even`,
      expected: (bound) => BigInt((bound + 1) * (bound + 2)),
      cases: routeCases,
      check: checkVisited,
    }),
    everyCase("labelled blocks only", {
      upTo: MAX_LISTED,
      what: "those without zero blocks, each later than the one before; for each (r,m) 2^m·G(r,m)",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}, odd and even`,
      expected: (bound) => 2n * sumOverWidths(bound, (r, m) => surjections(r, m) << BigInt(m)),
      cases: (bound) => listedCases(bound, signedSurjectionsOf),
      check: checkSurjection,
    }),
    everyCase("routes", {
      what:
        "the coefficient by its finite Dobinski sum, the recurrence, the sum over Stirling numbers of type B " +
        "and the sum over zero blocks with Dowling numbers agree",
      range: `r ≤ m ≤ ${MAX_ROUTE}, odd and even`,
      expected: BigInt((MAX_ROUTE + 1) * (MAX_ROUTE + 2)),
      cases: () => routeCases(MAX_ROUTE),
      check: checkRoutes,
    }),
    everyCase("sizes", {
      what: "the sum over all sizes of silent, labelled and zero blocks agrees too",
      range: `r ≤ m ≤ ${MAX_SORTED}, odd and even`,
      expected: BigInt((MAX_SORTED + 1) * (MAX_SORTED + 2)),
      cases: () => routeCases(MAX_SORTED),
      check: checkSizes,
    }),
    everyCase("OEIS", {
      what: "T±(0,m) and T₊(0,m) are A007405 and A004211",
      range: "m ≤ 9",
      expected: 20n,
      cases: () => PARITIES.flatMap((parity) => LISTED[parity].map((value, m) => ({ parity, m, value }))),
      check: checkListed,
    }),
  ],
  properties,
  theorems: ["signed_partitions_counted", "no_signed_subspace_includes_another", "signed_subspace_dimension"],
};

/** T(0, m) as the OEIS lists it. */
const LISTED: Readonly<Record<Parity, readonly bigint[]>> = {
  odd: [1n, 2n, 6n, 24n, 116n, 648n, 4088n, 28640n, 219920n, 1832224n],
  even: [1n, 1n, 3n, 11n, 49n, 257n, 1539n, 10299n, 75905n, 609441n],
};

type Route = typeof labelledPartitionCount;

function sumOverParities(bound: number, count: Route): bigint {
  return PARITIES.reduce(
    (sum, parity) => sum + sumOverWidths(bound, (r, m) => count(r, m, mirroringOf(parity))),
    0n,
  );
}

/** A signed labelled partition, what it was listed for, where, and the one before it. */
export interface ListedCase {
  readonly r: number;
  readonly m: number;
  readonly parity: Parity;
  readonly place: bigint;
  readonly current: SignedLabelledPartition;
  readonly previous: SignedLabelledPartition | undefined;
}

/**
 * The partitions of all sizes and both parities. Each size must have as many as are expected there: so an
 * excess at one cannot hide a lack at another.
 */
function* listedCases(bound: number, list: typeof signedLabelledPartitions): Generator<ListedCase> {
  const count = list === signedLabelledPartitions ? labelledPartitionCountBySortedTuples : copies;
  for (const parity of PARITIES) {
    for (const [r, m] of widths(bound)) {
      let [place, previous]: [bigint, SignedLabelledPartition | undefined] = [0n, undefined];
      for (const current of list(r, m, parity)) {
        yield { r, m, parity, place, current, previous };
        place += 1n;
        previous = current;
      }
      const expected = count(r, m, mirroringOf(parity));
      if (place !== expected) throw new RangeError(`${place} cases at (${r},${m}), expected ${expected}`);
    }
  }
}

/** 2^m·G(r,m). */
const copies = (r: number, m: number): bigint => surjections(r, m) << BigInt(m);

/** Valid, of its sizes and parity, and rank and unrank say its place. */
export function checkPlace(
  { r, m, parity, place, current }: ListedCase,
  rankOf = rankOfSigned,
): string | undefined {
  const valid = SignedLabelledPartition.of(current.codes, current.signs, r, parity);
  const name = `${String(valid)}, ${parity},`;
  if (valid.m !== m) return `${name} has ${valid.m} neurons, not ${m}`;
  const rank = rankOf(valid);
  if (rank !== place) return `${name} at place ${place} has rank ${rank}`;
  const found = signedOfRank(r, m, parity, place);
  return found.equals(valid) ? undefined : `${String(found)} has the rank of ${name} ${place}`;
}

/** Every unit has a label and a sign, and the word is later than the one before. */
export function checkSurjection({ r, m, current, previous }: ListedCase): string | undefined {
  const { codes, signs } = current;
  const name = String(current);
  if (codes.length !== m || codes.some((code) => code < 1 || code > r) || signs.includes(0))
    return `${name} has a neuron without a label at (${r},${m})`;
  if (new Set(codes).size !== r) return `${name} lacks a label`;
  if (previous === undefined) return undefined;
  const differs = codes.findIndex(
    (code, unit) => code !== previous.codes[unit] || signs[unit] !== previous.signs[unit],
  );
  const letter = (partition: SignedLabelledPartition): number =>
    4 * entry(partition.codes, differs) - entry(partition.signs, differs);
  return differs >= 0 && letter(current) > letter(previous)
    ? undefined
    : `${name} does not come after ${String(previous)}`;
}

/** Sizes and a parity. */
export interface RouteCase {
  readonly r: number;
  readonly m: number;
  readonly parity: Parity;
}

function* routeCases(bound: number): Generator<RouteCase> {
  for (const parity of PARITIES)
    for (let m = 0; m <= bound; m += 1) for (let r = 0; r <= m; r += 1) yield { r, m, parity };
}

/** As many visits as T. */
export function checkVisited(
  { r, m, parity }: RouteCase,
  visited = forEachSignedLabelledPartition,
): string | undefined {
  const [count, visits] = [labelledPartitionCount(r, m, mirroringOf(parity)), visited(r, m, parity, ignore)];
  return BigInt(visits) === count
    ? undefined
    : `${visits} visits at (${r},${m}), ${parity}, expected ${count}`;
}

const ignore = (): void => undefined;

/** Four routes to T agree. */
export function checkRoutes(
  { r, m, parity }: RouteCase,
  count: Route = labelledPartitionCount,
): string | undefined {
  const mirroring = mirroringOf(parity);
  const value = count(r, m, mirroring);
  const others = {
    recurrence: labelledPartitionCountByRecurrence(r, m, mirroring),
    "Stirling numbers": labelledPartitionCountByStirling(r, m, mirroring),
    "zero blocks": labelledPartitionCountByZeroBlocks(r, m, mirroring),
  };
  for (const [route, other] of Object.entries(others))
    if (other !== value) return `T(${r},${m}), ${parity}, is ${value}, by ${route} ${other}`;
  return undefined;
}

/** The sum over sizes of blocks is T. */
export function checkSizes(
  { r, m, parity }: RouteCase,
  count: Route = labelledPartitionCount,
): string | undefined {
  const [value, sum] = [count, labelledPartitionCountBySortedTuples].map((route) =>
    route(r, m, mirroringOf(parity)),
  );
  return value === sum ? undefined : `T(${r},${m}), ${parity}, is ${value}, by sizes ${sum}`;
}

/** A value of the OEIS. */
export interface ListedValue {
  readonly parity: Parity;
  readonly m: number;
  readonly value: bigint;
}

/** T(0, m) is the listed value. */
export function checkListed({ parity, m, value }: ListedValue): string | undefined {
  const count = labelledPartitionCount(0, m, mirroringOf(parity));
  return count === value ? undefined : `T(0,${m}), ${parity}, is ${count}, listed ${value}`;
}

/** T, T± and T₊ at small sizes. */
export function countTable(): FoundTable {
  return {
    title: "Subspaces without mirrored neurons, for an odd and for an even activation",
    head: ["r", "m", "T", "T± (odd)", "T₊ (even)"],
    rows: [...widths(4)].map(([r, m]) => [
      ...[r, m].map(String),
      labelledPartitionCount(r, m).toString(),
      ...PARITIES.map((parity) => labelledPartitionCount(r, m, mirroringOf(parity)).toString()),
    ]),
  };
}
