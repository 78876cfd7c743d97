import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { balancedSides } from "./balancedSides.js";
import { type Place, constantLeft, leavesRest, restOf } from "./place.js";
import { type Side, type Sums, isPair, moved, preferredSide, turned } from "./sums.js";
import { movableAmounts } from "./mirroredPairs.js";

/**
 * What became of the constant or linear part that merging leaves: "none" if it has a place or cancels; "kept"
 * if it can't cancel, and stays in further units; "unsettled" if it stays since the search for signs gave up.
 *
 * @example reduceFor(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]), parseSymmetry("sigmoid")).rest === "none"
 */
export type Rest = "none" | "kept" | "unsettled";

/** Classes with their units merged, in the same order. */
export interface MergedClasses {
  readonly left: readonly Sums[];
  /** What the next layer's bias takes. */
  readonly bias: readonly RationalVector[];
  readonly rest: Rest;
}

/** A class after a move, and what it leaves to the bias. */
interface Move {
  readonly left: Sums;
  readonly constant: RationalVector;
}

/**
 * Moves the units of each class to one side, and what this leaves to the next layer's bias. What the bias
 * can't take must cancel. If no choice of sides makes it cancel, it goes to the unit at w = 0, if it is a
 * constant and there is such a unit, or else stays in mirrored pairs.
 *
 * @param classes of distinct directions, none of which computes a constant that the bias can take.
 */
export function mergedClasses(
  classes: readonly Sums[],
  place: Place,
  mirrorsToCancel: boolean,
): MergedClasses {
  const all = (moves: readonly Move[], rest: Rest): MergedClasses => ({
    left: moves.map(({ left }) => left),
    bias: moves.map(({ constant }) => constant),
    rest,
  });
  if (!leavesRest(place)) {
    return all(
      classes.map((sums) => onto(sums, preferredSide(sums), place)),
      "none",
    );
  }
  if (!mirrorsToCancel) return { left: classes, bias: [], rest: "none" };
  const zero = constantUnit(classes, place);
  const others = classes.filter((sums) => sums !== zero);
  if (zero === undefined && !others.some(isPair)) return { left: classes, bias: [], rest: "none" };
  const sides = balancedSides(others, startOf(classes, zero, place), place);
  const isBalanced = typeof sides !== "string";
  const moves = new Map(
    isBalanced
      ? others.map((sums, index) => [sums, onto(sums, entry(sides, index), place)])
      : withRest(others.filter(isPair), zero, place),
  );
  if (zero !== undefined && isBalanced) moves.set(zero, still({ ...zero, plus: zero.minus }));
  return all(
    classes.map((sums) => moves.get(sums) ?? still(sums)),
    isBalanced ? "none" : sides === "none" ? "kept" : "unsettled",
  );
}

/** The unit at w = 0, if it is there and takes the constants that have no other place. */
function constantUnit(classes: readonly Sums[], { symmetry, hasBias }: Place): Sums | undefined {
  if (hasBias || symmetry.constant.equals(0n)) return undefined;
  return classes.find(({ direction, plus }) => direction.isZero() && !plus.isZero());
}

/** What sides must cancel besides: c·A of a unit at w = 0, as 2c times A/2; else 0. */
function startOf(classes: readonly Sums[], zero: Sums | undefined, place: Place): RationalVector {
  if (zero !== undefined) return zero.plus.times(rational(1n, 2n));
  const { plus, direction } = entry(classes, 0);
  return RationalVector.zero(plus.dimension * restOf(direction, place).dimension);
}

/** Merges pairs as far as what is left has a place: in the unit at w = 0, which computes c·A, or in pairs. */
function withRest(pairs: readonly Sums[], zero: Sums | undefined, place: Place): [Sums, Move][] {
  if (zero === undefined) {
    const amounts = movableAmounts(pairs, place);
    return pairs.map((sums, index) => [sums, byAmount(sums, entry(amounts, index), place)]);
  }
  const taken = pairs.flatMap(({ minus }) => [minus, minus]);
  const plus = RationalVector.sum(zero.plus.dimension, [zero.plus, ...taken]);
  return [
    ...pairs.map((sums): [Sums, Move] => [sums, onto(sums, 1, place)]),
    [zero, still({ ...zero, plus })],
  ];
}

function still(left: Sums): Move {
  return { left, constant: RationalVector.zero(left.plus.dimension) };
}

/** Everything moved to one side. */
function onto(sums: Sums, side: Side, place: Place): Move {
  if (side === 1) return byAmount(sums, sums.minus, place);
  const { left, constant } = byAmount(turned(sums), sums.plus, place);
  return { left: turned(left), constant };
}

/** An amount moved from −w to w. */
function byAmount(sums: Sums, amount: RationalVector, place: Place): Move {
  return {
    left: moved(sums, amount, place.symmetry),
    constant: constantLeft(amount, sums.direction, place),
  };
}
