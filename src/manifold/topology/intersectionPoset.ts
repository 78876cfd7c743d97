import { entry } from "../../exact/entry.js";
import { type IntegerMatrix, clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import { holdersAt, inclusions, isEmpty, keyOf } from "./flatsByHolders.js";
import type { Poset } from "./poset.js";

/**
 * All nonempty intersections of some affine subspaces, ordered by inclusion: the order complex of this poset
 * is homotopy equivalent to the union of the subspaces, as they and their intersections are convex. It uses
 * only exact linear algebra on equations, and no criterion for intersection; for some hundred subspaces.
 * Where relabelling units permutes the subspaces, {@link latticeOfFlats} goes much further.
 *
 * @param subspaces of one space, none empty.
 * @throws RangeError if they lie in different spaces.
 * @example intersectionPoset([gammaSubspace(theta, p), gammaSubspace(theta, q)]).below.length
 *   === 3 // if they intersect
 */
export function intersectionPoset(subspaces: readonly AffineSubspace[]): Poset {
  const [first] = subspaces;
  if (first === undefined) return { below: [] };
  const columns = 1 + first.ambientDimension;
  const flats = new Map<string, Flat>();
  const systems = subspaces.map(({ equations }) => reducedRows(clearDenominators(equations), columns));
  const places = [...systems.keys()];
  let front: Flat[] = systems.map((rows) => ({
    rows,
    key: keyOf(rows),
    candidates: places,
    holders: new Set(),
  }));
  while (front.length > 0) {
    const next = new Map<string, Flat>();
    for (const flat of front) {
      if (flats.has(flat.key)) continue;
      flats.set(flat.key, flat);
      const neighbours: [place: number, rows: IntegerMatrix][] = [];
      for (const place of flat.candidates) {
        const rows = reducedRows([...flat.rows, ...entry(systems, place)], columns);
        if (!isEmpty(rows)) neighbours.push([place, rows]);
      }
      // A subspace that doesn't intersect this flat intersects nothing inside it.
      const candidates = neighbours.map(([place]) => place);
      for (const [place, rows] of neighbours) {
        const key = keyOf(rows);
        if (key === flat.key) flat.holders.add(place);
        else next.set(key, { rows, key, candidates, holders: new Set() });
      }
    }
    front = [...next.values()];
  }
  return {
    below: inclusions([...flats.values()].map(({ holders }) => holdersAt(holders, systems.length))),
  };
}

interface Flat {
  /** Equations (A | b) in reduced form. */
  readonly rows: IntegerMatrix;
  readonly key: string;
  /** The places of subspaces that may intersect it. */
  readonly candidates: readonly number[];
  /** The places of the subspaces that include it. */
  readonly holders: Set<number>;
}
