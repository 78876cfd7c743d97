import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { EndNetwork } from "./endNetwork.js";

/**
 * The least distance of a unit's incoming vector from one of some vectors, or from the negative of one: the
 * largest difference of two coordinates. As σ = ½ + odd, a unit at −w is a copy of one at w, but for a
 * constant. It is enclosed for all networks whose parameters are within `reach` of these: where its lower end
 * is positive, none of their units copies one at such a vector.
 *
 * @param vectors at least one.
 * @example distanceOfUnits({ inputs: 1, units: 1, channels: 0, isAffine: false, parameters: [-3n, 1n],
 *   precision: 0 }, 1n, [RationalVector.of([1n])]) // from 1 to 3, as −3 ± 1 is next to −1
 */
export function distanceOfUnits(
  { inputs, units, parameters, precision }: EndNetwork,
  reach: bigint,
  vectors: readonly RationalVector[],
): Interval {
  const sides = vectors
    .flatMap((vector) => [vector, vector.negated()])
    .map((vector) => vector.toRationals().map((value) => Interval.enclosing(value, precision)));
  const distances = Array.from({ length: units }, (_, unit) => {
    const own = parameters
      .slice(unit * inputs, unit * inputs + inputs)
      .map((value) => Interval.of(value - reach, value + reach, precision));
    return sides.map((side) => largest(own.map((value, j) => value.minus(entry(side, j)).absolute())));
  }).flat();
  return largest(distances.map((one) => one.negated())).negated();
}

/** The incoming vectors of a network. */
export function incomingOf({ units }: TwoLayerNetwork): RationalVector[] {
  return units.map(({ incoming }) => incoming);
}

function largest(values: readonly Interval[]): Interval {
  return values.reduce((most, { lower, upper, precision }) =>
    Interval.of(greater(most.lower, lower), greater(most.upper, upper), precision),
  );
}

function greater(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}
