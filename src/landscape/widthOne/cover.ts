import { type Cell, type Choice, SIDES, direction, halves, wholeSide } from "./cells.js";
import { type OutwardSlope, risesBeyond, risesOn } from "./outwardSlope.js";

/**
 * A cover of the plane outside the square, for each side a text that is read from the whole side on, with all
 * rings:
 *
 *   /      the range of s is halved, and the two halves follow;
 *   m i n  R rises on the innermost ring in the direction "middle", "inside" or "near"; what follows is about
 *          the rings beyond it;
 *   M I N  R rises on all rings in this direction, and nothing remains of this range.
 */
export type Cover = readonly string[];

/** A cell of a cover, with what the cover says of it. */
export interface CoveredCell {
  readonly cell: Cell;
  readonly choice: Choice;
  /** Whether it is about all rings from the cell's on. */
  readonly beyond: boolean;
}

/** What the letters stand for, in the order in which they are tried. */
const LETTERS: ReadonlyMap<string, Pick<CoveredCell, "choice" | "beyond">> = new Map([
  ["M", { choice: "middle", beyond: true }],
  ["I", { choice: "inside", beyond: true }],
  ["N", { choice: "near", beyond: true }],
  ["m", { choice: "middle", beyond: false }],
  ["i", { choice: "inside", beyond: false }],
  ["n", { choice: "near", beyond: false }],
] as const);

/**
 * The cells of a cover. All of them together are the whole plane outside the square.
 *
 * @throws RangeError if a text ends before its side is covered, goes on after it, or has another letter.
 */
export function* coveredCells(cover: Cover): Generator<CoveredCell> {
  for (const side of SIDES) {
    const text = cover[side];
    if (text === undefined || cover.length !== SIDES.length) {
      throw new RangeError(`a cover of ${cover.length} sides`);
    }
    const left = [wholeSide(side)];
    for (const letter of text) {
      const cell = left.pop();
      if (cell === undefined) throw new RangeError(`side ${side} is covered before its text ends`);
      if (letter === "/") {
        const [first, second] = halves(cell);
        left.push(second, first);
        continue;
      }
      const meaning = LETTERS.get(letter);
      if (meaning === undefined) throw new RangeError(`the letter ${letter} on side ${side}`);
      yield { cell, ...meaning };
      if (!meaning.beyond) left.push({ ...cell, ring: cell.ring + 1n });
    }
    if (left.length > 0) throw new RangeError(`side ${side} isn't covered: ${left.length} ranges remain`);
  }
}

/** Whether what a cover says of a cell is proved. */
export function isProved(slope: OutwardSlope, { cell, choice, beyond }: CoveredCell): boolean {
  const v = direction(cell, choice);
  return beyond ? risesBeyond(slope, cell, v) : risesOn(slope, cell, v);
}

/** At this depth a range is narrower than the gap of two lattice directions. */
const DEEPEST = 14n;

/**
 * A cover, by trying for each range all rings, then the innermost one, then its halves.
 *
 * @throws RangeError if there is none up to the largest depth, such as where there is a critical point.
 */
export function findCover(slope: OutwardSlope): Cover {
  return SIDES.map((side) => {
    let text = "";
    const left = [wholeSide(side)];
    for (let cell = left.pop(); cell !== undefined; cell = left.pop()) {
      const found = provedLetter(slope, cell);
      text += found?.letter ?? "/";
      if (found === undefined) {
        if (cell.depth === DEEPEST) throw new RangeError(`no cover of side ${side}, ring ${cell.ring}`);
        const [first, second] = halves(cell);
        left.push(second, first);
      } else if (!found.beyond) {
        left.push({ ...cell, ring: cell.ring + 1n });
      }
    }
    return text;
  });
}

/** The first letter about a cell that is proved. */
function provedLetter(
  slope: OutwardSlope,
  cell: Cell,
): { readonly letter: string; readonly beyond: boolean } | undefined {
  const found = [...LETTERS].find(([, meaning]) => isProved(slope, { cell, ...meaning }));
  return found && { letter: found[0], beyond: found[1].beyond };
}
