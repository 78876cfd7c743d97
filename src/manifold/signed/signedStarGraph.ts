/*
 * For m = r + 1 an arrangement puts the labels ±1…±r, each with one sign, and a blank on r + 1 positions. A
 * move takes a label to the blank, with either sign, through the subspace where the label has both positions.
 * So the arrangements are those of the star graph (see starGraph.ts) with a sign on each label.
 */

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
