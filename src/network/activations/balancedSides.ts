import { entry } from "../../exact/entry.js";
import { bitLength, magnitude } from "../../exact/numbers/integer.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { packedRests } from "./packedRests.js";
import type { Place } from "./place.js";
import { type Side, type Sums, inOrderOfDirection } from "./sums.js";

/** How many partial sums are kept at most. */
const MOST_SUMS = 1 << 15;

/** How many bits they have at most, all together: they are kept as texts too, which take more room. */
const MOST_BITS = 1 << 28;

/**
 * On which side of each class all its units can be so that what this leaves cancels, if there is such a
 * choice. All on the side of w leaves A⁻ ⊗ q, and all on the side of −w leaves ±A⁺ ⊗ q (`restOf`). To
 * find sides of sum 0 is a subset-sum problem, solved by the sets of sums that the last classes can make.
 *
 * Sides are preferred as they are; units on both sides go to w. As classes are taken in the order of
 * directions, the choice doesn't depend on the order of units.
 *
 * @param start what is to be cancelled besides, of the dimension of A ⊗ q.
 * @returns "none" if there is no choice, "unknown" if too many partial sums were met, or too long ones.
 */
export function balancedSides(
  classes: readonly Sums[],
  start: RationalVector,
  place: Place,
): readonly Side[] | "none" | "unknown" {
  const order = inOrderOfDirection(classes);
  const ordered = order.map((index) => entry(classes, index));
  const { start: first, choices } = packedRests(ordered, start, place);
  // needed[i] has what the classes before i may leave for the others to cancel.
  const needed = [keyed([0n])];
  const rests = [first, ...choices.flat().map(({ rest }) => rest)];
  const bits = rests.reduce((most, rest) => Math.max(most, bitLength(magnitude(rest))), 1);
  let count = 1;
  for (const choice of [...choices].reverse()) {
    const next = keyed(choice.flatMap(({ rest }) => [...entry(needed, 0).values()].map((sum) => sum - rest)));
    count += next.size;
    if (count > MOST_SUMS || count * bits > MOST_BITS) return "unknown";
    needed.unshift(next);
  }
  if (!entry(needed, 0).has(keyOf(first))) return "none";
  const sides = new Array<Side>(classes.length);
  let left = first;
  choices.forEach((choice, index) => {
    for (const { side, rest } of choice) {
      const sum = left + rest;
      if (!entry(needed, index + 1).has(keyOf(sum))) continue;
      sides[entry(order, index)] = side;
      left = sum;
      return;
    }
  });
  return sides;
}

function keyed(sums: readonly bigint[]): Map<string, bigint> {
  return new Map(sums.map((sum) => [keyOf(sum), sum]));
}

/** Sets of long integers are slow where these share their last digits; texts are not. */
function keyOf(sum: bigint): string {
  return sum.toString(32);
}
