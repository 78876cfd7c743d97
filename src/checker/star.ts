import { type Units, coarsestCodes, isSilent } from "./network.js";
import { entry } from "./values.js";

/**
 * SPEC.md, "The star rule", 4: the least distance, in the intersection graph for m = r + 1, between a
 * subspace that holds `from` and one that holds `to`. Both have the measure of θ, and all three have their
 * images after their units, or none has. Linear time.
 *
 * @param r the width of θ without images.
 */
export function subspaceDistance(from: Units, to: Units, theta: Units, r: number): number {
  const start = coarsestCodes(from, theta);
  const goal = coarsestCodes(to, theta);
  // Equal coarsest codes are those of one partition, whose subspace holds both.
  if (start.join() === goal.join()) return 0;
  // Else the least of cost + 2φ + cost over the exits of both sides.
  const distances = exits(from, start, r).flatMap((first) =>
    exits(to, goal, r).map((last) => first.cost + 2 * starDistance(first.codes, last.codes) + last.cost),
  );
  return Math.min(...distances);
}

/**
 * A split vertex, an arrangement of the labels 1…r, negative where mirrored, and the blank 0 on r + 1 places;
 * and its distance from the point.
 */
type Exit = Readonly<{ codes: readonly number[]; cost: number }>;

/** The exits of a point, by the cases of "The subspaces that hold a point". */
function exits(point: Units, coarsest: readonly number[], r: number): Exit[] {
  const codes = coarsest.slice(0, r + 1).map((code) => (code > r ? r - code : code));
  const labels = codes.map(Math.abs);
  // Some unit's incoming vector is not a ±w_t: the blank is there. Else two units share a label, and the
  // blank takes the place of either. It does so at once if that unit is silent.
  const lastOf = new Map(labels.map((label, place) => [label, place]));
  const shared = labels.find((label, place) => label === 0 || lastOf.get(label) !== place);
  const places = [...labels.keys()].filter((place) => labels[place] === shared);
  return places.map((blank) => ({
    codes: codes.map((code, place) => (place === blank ? 0 : code)),
    cost: isSilent(entry(point, blank)) ? 0 : 1,
  }));
}

/**
 * φ = n' + c' − 2b: the steps between arrangements x and y of r + 1 symbols, of which 0 changes places with
 * any other, which gets either sign. A symbol that has only the wrong sign is a cycle of its own.
 */
function starDistance(x: readonly number[], y: readonly number[]): number {
  const placesInY: number[] = [];
  for (const [place, symbol] of y.entries()) placesInY[Math.abs(symbol)] = place;
  // π sends each place to the place where y has the symbol that x has there.
  const permutation = x.map((symbol) => entry(placesInY, Math.abs(symbol)));
  const movedPlaces = new Set<number>();
  let cycles = 0;
  for (const start of permutation.keys()) {
    if (x[start] === y[start] || movedPlaces.has(start)) continue;
    cycles += 1;
    let place = start;
    while (!movedPlaces.has(place)) {
      movedPlaces.add(place);
      place = entry(permutation, place);
    }
  }
  const isBlankMoved = x.indexOf(0) !== y.indexOf(0);
  return movedPlaces.size + cycles - (isBlankMoved ? 2 : 0);
}
