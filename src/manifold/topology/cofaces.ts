import { type ChainComplex, cellAt, cellCount } from "./chainComplex.js";

/** For each cell the cells that have it as a facet, in the layout of {@link ChainComplex.facets}. */
export interface Cofaces {
  readonly offsets: Uint32Array;
  readonly cells: Uint32Array;
}

/** Lists the cofaces of all cells. */
export function cofacesOf(complex: ChainComplex): Cofaces {
  const { offsets, facets } = complex;
  const size = cellCount(complex);
  const ends = new Uint32Array(size + 1);
  for (const facet of facets) ends[facet + 1] = cellAt(ends, facet + 1) + 1;
  for (let cell = 0; cell < size; cell += 1) ends[cell + 1] = cellAt(ends, cell + 1) + cellAt(ends, cell);
  const next = ends.slice();
  const cells = new Uint32Array(facets.length);
  for (let cell = 0; cell < size; cell += 1) {
    const stop = cellAt(offsets, cell + 1);
    for (let at = cellAt(offsets, cell); at < stop; at += 1) {
      const facet = cellAt(facets, at);
      const place = cellAt(next, facet);
      cells[place] = cell;
      next[facet] = place + 1;
    }
  }
  return { offsets: ends, cells };
}
