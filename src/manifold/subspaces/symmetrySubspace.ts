import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { AffineSubspace } from "./affineSubspace.js";
import { sparseVector } from "./parameterSpace.js";

/**
 * The symmetry subspace H_{i_1,…,i_k} of Q^{Dm} (Def. 2.2): ϑ_{i_1} = … = ϑ_{i_k}, for units of D
 * coordinates.
 *
 * @param unitDimension D ≥ 1.
 * @param width m.
 * @param units i_1, …, i_k, distinct, counted from 0, k ≥ 1.
 * @throws RangeError if the units are none, repeated, or out of range.
 * @example symmetrySubspace(2, 3, [0, 2]).directions.length === 4 // D(m − k + 1)
 */
export function symmetrySubspace(
  unitDimension: number,
  width: number,
  units: readonly number[],
): AffineSubspace {
  requireArguments({ size: { unitDimension, width }, "number[]": { units } });
  const [first, ...others] = units;
  if (
    first === undefined ||
    new Set(units).size !== units.length ||
    units.some((unit) => !(unit in range(width)))
  ) {
    throw new RangeError(`[${units.join(", ")}] are not distinct neurons among ${width}`);
  }
  const ambientDimension = unitDimension * width;
  const index = (unit: number, coordinate: number): number => unit * unitDimension + coordinate;
  const coordinates = range(unitDimension);
  const movers = [units, ...range(width).flatMap((unit) => (units.includes(unit) ? [] : [[unit]]))];
  return speaking({
    ambientDimension,
    base: RationalVector.zero(ambientDimension),
    directions: movers.flatMap((group) =>
      coordinates.map((coordinate) =>
        sparseVector(
          ambientDimension,
          group.map((unit) => [index(unit, coordinate), 1n]),
        ),
      ),
    ),
    equations: others.flatMap((other) =>
      coordinates.map((coordinate) =>
        sparseVector(ambientDimension + 1, [
          [index(first, coordinate), -1n],
          [index(other, coordinate), 1n],
        ]),
      ),
    ),
  });
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
