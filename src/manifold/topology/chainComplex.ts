/**
 * A chain complex of free abelian groups with chosen bases, such as that of a regular cell complex: cells of all dimensions
 * are numbered through, those of dimension d from `starts[d]` to `starts[d + 1] − 1`, and the boundary of a cell is a
 * combination of cells one dimension below, its facets.
 *
 * @example chainComplexOf([[[], []], [[[0, -1], [1, 1]]]]).starts // [0, 2, 3]
 */
export interface ChainComplex {
  /** One more than there are dimensions; the last is the number of cells. */
  readonly starts: readonly number[];
  /** The facets of cell c stand at `offsets[c]` to `offsets[c + 1] − 1` of `facets`. */
  readonly offsets: Uint32Array;
  readonly facets: Uint32Array;
  /** Their coefficients in the boundary of c, beside them; none is 0. */
  readonly incidences: Int16Array;
}

/**
 * A facet and its incidence number.
 *
 * @example chainComplexOf([[[], []], [[[0, -1], [1, 1]]]]).facets.length === 2
 */
export type Facet = readonly [cell: number, incidence: number];

/** Largest size of an incidence number: sums of products of two stay far below 2^53. */
const LARGEST = 32767;

/**
 * The complex whose cells are listed dimension by dimension, each by its facets, which are numbered within their own dimension.
 *
 * @param dimensions for d = 0, 1, …: the cells of dimension d. Vertices have no facets.
 * @throws RangeError on a facet that isn't there or is listed twice, an incidence of 0 or of more than 32767, or ∂∂ ≠ 0.
 * @example chainComplexOf([[[], []], [[[0, -1], [1, 1]]]]).starts // [0, 2, 3]
 */
export function chainComplexOf(dimensions: readonly (readonly (readonly Facet[])[])[]): ChainComplex {
  const starts = [0];
  for (const cells of dimensions) starts.push((starts.at(-1) ?? 0) + cells.length);
  const all = dimensions.flatMap((cells, d) =>
    cells.map((facets) => facets.map(([cell, incidence]): Facet => [(starts[d - 1] ?? 0) + cell, incidence])),
  );
  const offsets = new Uint32Array(all.length + 1);
  all.forEach((facets, cell) => {
    offsets[cell + 1] = (offsets[cell] ?? 0) + facets.length;
  });
  const flat = all.flat();
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
 * Requires facets to be of the dimension below, and the boundary of every boundary to be 0: what every algorithm on
 * complexes takes for granted.
 *
 * @throws RangeError naming a cell where it isn't so.
 */
export function requireComplex({ starts, offsets, facets, incidences }: ChainComplex): void {
  const sums = new Array<number>(facets.length === 0 ? 0 : (starts.at(-1) ?? 0)).fill(0);
  const last = new Int32Array(sums.length).fill(-1);
  for (let d = 0; d + 1 < starts.length; d += 1) {
    const [low, high] = [starts[d - 1] ?? 0, starts[d] ?? 0];
    for (let cell = high; cell < (starts[d + 1] ?? 0); cell += 1) {
      const touched: number[] = [];
      for (let at = offsets[cell] ?? 0; at < (offsets[cell + 1] ?? 0); at += 1) {
        const facet = facets[at] ?? 0;
        if (d === 0 || facet < low || facet >= high || last[facet] === cell)
          throw new RangeError(`cell ${cell} of dimension ${d} has no facet ${facet}, or has it twice`);
        last[facet] = cell;
        for (let below = offsets[facet] ?? 0; below < (offsets[facet + 1] ?? 0); below += 1) {
          const ridge = facets[below] ?? 0;
          touched.push(ridge);
          sums[ridge] = (sums[ridge] ?? 0) + (incidences[at] ?? 0) * (incidences[below] ?? 0);
        }
      }
      for (const ridge of touched) {
        if (sums[ridge] !== 0)
          throw new RangeError(`∂∂ of cell ${cell} of dimension ${d} is not 0 at cell ${ridge}`);
      }
    }
  }
}

/**
 * χ, the alternating sum of the numbers of cells.
 *
 * @example eulerCharacteristicOf(chainComplexOf([[[], []], [[[0, -1], [1, 1]]]])) === 1
 */
export function eulerCharacteristicOf({ starts }: ChainComplex): number {
  return starts.slice(1).reduce((sum, end, d) => sum + (d % 2 === 0 ? 1 : -1) * (end - (starts[d] ?? 0)), 0);
}
