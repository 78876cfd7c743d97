import { type Units, coarsestCodes, isSilent } from "./network.js";

/**
 * The least distance, in the intersection graph for m = r + 1, between a subspace that holds `from` and one that
 * holds `to`; both have the measure of theta. SPEC.md, "The star rule", has the proof. Linear time.
 */
export function subspaceDistance(from: Units, to: Units, theta: Units): number {
  const [start, goal] = [coarsestCodes(from, theta), coarsestCodes(to, theta)];
  // A doubled subspace that holds both: the one case in which neither exit is taken.
  if (start.every((code, neuron) => code > 0 && code === goal[neuron])) return 0;
  const ways = exits(from, start).flatMap((first) =>
    exits(to, goal).map((last) => first.steps + 2 * starDistance(first.codes, last.codes) + last.steps),
  );
  return Math.min(...ways);
}

/**
 * The fully split subspaces at most one step from those that hold the point. A unit off the support of the measure
 * is the zero block. Else two units share a label and either may become the zero block: at once if it is silent, else
 * by way of the doubled subspace.
 */
function exits(point: Units, codes: readonly number[]): { codes: readonly number[]; steps: number }[] {
  if (codes.includes(0)) return [{ codes, steps: 0 }];
  const last = new Map(codes.map((code, neuron) => [code, neuron]));
  const first = codes.findIndex((code, neuron) => last.get(code) !== neuron);
  return [first, last.get(codes[first] ?? 0) ?? first].map((blank) => ({
    codes: codes.map((code, neuron) => (neuron === blank ? 0 : code)),
    steps: point.slice(blank, blank + 1).every(isSilent) ? 0 : 1,
  }));
}

/** Steps between arrangements of r + 1 symbols, of which 0 changes places with any other. */
function starDistance(x: readonly number[], y: readonly number[]): number {
  const place = new Map(y.map((symbol, at) => [symbol, at]));
  const seen = new Set<number>();
  let cycles = 0;
  x.forEach((symbol, start) => {
    if (symbol === y[start] || seen.has(start)) return;
    cycles += 1;
    for (let at = start; !seen.has(at); at = place.get(x[at] ?? 0) ?? start) seen.add(at);
  });
  return seen.size + cycles - (x.indexOf(0) === y.indexOf(0) ? 0 : 2);
}
