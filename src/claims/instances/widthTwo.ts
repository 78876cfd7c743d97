import { entry, lastEntry } from "../../exact/entry.js";
import { type Cover, holdsPoint, onlyPoints } from "../../exclusion/coverFile.js";
import { PairSearch } from "../../exclusion/pairSearch.js";
import { type CellPair, REGION, pairsAbout, rootPairs } from "../../exclusion/rootPairs.js";
import { type SearchedBlock, asNumbers, blockOf } from "../../exclusion/searchedBlock.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import type { FoundTable } from "../evidence/verdict.js";
import { type RoundedPoint, WIDTH_TWO } from "./figureCriticalPoints.js";

/** What a block says of its pairs. */
export type BlockFinding = Pick<SearchedBlock, "seed" | "undecided" | "only">;

/**
 * A check of blocks: no part is undecided, and where a part has an only critical point, that is one of the
 * list, in either order of its units.
 */
export function blockCheck(points = WIDTH_TWO): (block: BlockFinding) => string | undefined {
  const orders = points.flatMap(({ units }) => [weightsOf(units), weightsOf([...units].reverse())]);
  return (block) => {
    const { seed, undecided } = block;
    if (undecided.length > 0) return `${undecided.length} parts of block ${seed} are undecided`;
    const other = onlyPoints({ runs: [block] }).find((part) => !orders.some((w) => holdsPoint(part, w)));
    return other && `block ${seed} has a critical point near (${other.centre.join(", ")}) that isn't listed`;
  };
}

/**
 * A check of points: no pair of squares about one is said to have none, however fine, and the finest has it
 * alone.
 */
export function foundCheck(): (point: RoundedPoint) => string | undefined {
  let search: PairSearch | undefined;
  return ({ units }) => {
    search ??= new PairSearch();
    const w = weightsOf(units);
    const pairs = pairsAbout(w);
    const excluded = pairs.find((pair) => search?.verdict(pair) === "excluded");
    const place = `(${w.join(", ")})/2^48`;
    if (excluded !== undefined)
      return `the pair of level ${excluded[0].level} about ${place} is told as free`;
    const last = lastEntry(pairs);
    const isHeld = onlyPoints({ runs: [{ only: [asNumbers(last)] }] }).every((part) => holdsPoint(part, w));
    return isHeld && search.verdict(last) === "only" ? undefined : `no pair has ${place} alone`;
  };
}

/** So many root pairs are searched again in each run. */
export const AGAIN = 24;

/** Root pairs that the seed draws. */
export function drawnPairs(seed: number): CellPair[] {
  const [roots, draw] = [rootPairs(), seededIntegers(seed, "width 2 again")];
  return Array.from({ length: AGAIN }, () => entry(roots, draw(0, roots.length - 1)));
}

/** A check of root pairs, by searching them: what {@link blockCheck} asks of a block. */
export function pairCheck(points = WIDTH_TWO): (root: CellPair) => string | undefined {
  const check = blockCheck(points);
  let search: PairSearch | undefined;
  return (root) => {
    search ??= new PairSearch();
    return check(blockOf(search, [root], 0));
  };
}

/** What is proved of the region, in words: of all of it, or of the blocks that were searched. */
export function coverWords({ pairs, blocks, runs }: Cover): string {
  const searched = runs.reduce((sum, run) => sum + run.pairs, 0);
  const undecided = runs.reduce((sum, run) => sum + run.undecided.length, 0);
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  if (runs.length === blocks && undecided === 0)
    return `these three of width 2 are all with a_1·a_2 ≠ 0 in the region ${REGION}, of ${pairs} pairs of squares`;
  const whole = Math.round((seconds * blocks) / runs.length / 60);
  return (
    `there are no others with a_1·a_2 ≠ 0 in ${searched} of ${pairs} pairs of squares that cover the region ` +
    `${REGION} and are drawn at random, but for ${undecided} undecided parts; all would take ${whole} minutes of one core`
  );
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
      ["parts with an only critical point", sum(({ only }) => only.length)],
    ],
  };
}

/** w_11, w_12, w_21, w_22, times 2^48. */
function weightsOf(units: RoundedPoint["units"]): bigint[] {
  return units.flatMap(([first, second]) => [first, second]);
}
