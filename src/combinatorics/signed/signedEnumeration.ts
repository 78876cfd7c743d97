import { requireArguments } from "../../exact/plainJavaScript.js";
import { type EnumerationCheck, checkSuccession } from "../partitions/checkEnumeration.js";
import { completionTable, requireRank } from "../partitions/ranking.js";
import { advance, completeLeast, itemOfRank, rankOfWord, walk } from "../partitions/spelling.js";
import { requireSize } from "../requireSize.js";
import { type Parity, mirroringOf } from "./parity.js";
import type { SignedLabelledPartition } from "./signedLabelledPartition.js";
import { SignedPrefix } from "./signedPrefix.js";

/*
 * Signed labelled partitions of [m] with r labels in canonical order: unit by unit, by code and then by sign,
 * where 1 < 2 < … < r < 0 < −1 < … for codes and 1 < −1 < 0 for signs. There are T(r, m) of them with the
 * mirror images of the parity, and none if r > m. All searches are those of labelled partitions.
 */

/**
 * All signed labelled partitions in canonical order, one at a time.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer; TypeError if the parity is none.
 * @example [...signedLabelledPartitions(0, 2, "odd")].map(({ key }) => key)
 *   // ["0,0;1,1", "0,0;1,-1", "0,-1;1,1", "0,-1;1,0", "0,0;0,0", "0,-1;0,1"]
 */
export function* signedLabelledPartitions(
  r: number,
  m: number,
  parity: Parity,
): Generator<SignedLabelledPartition, void, undefined> {
  requireArguments({ parity: { parity } });
  if (!isEmpty(r, m)) yield* walk(new SignedPrefix(r, m, parity, true));
}

/**
 * All signed labelled partitions without zero blocks, in canonical order: each unit is a copy or a mirrored
 * copy of one of r units. There are 2^m·G(r, m) of them.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer; TypeError if the parity is none.
 * @example [...signedSurjectionsOf(1, 1, "even")].map(({ key }) => key) // ["1;1", "1;-1"]
 */
export function* signedSurjectionsOf(
  r: number,
  m: number,
  parity: Parity,
): Generator<SignedLabelledPartition, void, undefined> {
  requireArguments({ parity: { parity } });
  // Without labels and zero blocks there is no block for a unit.
  if (!isEmpty(r, m) && (r > 0 || m === 0)) yield* walk(new SignedPrefix(r, m, parity, false));
}

/**
 * The signed labelled partition that follows in canonical order; undefined after the last.
 *
 * @example signedSuccessorOf(SignedLabelledPartition.of([1, 1], [1, 1], 1, "odd"))?.key === "1,1;1,-1"
 */
export function signedSuccessorOf(partition: SignedLabelledPartition): SignedLabelledPartition | undefined {
  requireArguments({ signedPartition: { partition } });
  const prefix = new SignedPrefix(partition.r, partition.m, partition.parity, true);
  for (const letter of SignedPrefix.lettersOf(partition)) prefix.push(letter);
  return advance(prefix);
}

/**
 * Whether a list holds every signed labelled partition of these sizes and this parity once, in canonical
 * order, as `checkEnumeration` asks of labelled partitions.
 *
 * @param expected how many there are, from a source that is independent of the list.
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example checkSignedEnumeration(signedLabelledPartitions(1, 1, "odd"), 1, 1, "odd", 2n) // { visited: 2n }
 */
export function checkSignedEnumeration(
  partitions: Iterable<SignedLabelledPartition>,
  r: number,
  m: number,
  parity: Parity,
  expected: bigint,
): EnumerationCheck {
  const first = isEmpty(r, m) ? undefined : completeLeast(new SignedPrefix(r, m, parity, true));
  return checkSuccession(partitions, first, signedSuccessorOf, expected);
}

/**
 * The place of a signed labelled partition in canonical order, counted from 0.
 *
 * @example rankOfSigned(SignedLabelledPartition.of([0, 1], [0, -1], 1, "odd")) === 11n
 */
export function rankOfSigned(partition: SignedLabelledPartition): bigint {
  requireArguments({ signedPartition: { partition } });
  const { r, m, parity } = partition;
  const letters = SignedPrefix.lettersOf(partition);
  const table = completionTable(r, m, mirroringOf(parity));
  return rankOfWord(new SignedPrefix(r, m, parity, true), letters, table);
}

/**
 * The signed labelled partition at a place in canonical order: the inverse of {@link rankOfSigned}.
 *
 * @param index 0…T(r, m)−1, with the mirror images of the parity.
 * @throws InputError if the index is out of range; RangeError if r or m is not a nonnegative safe integer;
 *   TypeError if the parity is none.
 * @example signedOfRank(1, 2, "odd", 11n).signs // [0, -1]
 */
export function signedOfRank(r: number, m: number, parity: Parity, index: bigint): SignedLabelledPartition {
  requireArguments({ integer: { index } });
  const table = completionTable(r, m, mirroringOf(parity));
  requireRank("signed labelled partition", index, table);
  return itemOfRank(new SignedPrefix(r, m, parity, true), index, table);
}

function isEmpty(r: number, m: number): boolean {
  requireSize("r", r);
  requireSize("m", m);
  return r > m;
}
