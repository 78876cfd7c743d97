import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import { quotientOf } from "../../exact/numbers/quotient.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { type CoveredCell, isProved } from "../../landscape/widthOne/cover.js";
import { type ListedPoint, provePoint } from "../../landscape/widthOne/listedPoint.js";
import { type LimitProblem, hasOneMinimum, limitProblems } from "../../landscape/widthOne/limitProblem.js";
import { outwardSlope } from "../../landscape/widthOne/outwardSlope.js";
import { type Part, isMonotonePart } from "../../landscape/widthOne/squareParts.js";
import { type TeacherGrid, figureGrid, leastOutgoing } from "../../landscape/widthOne/teacherGrid.js";
import type { FoundTable } from "../evidence/verdict.js";

/** Bits after the binary point: few where signs are proved on many cells, more about a point. */
const CELL_PRECISION = 40;
const PART_PRECISION = 32;
const POINT_PRECISION = 96;

const DIGITS = 10;

/** A check of the cells of a cover, with tables that are made once: why a cell isn't proved. */
export function cellCheck(): (covered: CoveredCell) => string | undefined {
  let slope: ReturnType<typeof outwardSlope> | undefined;
  return (covered) => {
    slope ??= outwardSlope(figureGrid(CELL_PRECISION));
    if (isProved(slope, covered)) return undefined;
    const { side, place, depth, ring } = covered.cell;
    return `R isn't proved to rise on side ${side}, s from ${place}/2^${depth}, ring ${ring}`;
  };
}

/** The same for the parts of the square. */
export function partCheck(): (part: Part) => string | undefined {
  let grid: TeacherGrid | undefined;
  return (part) => {
    grid ??= figureGrid(PART_PRECISION);
    const { west, south } = part;
    return isMonotonePart(grid, part) ? undefined : `not monotone on the part from (${west}, ${south})`;
  };
}

/** The limit problems at infinity. */
export function figureLimits(): Iterable<LimitProblem> {
  return limitProblems(figureGrid(PART_PRECISION));
}

/** The same for limit problems. */
export function limitCheck(): (problem: LimitProblem) => string | undefined {
  const least = leastOutgoing(figureGrid(PART_PRECISION));
  return (problem) =>
    hasOneMinimum(problem, least) ? undefined : `not one minimum along (${problem.direction.join(", ")})`;
}

/**
 * The same for lists of points. A list is complete, given the covers, if each point is proved and there is at
 * most one, as the field is monotone in the square and each box lies in it; and the indices have to add up to
 * the field's degree.
 */
export function listCheck(): (points: readonly ListedPoint[]) => string | undefined {
  let grid: TeacherGrid | undefined;
  return (points) => {
    grid ??= figureGrid(POINT_PRECISION);
    for (const point of points) {
      const found = provePoint(grid, point);
      if (typeof found === "string") return found;
    }
    if (points.length > 1) return `${points.length} points, where there is at most one`;
    const sum = points.reduce((total, { negative }) => total + (negative % 2n === 0n ? 1n : -1n), 0n);
    return sum === 1n ? undefined : `the signs (−1)^i of ${points.length} points add up to ${sum}, not to 1`;
  };
}

/** The points with what is proved of them. @throws RangeError if one isn't. */
export function pointsTable(points: readonly ListedPoint[]): FoundTable {
  const grid = figureGrid(POINT_PRECISION);
  const rows = points.map((point) => {
    const found = provePoint(grid, point);
    if (typeof found === "string") throw new RangeError(found);
    const { center, radius, negative } = point;
    const w = center.map((value) => between(value.sub(radius), value.add(radius))).join(", ");
    const [outgoing, loss] = [found.outgoing, found.loss];
    return [
      `(${w})`,
      between(outgoing.lowerEnd, outgoing.upperEnd),
      between(loss.lowerEnd, loss.upperEnd),
      negative.toString(),
    ];
  });
  return {
    title: "Critical points of width 1, enclosed",
    head: ["w", "a", "½Σ(f − y)²", "negative eigenvalues"],
    rows,
  };
}

function between(low: Rational, high: Rational): string {
  const below = decimalBelow(quotientOf(low.s * low.n, low.d), DIGITS);
  return `[${below}, ${decimalAbove(quotientOf(high.s * high.n, high.d), DIGITS)}]`;
}
