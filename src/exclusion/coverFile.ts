import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { type JsonPlace, demanding, fieldsOf, isCount, jsonFields } from "../machine/jsonFields.js";
import { packageFile } from "../machine/packageFile.js";
import { BLOCKS, REGION, blockPairs, isPartOf, pairsOfBlock, rootCount, rootPairs } from "./rootPairs.js";
import { type SearchedBlock, asNumbers } from "./searchedBlock.js";

/** The format tag of a file of searched blocks. */
export const COVER_FORMAT = "equiloss-cover/1";

/** What a file says of all its blocks, so that only shares of one and the same search are joined. */
export interface CoverHeader {
  /** Which w_1 and w_2 are covered, in words. */
  readonly region: string;
  /** All root pairs, and the blocks that they are shared out among. */
  readonly pairs: number;
  readonly blocks: number;
  /** The version of equiloss that searched. */
  readonly version: string;
}

/** Blocks of the region that were searched. */
export interface Cover extends CoverHeader {
  readonly runs: readonly SearchedBlock[];
}

/** The header of what this version searches. */
export function coverHeader(version: string): CoverHeader {
  return { region: REGION, pairs: rootCount(), blocks: BLOCKS, version };
}

/** A square for each unit, about a centre. */
export interface Neighbourhood {
  readonly centre: readonly number[];
  /** Half of the sides, for each coordinate. */
  readonly halves: readonly number[];
}

/** Pairs, each as level, i and j of both squares, taken twice as large about their centres. */
export function neighbourhoods(pairs: readonly (readonly number[])[]): Neighbourhood[] {
  return pairs.map((numbers) => {
    const squares = [numbers.slice(0, 3), numbers.slice(3)] as [number, number, number][];
    return {
      centre: squares.flatMap(([level, i, j]) => [(2 * i + 1) / 2 ** level, (2 * j + 1) / 2 ** level]),
      halves: squares.flatMap(([level]) => [2 / 2 ** level, 2 / 2 ** level]),
    };
  });
}

/** The pairs of twice the size that have exactly one critical point, of all blocks. */
export function onlyPoints({
  runs,
}: {
  readonly runs: readonly Pick<SearchedBlock, "single">[];
}): Neighbourhood[] {
  return runs.flatMap(({ single }) => neighbourhoods(single));
}

/** Undecided parts are taken to be due to a point if they are within 2^−NEAR_BITS of it. */
export const NEAR_BITS = 12;

/** Whether all of a neighbourhood is within 2^−NEAR_BITS of a point, given as in {@link holdsPoint}. */
export function isNearPoint({ centre, halves }: Neighbourhood, weights: readonly bigint[]): boolean {
  return centre.every((value, k) => {
    const distance = Math.abs(Number(entry(weights, k)) / 2 ** 48 - value);
    return distance + entry(halves, k) < 2 ** -NEAR_BITS;
  });
}

/**
 * Whether a neighbourhood holds all points within 2^−24 of one.
 *
 * @param weights its coordinates times 2^48.
 */
export function holdsPoint({ centre, halves }: Neighbourhood, weights: readonly bigint[]): boolean {
  // Differences of numbers that are below 4, and doubles with few bits, or rounded by less than 2^−50.
  return centre.every(
    (value, k) => Math.abs(Number(entry(weights, k)) / 2 ** 48 - value) < entry(halves, k) - 2 ** -23,
  );
}

const REPAIR = "have it made anew by equiloss cover";
const at = (place: string): JsonPlace => ({ place, repair: REPAIR });

/**
 * Reads a file of searched blocks. It is read as it stands: nothing is searched again.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, and the number of the block, if the text is no such file.
 */
export function parseCover(text: string, place: string): Cover {
  const { format, region, pairs, blocks, version, runs } = jsonFields(text, at(place));
  const demand = demanding(at(place));
  demand(format === COVER_FORMAT, `"format" is not "${COVER_FORMAT}"`);
  demand(typeof region === "string", '"region" is not a text');
  demand(isCount(pairs), '"pairs" is not a number of pairs');
  demand(isCount(blocks), '"blocks" is not a number of blocks');
  demand(typeof version === "string", '"version" is not a version');
  if (!Array.isArray(runs)) throw new InputError('"runs" is not a list of blocks', REPAIR, place);
  const read = runs.map((run, index) => searchedBlockOf(run, `${place}, run ${index + 1}`));
  read.forEach(({ seed }, index) => {
    if (read.findIndex((run) => run.seed === seed) < index)
      throw new InputError(`block ${seed} is there twice`, REPAIR, place);
  });
  return { region, pairs, blocks, version, runs: read } as Cover;
}

/**
 * Reads a block of such a file.
 *
 * @throws InputError with place; also if the block has more or fewer pairs than it should.
 */
export function searchedBlockOf(value: unknown, place: string): SearchedBlock {
  const { seed, pairs, cells, undecided, single, seconds } = fieldsOf(value, at(place));
  const demand = demanding(at(place));
  demand(isCount(seed) && seed >= 1 && seed <= BLOCKS, `"seed" is not from 1 to ${BLOCKS}`);
  const expected = pairsOfBlock(Number(seed));
  demand(pairs === expected, `block ${Number(seed)} has not the ${expected} pairs that it should`);
  const judged = isCount(cells) && cells >= expected && cells <= MAX_CELLS;
  demand(judged, '"cells" is not a number of pairs judged');
  demand(isList(undecided, isCell), '"undecided" is not a list of pairs of squares');
  demand(isList(single, isCell), '"single" is not a list of pairs of squares');
  demandParts(Number(seed), [...(undecided as number[][]), ...(single as number[][])], Number(cells), place);
  const isTime = Number.isFinite(seconds) && Number(seconds) >= 0 && Number(seconds) <= MAX_SECONDS;
  demand(isTime, '"seconds" is not a time');
  return { seed, pairs, cells, undecided, single, seconds } as SearchedBlock;
}

/** No block's search comes near these: they keep sums of all blocks exact and finite. */
const MAX_CELLS = 10 ** 10;
const MAX_SECONDS = 10 ** 9;

/** A block tells parts of its own root pairs, each once, and no more than it judged or {@link MAX_PARTS}. */
function demandParts(
  seed: number,
  parts: readonly (readonly number[])[],
  cells: number,
  place: string,
): void {
  const demand = demanding(at(place));
  if (parts.length === 0) return;
  const most = Math.min(cells, MAX_PARTS);
  demand(parts.length <= most, `block ${seed} has ${parts.length} parts, more than ${most}`);
  const roots = new Set(blockPairs(allRoots(), seed).map((pair) => asNumbers(pair).join()));
  const other = parts.find((part) => !isPartOf(roots, part));
  if (other !== undefined) demand(false, `block ${seed} has no part ${other.join(", ")}`);
  demand(new Set(parts.map(String)).size === parts.length, `block ${seed} has a part twice`);
}

/** A search that leaves more parts than this is no use; comparing them would take long. */
const MAX_PARTS = 1000;

let known: ReturnType<typeof rootPairs> | undefined;

/** The root pairs, dealt out once. */
function allRoots(): ReturnType<typeof rootPairs> {
  known ??= rootPairs();
  return known;
}

const isList = (value: unknown, each: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(each);
const isCell = (value: unknown): boolean => isList(value, Number.isSafeInteger) && lengthOf(value) === 6;
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/**
 * The blocks that the package comes with, in proofs/cover.
 *
 * @throws InputError if they aren't there, or are of another search than {@link coverHeader} tells.
 */
export function committedCover(): Cover {
  const name = "proofs/cover/width-2.json";
  const cover = parseCover(packageFile(name, "make it by equiloss cover -o"), name);
  const { region, pairs, blocks } = coverHeader(cover.version);
  const demand = demanding(at(name));
  demand(cover.region === region, `"region" is not ${region}`);
  demand(cover.pairs === pairs, `"pairs" is not ${pairs}`);
  demand(cover.blocks === blocks, `"blocks" is not ${blocks}`);
  return cover;
}
