import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Place, restOf } from "./place.js";
import { type Side, type Sums, inOrderOfDirection } from "./sums.js";

/** How many partial sums are kept at most; a few million numbers. */
const MOST_SUMS = 1 << 15;

/**
 * On which side of each class all its units can be so that what this leaves cancels, if there is such a
 * choice. All on the side of w leaves A⁻ ⊗ q, and all on the side of −w leaves ±A⁺ ⊗ q ({@link restOf}). To
 * find sides of sum 0 is a subset-sum problem, solved by the sets of sums that the last classes can make.
 *
 * Sides are preferred as they are; units on both sides go to w. As classes are taken in the order of
 * directions, the choice doesn't depend on the order of units.
 *
 * @param start what is to be cancelled besides, of the dimension of A ⊗ q.
 * @returns "none" if there is no choice, "unknown" if too many partial sums were met.
 */
export function balancedSides(
  classes: readonly Sums[],
  start: RationalVector,
  place: Place,
): readonly Side[] | "none" | "unknown" {
  const order = inOrderOfDirection(classes);
  const choices = order.map((index) => choicesOf(entry(classes, index), place));
  // needed[i] has what the classes before i may leave for the others to cancel.
  const needed: Map<string, RationalVector>[] = [keyed([start.minus(start)])];
  let count = 1;
  for (const choice of [...choices].reverse()) {
    const next = keyed(
      choice.flatMap(({ rest }) => [...entry(needed, 0).values()].map((sum) => sum.minus(rest))),
    );
    count += next.size;
    if (count > MOST_SUMS) return "unknown";
    needed.unshift(next);
  }
  if (!entry(needed, 0).has(start.key)) return "none";
  const sides = new Array<Side>(classes.length);
  let left = start;
  choices.forEach((choice, index) => {
    for (const { side, rest } of choice) {
      const sum = left.plus(rest);
      if (!entry(needed, index + 1).has(sum.key)) continue;
      sides[entry(order, index)] = side;
      left = sum;
      return;
    }
  });
  return sides;
}

function keyed(vectors: readonly RationalVector[]): Map<string, RationalVector> {
  return new Map(vectors.map((vector) => [vector.key, vector]));
}

interface Choice {
  readonly side: Side;
  readonly rest: RationalVector;
}

/** Both sides, the preferred one first. */
function choicesOf(sums: Sums, place: Place): Choice[] {
  const rest = restOf(sums.direction, place);
  const onPlus: Choice = { side: 1, rest: outer(sums.minus, rest) };
  const turned = place.symmetry.parity === "odd" ? sums.plus : sums.plus.negated();
  const onMinus: Choice = { side: -1, rest: outer(turned, rest) };
  return sums.plus.isZero() ? [onMinus, onPlus] : [onPlus, onMinus];
}

/** A ⊗ q, row by row. */
function outer(left: RationalVector, right: RationalVector): RationalVector {
  return RationalVector.of(
    left.numerators.flatMap((one) => right.numerators.map((other) => one * other)),
    left.denominator * right.denominator,
  );
}
