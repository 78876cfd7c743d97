import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type Rational, parseRational } from "../../exact/numbers/rational.js";
import { entry } from "../../exact/entry.js";
import type { Copies } from "./pointsAbove.js";

/** Shares of k copies: all positive, with negative ones, with zeros; 4 for two copies, 6 for three. */
const SHARES: readonly (readonly (readonly string[])[])[] = [
  [["1"]],
  [
    ["1/2", "1/2"],
    ["1/3", "2/3"],
    ["2", "-1"],
    ["1", "0"],
  ],
  [
    ["1/2", "1/3", "1/6"],
    ["1", "1", "-1"],
    ["2", "-1/2", "-1/2"],
    ["1", "0", "0"],
    ["3/2", "-1/2", "0"],
    ["1/3", "2/3", "0"],
  ],
];

/** All choices of shares for the blocks of a surjection. */
function copiesOf(codes: readonly number[], r: number): Copies[] {
  const surjection = LabelledPartition.of(codes, r);
  const choices = surjection.labelledBlocks.reduce<ReadonlyMap<number, Rational>[]>(
    (lists, members) =>
      lists.flatMap((list) =>
        entry(SHARES, members.length - 1).map(
          (shares) =>
            new Map([
              ...list,
              ...members.map((member, place) => [member, parseRational(entry(shares, place))] as const),
            ]),
        ),
      ),
    [new Map()],
  );
  return choices.map((shares) => ({
    surjection,
    beta: codes.map((_, place) => shareAt(shares, place)),
  }));
}

/** One unit copied twice or three times: 4 + 6 for r = 1, 2·(4 + 6) for r = 2. */
export function oneUnitCopied(r: number): Copies[] {
  if (r === 1)
    return [
      [1, 1],
      [1, 1, 1],
    ].flatMap((codes) => copiesOf(codes, 1));
  return [
    [1, 2, 1],
    [2, 1, 2],
    [1, 1, 2, 1],
    [2, 1, 2, 2],
  ].flatMap((codes) => copiesOf(codes, 2));
}

/** Both of two units copied, in an order of their own: 4·4 + 6·4. */
export function bothCopied(): Copies[] {
  return [
    [1, 2, 2, 1],
    [1, 2, 1, 1, 2],
  ].flatMap((codes) => copiesOf(codes, 2));
}

function shareAt(shares: ReadonlyMap<number, Rational>, place: number): Rational {
  const share = shares.get(place);
  if (share === undefined) throw new RangeError(`no share for unit ${place + 1}`);
  return share;
}
