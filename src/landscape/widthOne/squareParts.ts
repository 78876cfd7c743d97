import { Interval } from "../../exact/intervals/interval.js";
import { rational } from "../../exact/numbers/rational.js";
import { type Rectangle, fieldOn, isMonotone } from "./monotoneField.js";
import type { TeacherGrid } from "./teacherGrid.js";

/**
 * The square |w|_∞ ≤ 3/16 in parts, by a text that is read from the whole square on: at "/" the part is
 * halved, across its first coordinate at even depths and its second at odd ones, and the two halves follow;
 * at "." it is one of the parts.
 *
 * If the derivative of the field G is positive definite on every part, it is so on the square, and for two
 * points v apart v·(G(u + v) − G(u)), the mean of v·DG·v between them, is positive: G has at most one zero.
 */
export type Parts = string;

/** A part, from (west, south) to (east, north) in units of 2^−14 of u = w/4. */
export interface Part {
  readonly west: bigint;
  readonly south: bigint;
  readonly east: bigint;
  readonly north: bigint;
  readonly depth: number;
}

const UNIT = 1n << 14n;

/** 3/64 in these units. */
const HALF_SIDE = 3n << 8n;

/** No part is narrower than 2·HALF_SIDE/2^6. */
const DEEPEST = 12;

const WHOLE: Part = { west: -HALF_SIDE, south: -HALF_SIDE, east: HALF_SIDE, north: HALF_SIDE, depth: 0 };

/** @throws RangeError if the text ends before the square is covered, goes on after it, or goes too deep. */
export function* squareParts(text: Parts): Generator<Part> {
  const left = [WHOLE];
  for (const letter of text) {
    const part = left.pop();
    if (part === undefined) throw new RangeError("the square is covered before the text ends");
    if (letter === ".") {
      yield part;
      continue;
    }
    if (letter !== "/" || part.depth === DEEPEST) throw new RangeError(`letter ${letter} at ${part.depth}`);
    left.push(...halves(part));
  }
  if (left.length > 0) throw new RangeError(`the square isn't covered: ${left.length} parts remain`);
}

/** Both halves, the first one last. */
function halves(part: Part): readonly [Part, Part] {
  const { west, south, east, north } = part;
  const depth = part.depth + 1;
  const [x, y] = [(west + east) / 2n, (south + north) / 2n];
  return part.depth % 2 === 0
    ? [
        { ...part, west: x, depth },
        { ...part, east: x, depth },
      ]
    : [
        { ...part, south: y, depth },
        { ...part, north: y, depth },
      ];
}

/** Whether the derivative of G is proved to be positive definite on a part. */
export function isMonotonePart(grid: TeacherGrid, part: Part): boolean {
  return isMonotone(fieldOn(grid, rectangleOf(part, grid.precision)));
}

/** Whether all u of a rectangle lie in the square. */
export function isInSquare(rectangle: Rectangle): boolean {
  const square = rectangleOf(WHOLE, 14)[0];
  return rectangle.every((side) => square.includes(side));
}

function rectangleOf({ west, south, east, north }: Part, precision: number): Rectangle {
  const between = (from: bigint, to: bigint): Interval =>
    Interval.between(rational(from, UNIT), rational(to, UNIT), precision);
  return [between(west, east), between(south, north)];
}

/** The parts that halving leads to. @throws RangeError if one at the largest depth isn't proved. */
export function findParts(grid: TeacherGrid): Parts {
  let text = "";
  const left = [WHOLE];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const proved = isMonotonePart(grid, part);
    text += proved ? "." : "/";
    if (proved) continue;
    if (part.depth === DEEPEST)
      throw new RangeError(`the field isn't monotone from ${part.west},${part.south}`);
    left.push(...halves(part));
  }
  return text;
}
