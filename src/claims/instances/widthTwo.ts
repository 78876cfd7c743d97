import { entry } from "../../exact/entry.js";
import {
  type Cover,
  type Neighbourhood,
  holdsPoint,
  isNearPoint,
  neighbourhoods,
  onlyPoints,
} from "../../exclusion/coverFile.js";
import { PairSearch } from "../../exclusion/pairSearch.js";
import { REGION, pairsAbout, rootPairs } from "../../exclusion/rootPairs.js";
import { type SearchedBlock, searchedBlock } from "../../exclusion/searchedBlock.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import type { FoundTable } from "../evidence/verdict.js";
import { type RoundedPoint, WIDTH_TWO } from "./figureCriticalPoints.js";

/** What a block says of its pairs. */
export type BlockFinding = Pick<SearchedBlock, "seed" | "undecided" | "single">;

/**
 * A check of blocks: undecided parts are near points of the list, and where a part has an only critical
 * point, that is one of the list, in either order of its units.
 */
export function blockCheck(points = WIDTH_TWO): (block: BlockFinding) => string | undefined {
  const orders = points.flatMap(({ units }) => [weightsOf(units), weightsOf([...units].reverse())]);
  return (block) => {
    const { seed, undecided } = block;
    const open = neighbourhoods(undecided).find((part) => !orders.some((w) => isNearPoint(part, w)));
    if (open !== undefined) return `a part of block ${seed} near (${open.centre.join(", ")}) is undecided`;
    const other = onlyPoints({ runs: [block] }).find((part) => !orders.some((w) => holdsPoint(part, w)));
    return other && `block ${seed} has a critical point near (${other.centre.join(", ")}) that isn't listed`;
  };
}

/**
 * A check of points: no pair of squares about one is said to have none, however fine, and a part that is
 * told as single or undecided is about it.
 */
export function foundCheck(
  blocks: () => readonly BlockFinding[],
): (point: RoundedPoint) => string | undefined {
  let parts: readonly Neighbourhood[] | undefined;
  let search: PairSearch | undefined;
  return ({ units }) => {
    search ??= new PairSearch();
    const w = weightsOf(units);
    const excluded = pairsAbout(w).find((pair) => search?.verdict(pair) === "excluded");
    if (excluded)
      return `the pair of level ${excluded[0].level} about (${w.join(", ")})/2^48 is told as free`;
    const orders = [w, weightsOf([...units].reverse())];
    parts ??= blocks().flatMap(({ undecided, single }) => neighbourhoods([...undecided, ...single]));
    return parts.some((part) => orders.some((order) => holdsPoint(part, order)))
      ? undefined
      : `no block tells a part about (${w.join(", ")})/2^48`;
  };
}

/** So many blocks are searched again in each run. */
export const AGAIN = 1;

/** Blocks of a cover that the seed draws. */
export function drawnBlocks({ runs }: Pick<Cover, "runs">, seed: number): SearchedBlock[] {
  const draw = seededIntegers(seed, "width 2 again");
  return Array.from({ length: AGAIN }, () => entry(runs, draw(0, runs.length - 1)));
}

/** A check of blocks, by searching them anew: all that they tell but their time is the same. */
export function againCheck(): (block: SearchedBlock) => string | undefined {
  let search: PairSearch | undefined;
  return (block) => {
    search ??= new PairSearch();
    const found = searchedBlock(search, rootPairs(), block.seed);
    const names = ["pairs", "cells", "undecided", "single"] as const;
    const other = names.find((name) => JSON.stringify(found[name]) !== JSON.stringify(block[name]));
    return other && `block ${block.seed}, searched anew, has other "${other}" than its file says`;
  };
}

/** A check of a cover: so many parts are undecided, of all its blocks. */
export function checkUndecided(
  claimed: number,
): (cover: { readonly runs: readonly BlockFinding[] }) => string | undefined {
  return ({ runs }) => {
    const found = runs.reduce((sum, { undecided }) => sum + undecided.length, 0);
    return found === claimed ? undefined : `${found} undecided parts, not ${claimed}`;
  };
}

/** What was searched. */
export function coverTable({ pairs, blocks, runs }: Cover): FoundTable {
  const sum = (of: (run: SearchedBlock) => number): string =>
    String(runs.reduce((total, run) => total + of(run), 0));
  return {
    title: `Width 2, data of Figure 1: the region ${REGION}`,
    head: ["", "number"],
    rows: [
      ["root pairs searched", `${sum((run) => run.pairs)} of ${pairs}`],
      ["blocks", `${runs.length} of ${blocks}`],
      ["pairs judged, with their parts", sum(({ cells }) => cells)],
      ["undecided", sum(({ undecided }) => undecided.length)],
      ["parts with a single critical point", sum(({ single }) => single.length)],
    ],
  };
}

/** w_11, w_12, w_21, w_22, times 2^48. */
function weightsOf(units: RoundedPoint["units"]): bigint[] {
  return units.flatMap(([first, second]) => [first, second]);
}
