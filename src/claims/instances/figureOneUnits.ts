import { NEAR_COPY } from "../../certificate/countsOfEnds.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { PRECISION, startOf } from "../../landscape/ends/certifiedEnd.js";
import { figureOne } from "../../landscape/ends/figureOne.js";
import { reachAt } from "../../landscape/ends/isolatedEnd.js";
import { distanceOfUnits, incomingOf } from "../../landscape/ends/nearestUnit.js";
import { type FailedEnd, centerOf } from "./figureOneEnds.js";

/** Nearer than this to the mean of two vectors is nearer than to either, if these are 3/20 from the mean. */
const NEAR_MEAN = rational(3n, 40n);

/**
 * Why it doesn't hold that the critical point near an end is neither symmetry-induced nor one with units that
 * copy the teacher's, exactly or nearly, but has a unit that nearly averages the third and the fourth.
 */
export function checkUnits({ network, verdict }: FailedEnd): string | undefined {
  const { merged } = startOf(network, verdict.kind);
  if (merged.network.units < merged.members.flat().length) return "the point is symmetry-induced";
  const center = centerOf(verdict, merged.network);
  if (center.parameters.length !== merged.network.parameters.length) return "the point has other copies";
  const teachers = incomingOf(figureOne.teacher);
  const distance = distanceOfUnits(center, reachAt(PRECISION), teachers);
  if (distance.lower === 0n) return "a unit may be one of the teacher's";
  if (distance.lowerEnd.compare(NEAR_COPY) <= 0) return "a unit nearly is one of the teacher's";
  const sum = RationalVector.sum(network.inputDimension, teachers.slice(2));
  const toMean = distanceOfUnits(center, reachAt(PRECISION), [sum.times(rational(1n, 2n))]);
  return toMean.upperEnd.compare(NEAR_MEAN) <= 0 ? undefined : "no unit is near the mean of two";
}
