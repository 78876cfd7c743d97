import { type IntegerMatrix, clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import type { Poset } from "./poset.js";

/**
 * All nonempty intersections of some affine subspaces, ordered by inclusion: the order complex of this poset is homotopy
 * equivalent to the union of the subspaces, as they and their intersections are convex. By exact linear algebra on
 * equations alone, so it knows nothing of criteria for meeting; for some hundred subspaces. Where relabelling units permutes the
 * subspaces, {@link flats} goes much further.
 *
 * @param subspaces of one space, none empty.
 * @throws RangeError if they lie in different spaces.
 * @example meetings([gammaSubspace(theta, p), gammaSubspace(theta, q)]).below.length === 3 // if they meet
 */
export function meetings(subspaces: readonly AffineSubspace[]): Poset {
  const columns = 1 + (subspaces[0]?.ambientDimension ?? 0);
  const found = new Map<string, Meeting>();
  const own = subspaces.map(({ equations }) => reducedRows(clearDenominators(equations), columns));
  const places = [...own.keys()];
  let front: Meeting[] = own.map((rows) => ({
    rows,
    key: keyOf(rows),
    candidates: places,
    holders: new Set(),
  }));
  while (front.length > 0) {
    const next = new Map<string, Meeting>();
    for (const meeting of front) {
      if (found.has(meeting.key)) continue;
      found.set(meeting.key, meeting);
      const met: [place: number, rows: IntegerMatrix][] = [];
      for (const place of meeting.candidates) {
        const rows = reducedRows([...meeting.rows, ...(own[place] ?? [])], columns);
        if (!isEmpty(rows)) met.push([place, rows]);
      }
      // What doesn't meet this doesn't meet anything inside it.
      const candidates = met.map(([place]) => place);
      for (const [place, rows] of met) {
        const key = keyOf(rows);
        if (key === meeting.key) meeting.holders.add(place);
        else next.set(key, { rows, key, candidates, holders: new Set() });
      }
    }
    front = [...next.values()];
  }
  return inclusions([...found.values()].map(({ holders }) => holders));
}

interface Meeting {
  /** Equations (A | b) in reduced form. */
  readonly rows: IntegerMatrix;
  readonly key: string;
  /** The places of subspaces that may meet it. */
  readonly candidates: readonly number[];
  /** The places of the subspaces that include it. */
  readonly holders: Set<number>;
}

function keyOf(rows: IntegerMatrix): string {
  return rows.map((row) => row.join()).join(";");
}

/** 0 = 1, if it follows, is the last row. */
function isEmpty(rows: IntegerMatrix): boolean {
  return (
    rows
      .at(-1)
      ?.slice(0, -1)
      .every((entry) => entry === 0n) === true
  );
}

/** A meeting is the intersection of its holders, so those inside it have all of them and more. */
function inclusions(holders: readonly ReadonlySet<number>[]): Poset {
  const isInside = (inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean =>
    inner.size > outer.size && [...outer].every((place) => inner.has(place));
  return {
    below: holders.map((outer) => holders.flatMap((inner, place) => (isInside(inner, outer) ? [place] : []))),
  };
}
