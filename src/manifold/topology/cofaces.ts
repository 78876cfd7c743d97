import type { ChainComplex } from "./chainComplex.js";

/** For each cell those that it is a facet of, laid out like {@link ChainComplex.facets}. */
export interface Cofaces {
  readonly offsets: Uint32Array;
  readonly cells: Uint32Array;
}

/** Lists the cofaces of all cells. */
export function cofacesOf({ starts, offsets, facets }: ChainComplex): Cofaces {
  const size = starts.at(-1) ?? 0;
  const ends = new Uint32Array(size + 1);
  for (const facet of facets) ends[facet + 1] = (ends[facet + 1] ?? 0) + 1;
  for (let cell = 0; cell < size; cell += 1) ends[cell + 1] = (ends[cell + 1] ?? 0) + (ends[cell] ?? 0);
  const next = ends.slice();
  const cells = new Uint32Array(facets.length);
  for (let cell = 0; cell < size; cell += 1) {
    for (let at = offsets[cell] ?? 0; at < (offsets[cell + 1] ?? 0); at += 1) {
      const facet = facets[at] ?? 0;
      cells[next[facet] ?? 0] = cell;
      next[facet] = (next[facet] ?? 0) + 1;
    }
  }
  return { offsets: ends, cells };
}
