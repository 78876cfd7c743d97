import { entry } from "../../exact/entry.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { sizeOf } from "../groups/distances.js";
import { type LayerGroups, placesIn } from "./layerGroups.js";

/** Beyond so many groups their sides are not tried out. */
const MOST_GROUPS = 14;

/**
 * Which neurons to mirror, where mirrored ones leave constants and the network has no biases: so that these
 * nearly cancel. Each group may take either side, neurons alone too; of all choices it is the one for which
 * the largest constant is least.
 *
 * @param columns the outgoing weights of the layer's neurons.
 * @returns undefined if no neuron is mirrored in a group, if there are too many groups, or if the constants
 *   of no choice are within the tolerance.
 */
export function balancedMirrors(
  { groups, tolerance }: LayerGroups,
  columns: readonly RationalVector[],
): number[] | undefined {
  if (groups.length > MOST_GROUPS || !groups.some(({ signs }) => signs.includes(-1))) return undefined;
  const dimension = entry(columns, 0).dimension;
  const sides = groups.map((group) =>
    ([-1, 1] as const).map((side) => {
      const units = placesIn(group).flatMap(({ unit, sign }) => (sign === side ? [unit] : []));
      return {
        units,
        left: RationalVector.sum(
          dimension,
          units.map((unit) => entry(columns, unit)),
        ),
      };
    }),
  );
  let choices: { readonly units: readonly number[]; readonly left: RationalVector }[] = [
    { units: [], left: RationalVector.zero(dimension) },
  ];
  for (const both of sides) {
    choices = choices.flatMap(({ units, left }) =>
      both.map((side) => ({ units: [...units, ...side.units], left: left.plus(side.left) })),
    );
  }
  let best: { readonly units: readonly number[]; readonly size: Rational } | undefined;
  for (const { units, left } of choices) {
    const size = sizeOf(left);
    if (size.compare(tolerance) > 0 || (best !== undefined && size.compare(best.size) >= 0)) continue;
    best = { units, size };
  }
  return best === undefined ? undefined : [...best.units].sort((one, other) => one - other);
}
