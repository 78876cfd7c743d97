import { type Units, coarsestCodes, isSilent } from "./network.js";
import { entry } from "./values.js";

/**
 * SPEC.md, "The star rule", 4: the least distance, in the intersection graph for m = r + 1, between a
 * subspace that holds `from` and one that holds `to`. Both have the measure of θ. Linear time.
 */
export function subspaceDistance(from: Units, to: Units, theta: Units): number {
  const start = coarsestCodes(from, theta);
  const goal = coarsestCodes(to, theta);
  // In both networks every unit has some w_t, and both have the same coarsest codes. So they share a doubled
  // subspace.
  const isDoubled = start.every((code) => code > 0);
  if (isDoubled && start.join() === goal.join()) return 0;
  // Else the least of cost + 2φ + cost over the exits of both sides.
  const distances = exits(from, start).flatMap((first) =>
    exits(to, goal).map((last) => first.cost + 2 * starDistance(first.codes, last.codes) + last.cost),
  );
  return Math.min(...distances);
}

/**
 * A split vertex, an arrangement of the labels 1…r and the blank 0 on r + 1 places, and its distance from the
 * point.
 */
type Exit = Readonly<{ codes: readonly number[]; cost: number }>;

/** The exits of a point, by the cases of "The subspaces that hold a point". */
function exits(point: Units, coarsest: readonly number[]): Exit[] {
  // Some unit's incoming vector is not a w_t: one split subspace holds the point, with the blank there.
  if (coarsest.includes(0)) return [{ codes: coarsest, cost: 0 }];
  // Else two units share a label t. The blank takes the place of either, at once if that one is silent.
  const lastOf = new Map(coarsest.map((code, place) => [code, place]));
  const shared = coarsest.find((code, place) => lastOf.get(code) !== place);
  const places = [...coarsest.keys()].filter((place) => coarsest[place] === shared);
  return places.map((blank) => ({
    codes: coarsest.map((code, place) => (place === blank ? 0 : code)),
    cost: isSilent(entry(point, blank)) ? 0 : 1,
  }));
}

/**
 * φ = n' + c' − 2b: the steps between arrangements x and y of r + 1 symbols, of which 0 changes places with
 * any other.
 */
function starDistance(x: readonly number[], y: readonly number[]): number {
  const placesInY: number[] = [];
  for (const [place, symbol] of y.entries()) placesInY[symbol] = place;
  // π sends each place to the place where y has the symbol that x has there.
  const permutation = x.map((symbol) => entry(placesInY, symbol));
  const movedPlaces = new Set<number>();
  let cycles = 0;
  for (const [start, image] of permutation.entries()) {
    if (image === start || movedPlaces.has(start)) continue;
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
