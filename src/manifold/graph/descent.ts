import { entry } from "../../exact/entry.js";
import type { BlockCodes } from "../../combinatorics/partitions/meetingCriterion.js";

/** Codes that are written anew for each walk, as a place of one. */
export interface Stop extends BlockCodes {
  readonly codes: Int32Array;
  blockCount: number;
}

/** The most steps of a walk that {@link findDescent} finds. */
export const MOST_STEPS = 8;

/** Places for walks of these sizes, the start among them. */
export function stopsOf(r: number, m: number): Stop[] {
  return Array.from({ length: MOST_STEPS + 1 }, () => ({ r, m, codes: new Int32Array(m), blockCount: r }));
}

/** Finds a walk from the first stop, writes it to those after, and returns the number of its steps. */
export type FindDescent = (stops: readonly Stop[]) => number;

/**
 * Finds a walk from a labelled partition to one of smaller rank, where subspaces that follow one another
 * meet; there is none from the first alone, for m > r.
 *
 * If there is a zero block, the last of them joins label 1, in one step. Otherwise units move: each leaves
 * its block, which keeps other units, stands alone as a zero block, and joins another label. A unit that
 * shares a label above 1 moves to label 1. If label 1 alone has several units, and some unit has a larger
 * label than the next one, both change their labels, for which a unit of label 1 lends its place. If there is
 * no such unit either, the labels ascend, and this is the first.
 *
 * A single step does not suffice: all that meet [1, 2, 1] have larger ranks.
 */
export function findDescent(stops: readonly Stop[]): number {
  const walk = new Walk(stops);
  const { r, codes, blockCount } = walk.start;
  if (blockCount > r) {
    walk.joinLastZeroBlock();
    return walk.steps;
  }
  const sizes = new Int32Array(r + 1);
  for (const code of codes) sizes[code] = entry(sizes, code) + 1;
  const sharing = codes.findIndex((code) => code > 1 && entry(sizes, code) > 1);
  if (sharing >= 0) {
    walk.move(sharing, 1);
    return walk.steps;
  }
  const left = codes.findIndex((code, unit) => unit + 1 < codes.length && code > entry(codes, unit + 1));
  if (left >= 0) exchange(walk, left, left + 1, codes.indexOf(1));
  return walk.steps;
}

/** Two units change their labels, of which no other unit has the larger one. */
function exchange(walk: Walk, left: number, right: number, lent: number): void {
  const { codes } = walk.start;
  const [larger, smaller] = [entry(codes, left), entry(codes, right)];
  if (smaller > 1) walk.move(lent, smaller);
  walk.move(right, larger);
  walk.move(left, smaller);
  if (smaller > 1) walk.move(lent, 1);
}

/** A walk as it is written. */
class Walk {
  steps = 0;

  constructor(private readonly stops: readonly Stop[]) {}

  get start(): Stop {
    return entry(this.stops, 0);
  }

  joinLastZeroBlock(): void {
    const last = this.start.r + 1 - this.start.blockCount;
    const { codes } = this.next(-1);
    for (let unit = 0; unit < codes.length; unit += 1) if (codes[unit] === last) codes[unit] = 1;
  }

  /** In two steps, by way of a zero block. */
  move(unit: number, label: number): void {
    this.next(1).codes[unit] = 0;
    this.next(-1).codes[unit] = label;
  }

  private next(change: 1 | -1): Stop {
    const here = entry(this.stops, this.steps);
    this.steps += 1;
    const there = entry(this.stops, this.steps);
    there.codes.set(here.codes);
    there.blockCount = here.blockCount + change;
    return there;
  }
}
