import { entry } from "../../exact/entry.js";
import { starDistance } from "../graph/starGraph.js";

/*
 * For m = r + 1 an arrangement puts the labels ±1…±r, each with one sign, and a blank on r + 1 positions. A
 * move takes a label to the blank, with either sign, through the subspace where the label has both positions.
 * So the arrangements are those of the star graph (see starGraph.ts) with a sign on each label.
 */

/**
 * The least number of moves between two arrangements with signs: n + c − 2·[blank displaced], where a label
 * at its place with the wrong sign counts as displaced, in a cycle of its own.
 *
 * A label that moves anyway takes its sign on the way. One that is at its place takes two moves, away and
 * back; as a cycle without the blank does for one symbol.
 *
 * @param source codes ±1…±r and 0, each once up to sign; `target` the same.
 * @example signedStarDistance(Int32Array.of(1, 0), Int32Array.of(-1, 0)) === 2
 */
export function signedStarDistance(source: Int32Array, target: Int32Array): number {
  const [from, to] = [source, target].map((codes) => codes.map((code) => (code < 0 ? -code : code)));
  if (from === undefined || to === undefined) throw new RangeError("no arrangement");
  const turned = source.filter((code, place) => code !== 0 && entry(target, place) === -code).length;
  return starDistance(from, to) + 2 * turned;
}

/**
 * The diameter of the intersection graph with mirrored units for m = r + 1: 4r, where all labels have to
 * change their signs; and for odd parity one more at each end, from a blank at w = 0, which only an
 * arrangement with a free blank meets.
 *
 * Subspaces in the middle of a move are not further apart: moves alternate between even and odd permutations,
 * so for any arrangement one of the two ends of a move is nearer to it than 2r moves.
 *
 * @example signedStarDiameter(1, "odd") === 6
 */
export function signedStarDiameter(r: number, parity: "odd" | "even"): number {
  return 4 * r + (parity === "odd" ? 2 : 0);
}
