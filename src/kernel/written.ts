import { type Rational, entry } from "../checker/values.js";
import type { Block } from "./inertia.js";
import type { Layers, Matrix } from "./layers.js";
import type { Network } from "./network.js";

/** A value as a certificate has it. */
export type Json = string | number | readonly Json[] | Members;

export interface Members {
  readonly [key: string]: Json;
}

/** Rows that were written: those that a change leaves as they are come again and again. */
const ROWS = new WeakMap<readonly Rational[], readonly string[]>();

export function rowJson(row: readonly Rational[]): readonly string[] {
  const known = ROWS.get(row);
  if (known !== undefined) return known;
  const written = row.map(({ n, d }) => (d === 1n ? `${n}` : `${n}/${d}`));
  ROWS.set(row, written);
  return written;
}

export const matrixJson = (matrix: Matrix): Json => matrix.map(rowJson);

export const networkJson = (units: Network): Record<"incoming" | "outgoing", Json> => ({
  incoming: units.map(([w]) => rowJson(w)),
  outgoing: units.map(([, a]) => rowJson(a)),
});

export const layersJson = ([biases, weights]: Layers): Members => ({
  biases: matrixJson(biases),
  weights: weights.map(matrixJson),
});

export const blockJson = ([kernel, places, congruence, inertia]: Block): Members => ({
  congruence: matrixJson(congruence),
  identityRows: places,
  inertia,
  kernel: matrixJson(kernel),
});

/** A path's points: all of them, or the first and, for each segment, what changes in each member. */
export function pointsJson(points: readonly Members[], hasChanges: boolean): Members {
  const [first, ...later] = points;
  if (!hasChanges || first === undefined) return { points };
  const changes = later.map((point, index) => {
    const before = Object.values(entry(points, index));
    const after = Object.entries(point);
    return Object.fromEntries(after.map(([key, value], at) => [key, changeOf(entry(before, at), value)]));
  });
  return { changes, first };
}

/** The places at which a list changes, in order, each with its change; or what a text becomes. */
function changeOf(before: Json, after: Json): Json {
  if (!isList(before) || !isList(after)) return after;
  // No change alters how long a list is, and no certificate has this place.
  if (before.length !== after.length) return [-1];
  return after.flatMap((item, place) => {
    const old = entry(before, place);
    return isSame(old, item) ? [] : [place, changeOf(old, item)];
  });
}

function isSame(x: Json, y: Json): boolean {
  if (x === y) return true;
  if (!isList(x) || !isList(y) || x.length !== y.length) return false;
  return x.every((item, place) => isSame(item, entry(y, place)));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
