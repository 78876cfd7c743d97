/** How a tensor on the way holds the numbers of one input: as a row of it, as a column, or as all of it. */
type Orientation = "row" | "column" | "vector";

/**
 * The ways in which the tensor may hold them, as far as the file says. An operation that fits none leaves no
 * way.
 */
export type Orientations = readonly Orientation[];

/** What an operation makes of each; an orientation that it doesn't take is left out. */
type Effect = Readonly<Partial<Record<Orientation, Orientation>>>;

/** The orientations of an input that has so many dimensions. */
export function orientationsOf(rank: number | undefined): Orientations {
  if (rank === undefined) return ["row", "column", "vector"];
  if (rank < 2) return ["vector"];
  return rank === 2 ? ["row", "column"] : ["row"];
}

/** After an operation. */
export function after(effect: Effect, orientations: Orientations): Orientations {
  const possible = orientations.flatMap((orientation) => {
    const next = effect[orientation];
    return next === undefined ? [] : [next];
  });
  return [...new Set(possible)];
}

/** Products x·W, W·x, and those of Gemm, which takes matrices alone. */
export const TIMES_WEIGHTS: Effect = { row: "row", vector: "vector" };
export const WEIGHTS_TIMES: Effect = { column: "column", vector: "vector" };
export const GEMM_FIRST: Effect = { row: "row" };
export const GEMM_FIRST_TRANSPOSED: Effect = { column: "row" };
export const GEMM_SECOND: Effect = { column: "column" };
export const GEMM_SECOND_TRANSPOSED: Effect = { row: "column" };

export const TRANSPOSED: Effect = { row: "column", column: "row", vector: "vector" };
export const FLATTENED: Effect = { row: "row" };

/**
 * A constant that has a number for each coordinate, or one for all, by the rules of broadcasting; undefined
 * if its shape is neither.
 */
export function broadcastOf(dims: readonly number[]): Effect | undefined {
  const long = dims.flatMap((dim, axis) => (dim === 1 ? [] : [axis]));
  const [axis, second] = long;
  if (second !== undefined) return undefined;
  if (axis === undefined) return { row: "row", column: "column", vector: dims.length < 2 ? "vector" : "row" };
  if (axis === dims.length - 1) return { row: "row", vector: dims.length < 2 ? "vector" : "row" };
  return axis === dims.length - 2 ? { column: "column" } : undefined;
}

/**
 * Reshape to a shape, in which 0 is the size before and −1 what is left; undefined if it mixes the numbers of
 * inputs, or can't be told.
 */
export function reshapeOf(shape: readonly bigint[]): Effect | undefined {
  const [first, second, third] = shape;
  if (first === undefined || third !== undefined) return undefined;
  if (second === undefined) return { vector: "vector" };
  if (second === 1n) return { vector: "column", column: "column" };
  // The size before of a vector would make a column of it.
  if (first === 0n) return { row: "row" };
  return first === 1n || first === -1n ? { row: "row", vector: "row" } : undefined;
}
