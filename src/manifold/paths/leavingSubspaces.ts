import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Part, splitsOfClasses, sumSplits } from "../subspaces/splitsOfClasses.js";
import type { UnitClass } from "../subspaces/unitClasses.js";

/**
 * Some of the subspaces that hold a point, such that a shortest chain of subspaces can begin in one of them.
 *
 * Units of a block share their incoming vector, so each class of equal incoming vectors is split separately,
 * into one part of sum a_t if the class sits at w_t, and parts of sum zero. Silent units could go anywhere,
 * in as many ways as there are set partitions. But let Q meet P. The links from the labels of P to those of Q
 * (see {@link BLOCKS_BETWEEN} in meetingSearch.ts) use at most two units of a zero block of P and one of a
 * labelled one; a silent unit that they don't use can be split off, and P still holds the point and meets Q.
 * Of a zero block that they use at two silent units, all others can be split off, and at one, all other
 * silent ones. So each part of units that are not silent needs at most one silent unit with it, and other
 * silent units are alone or in pairs.
 *
 * @param theta an irreducible network of width r.
 * @param point a point of Θ_{r→m}(θ^r).
 * @param limit the largest number of partial choices.
 * @returns undefined beyond the limit.
 */
export function leavingSubspaces(
  theta: TwoLayerNetwork,
  point: TwoLayerNetwork,
  limit: number,
): readonly LabelledPartition[] | undefined {
  let choices = 0;
  const goOn = (): boolean => ++choices <= limit;
  function* partsOf(
    { members, silent }: UnitClass,
    mass: RationalVector | undefined,
  ): Generator<readonly Part[]> {
    const others = members.filter((unit) => !silent.includes(unit));
    for (const parts of sumSplits(point, others, mass, goOn)) yield* withSilent(parts, [], silent, goOn);
  }
  const partitions = [...splitsOfClasses(theta, point, partsOf)];
  return choices <= limit ? partitions : undefined;
}

/**
 * Puts each silent unit alone, into a pair, or into an open part, which is one without a silent unit so far.
 */
function* withSilent(
  open: readonly Part[],
  closed: readonly Part[],
  silent: readonly number[],
  goOn: () => boolean,
): Generator<readonly Part[]> {
  if (!goOn()) return;
  const [first, ...others] = silent;
  if (first === undefined) {
    yield [...open, ...closed];
    return;
  }
  yield* withSilent(open, [...closed, { members: [first], labelled: false }], others, goOn);
  for (const other of others) {
    const rest = others.filter((unit) => unit !== other);
    yield* withSilent(open, [...closed, { members: [first, other], labelled: false }], rest, goOn);
  }
  for (const part of open) {
    const rest = open.filter((candidate) => candidate !== part);
    yield* withSilent(rest, [...closed, { ...part, members: [...part.members, first] }], others, goOn);
  }
}
