import { requireArguments } from "../../exact/plainJavaScript.js";
import { entry, lastEntry } from "../../exact/entry.js";

/**
 * A chain complex of free abelian groups with chosen bases, such as that of a regular cell complex: cells of
 * all dimensions are numbered consecutively, those of dimension d from `starts[d]` to `starts[d + 1] − 1`,
 * and the boundary of a cell is a combination of cells one dimension below, its facets.
 *
 * @example chainComplexOf([[[], []], [[[0, -1], [1, 1]]]]).starts // [0, 2, 3]
 */
export interface ChainComplex {
  /** One more than there are dimensions; the last is the number of cells. */
  readonly starts: readonly number[];
  /** The facets of cell c are the entries `offsets[c]` to `offsets[c + 1] − 1` of `facets`. */
  readonly offsets: Uint32Array;
  readonly facets: Uint32Array;
  /** The coefficients of these cells in the boundary of c, in their order; none is 0. */
  readonly incidences: Int16Array;
}

/**
 * A facet and its incidence number.
 *
 * @example chainComplexOf([[[], []], [[[0, -1], [1, 1]]]]).facets.length === 2
 */
export type Facet = readonly [cell: number, incidence: number];

/** The largest absolute value of an incidence number: sums of products of two stay far below 2^53. */
const LARGEST = 32767;

/**
 * The complex whose cells are listed dimension by dimension, each by its facets, which are numbered within
 * their own dimension.
 *
 * @param dimensions for d = 0, 1, …: the cells of dimension d. Vertices have no facets.
 * @throws RangeError on a facet that doesn't exist or is listed twice, an incidence of 0 or of more than
 *   32767 in size, or ∂∂ ≠ 0.
 * @example chainComplexOf([[[], []], [[[0, -1], [1, 1]]]]).starts // [0, 2, 3]
 */
export function chainComplexOf(dimensions: readonly (readonly (readonly Facet[])[])[]): ChainComplex {
  requireArguments({ "cells[]": { dimensions } });
  const starts = startsOf(dimensions.map(({ length }) => length));
  const cellFacets = dimensions.flatMap((cells, d) => {
    const below = startBelow(starts, d);
    return cells.map((facets) => facets.map(([cell, incidence]): Facet => [below + cell, incidence]));
  });
  const offsets = new Uint32Array(cellFacets.length + 1);
  let end = 0;
  cellFacets.forEach((facets, cell) => {
    end += facets.length;
    offsets[cell + 1] = end;
  });
  const flat = cellFacets.flat();
  for (const [, incidence] of flat) {
    if (!Number.isInteger(incidence) || incidence === 0 || Math.abs(incidence) > LARGEST)
      throw new RangeError(`an incidence number of ${incidence}`);
  }
  const complex = {
    starts,
    offsets,
    facets: Uint32Array.from(flat, ([cell]) => cell),
    incidences: Int16Array.from(flat, ([, incidence]) => incidence),
  };
  requireComplex(complex);
  return complex;
}

/**
 * Requires facets to be of the dimension below, and the boundary of every boundary to be 0. Every algorithm
 * on complexes relies on this.
 *
 * @throws RangeError that names a cell for which this fails.
 */
export function requireComplex(complex: ChainComplex): void {
  requireArguments({ complex: { complex } });
  const { starts, offsets, facets, incidences } = complex;
  const sums = new Array<number>(facets.length === 0 ? 0 : cellCount(complex)).fill(0);
  const last = new Int32Array(sums.length).fill(-1);
  for (let d = 0; d + 1 < starts.length; d += 1) {
    const [low, high, end] = [startBelow(starts, d), entry(starts, d), entry(starts, d + 1)];
    for (let cell = high; cell < end; cell += 1) {
      const ridges: number[] = [];
      const stop = cellAt(offsets, cell + 1);
      for (let at = cellAt(offsets, cell); at < stop; at += 1) {
        const facet = cellAt(facets, at);
        const incidence = incidenceAt(incidences, at);
        if (d === 0 || facet < low || facet >= high || last[facet] === cell)
          throw new RangeError(
            `cell ${cell} of dimension ${d} does not have facet ${facet}, or has it twice`,
          );
        last[facet] = cell;
        const belowStop = cellAt(offsets, facet + 1);
        for (let below = cellAt(offsets, facet); below < belowStop; below += 1) {
          const ridge = cellAt(facets, below);
          ridges.push(ridge);
          sums[ridge] = sumAt(sums, ridge) + incidence * incidenceAt(incidences, below);
        }
      }
      for (const ridge of ridges) {
        if (sums[ridge] !== 0)
          throw new RangeError(`∂∂ of cell ${cell} of dimension ${d} is not 0 at cell ${ridge}`);
      }
    }
  }
}

/**
 * The Euler characteristic χ, the alternating sum of the numbers of cells.
 *
 * @example eulerCharacteristicOf(chainComplexOf([[[], []], [[[0, -1], [1, 1]]]])) === 1
 */
export function eulerCharacteristicOf({ starts }: ChainComplex): number {
  return starts.slice(1).reduce((sum, end, d) => sum + (d % 2 === 0 ? 1 : -1) * (end - entry(starts, d)), 0);
}

/** Where the cells of each dimension start, from the numbers of cells, and where the last end. */
export function startsOf(counts: readonly number[]): number[] {
  const starts = [0];
  for (const count of counts) starts.push(lastEntry(starts) + count);
  return starts;
}

/** The number of cells of all dimensions. */
export function cellCount({ starts }: ChainComplex): number {
  return lastEntry(starts);
}

/** Where the cells of the dimension below d start; below the vertices there are none. */
function startBelow(starts: readonly number[], d: number): number {
  return d === 0 ? 0 : entry(starts, d - 1);
}

/** The part of a list that belongs to a cell: from its offset to the next. */
export function between(offsets: Uint32Array, list: Uint32Array, cell: number): Uint32Array {
  return list.subarray(cellAt(offsets, cell), cellAt(offsets, cell + 1));
}

/*
 * These do what `entry` does, each for one kind of list. `entry` is called with lists of every kind, which
 * engines can't make fast; these are called a hundred million times in a row.
 */

/** @throws RangeError if the list has no such entry. */
export function cellAt(list: Uint32Array, index: number): number {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length} cells`);
  return item;
}

/** @throws RangeError if the list has no such entry. */
export function incidenceAt(list: Int16Array, index: number): number {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length} incidences`);
  return item;
}

function sumAt(sums: readonly number[], index: number): number {
  const item = sums[index];
  if (item === undefined) throw new RangeError(`no entry ${index} in a list of ${sums.length} sums`);
  return item;
}
