import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Part, splitsOfClasses, sumSplits } from "../subspaces/splitsOfClasses.js";
import { type UnitClass, perUnit, unitClasses } from "../subspaces/unitClasses.js";

/** Subspaces that hold a point. */
export interface LeavingSubspaces {
  /** At least one. */
  readonly partitions: readonly LabelledPartition[];
  /** Whether every subspace that meets one that holds the point meets one of these. */
  readonly complete: boolean;
}

/**
 * Some of the subspaces that hold a point, such that a shortest chain of subspaces can begin in one of them.
 *
 * Units of a block share their incoming vector, so each class of equal incoming vectors is split separately,
 * into one part of sum a_t if the class sits at w_t, and parts of sum zero. Silent units could go anywhere,
 * in as many ways as there are set partitions. But let Q meet P. The links from the labels of P to those of Q
 * (see {@link BLOCKS_BETWEEN} in searchSide.ts) use at most two units of a zero block of P and one of a
 * labelled one; a silent unit that they don't use can be split off, and P still holds the point and meets Q.
 * Of a zero block that they use at two silent units, all others can be split off, and at one, all other
 * silent ones. So each part of units that are not silent needs at most one silent unit with it, and other
 * silent units are alone or in pairs.
 *
 * @param theta an irreducible network of width r.
 * @param point a point of Θ_{r→m}(θ^r).
 * @param limit the largest number of partial choices; beyond it, the result so far is returned as not
 *   complete.
 */
export function leavingSubspaces(
  theta: TwoLayerNetwork,
  point: TwoLayerNetwork,
  limit: number,
): LeavingSubspaces {
  let choices = 0;
  const goOn = (): boolean => ++choices <= limit;
  const isSilent = (unit: number): boolean => entry(point.units, unit).outgoing.isZero();
  function* partsOf({ members }: UnitClass, mass: RationalVector | undefined): Generator<readonly Part[]> {
    const [silent, others] = [members.filter(isSilent), members.filter((unit) => !isSilent(unit))];
    for (const parts of sumSplits(point, others, mass, goOn)) yield* withSilent(parts, [], silent, goOn);
  }
  const partitions = [...splitsOfClasses(theta, point, partsOf)];
  if (choices <= limit) return { partitions, complete: true };
  return { partitions: [coarsestSubspace(theta, point), ...partitions], complete: false };
}

/**
 * The subspace that holds a point and has one block for each class of equal incoming vectors. Every point of
 * Θ has one. Takes one pass.
 */
export function coarsestSubspace(theta: TwoLayerNetwork, point: TwoLayerNetwork): LabelledPartition {
  const codes = perUnit(unitClasses(theta, point), point.units.length, ({ label }, number) =>
    label > 0 ? label : 0 - number,
  );
  return LabelledPartition.canonical(codes, theta.units.length);
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
