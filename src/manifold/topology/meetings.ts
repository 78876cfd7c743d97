import { entry } from "../../exact/entry.js";
import { type IntegerMatrix, clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import { holdersAt, inclusions, isEmpty, keyOf } from "./flatsByHolders.js";
import type { Poset } from "./poset.js";

/**
 * All nonempty intersections of some affine subspaces, ordered by inclusion: the order complex of this poset
 * is homotopy equivalent to the union of the subspaces, as they and their intersections are convex. It uses
 * only exact linear algebra on equations, and no criterion for meeting; for some hundred subspaces. Where
 * relabelling units permutes the subspaces, {@link flats} goes much further.
 *
 * @param subspaces of one space, none empty.
 * @throws RangeError if they lie in different spaces.
 * @example meetings([gammaSubspace(theta, p), gammaSubspace(theta, q)]).below.length === 3 // if they meet
 */
export function meetings(subspaces: readonly AffineSubspace[]): Poset {
  const [first] = subspaces;
  if (first === undefined) return { below: [] };
  const columns = 1 + first.ambientDimension;
  const meetingAt = new Map<string, Meeting>();
  const systems = subspaces.map(({ equations }) => reducedRows(clearDenominators(equations), columns));
  const places = [...systems.keys()];
  let front: Meeting[] = systems.map((rows) => ({
    rows,
    key: keyOf(rows),
    candidates: places,
    holders: new Set(),
  }));
  while (front.length > 0) {
    const next = new Map<string, Meeting>();
    for (const meeting of front) {
      if (meetingAt.has(meeting.key)) continue;
      meetingAt.set(meeting.key, meeting);
      const met: [place: number, rows: IntegerMatrix][] = [];
      for (const place of meeting.candidates) {
        const rows = reducedRows([...meeting.rows, ...entry(systems, place)], columns);
        if (!isEmpty(rows)) met.push([place, rows]);
      }
      // A subspace that doesn't meet this flat meets nothing inside it.
      const candidates = met.map(([place]) => place);
      for (const [place, rows] of met) {
        const key = keyOf(rows);
        if (key === meeting.key) meeting.holders.add(place);
        else next.set(key, { rows, key, candidates, holders: new Set() });
      }
    }
    front = [...next.values()];
  }
  return {
    below: inclusions([...meetingAt.values()].map(({ holders }) => holdersAt(holders, systems.length))),
  };
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
