import { entry } from "../../exact/entry.js";
import { type ChainComplex, cellAt, incidenceAt } from "./chainComplex.js";
import { type AcyclicMatching, CRITICAL, mateOf, requireAcyclic } from "./acyclicMatching.js";

/** A combination of cells: their coefficients, none of them 0. */
export type Chain = ReadonlyMap<number, bigint>;

/** The complex of the critical cells of an acyclic matching. It has the homology of the whole one. */
export interface MorseComplex {
  /** For each dimension the critical cells, in order. */
  readonly critical: readonly (readonly number[])[];
  /** The boundary of each critical cell, a combination of critical cells one dimension below. */
  readonly boundaryOf: (cell: number) => Chain;
}

/**
 * The Morse complex of an acyclic matching (Forman, "Morse theory for cell complexes", Adv. Math. 134, 1998,
 * section 8; for chain complexes with bases: Sköldberg, "Morse theory from an algebraic viewpoint", Trans.
 * AMS 358, 2006). The boundary of a critical cell is carried along gradient paths down to critical cells: a
 * facet σ that is matched with τ above it is replaced by −[τ:σ]·∂τ without σ, and one that is matched below
 * by 0.
 *
 * @throws RangeError if the order does not prove the matching acyclic, or an incidence in it isn't ±1.
 */
export function morseComplex(complex: ChainComplex, matching: AcyclicMatching): MorseComplex {
  const { starts, offsets } = complex;
  requireAcyclic(complex, matching);
  const critical = starts.slice(1).map((end, d) => {
    const cells: number[] = [];
    for (let cell = entry(starts, d); cell < end; cell += 1) {
      if (matching.mates[cell] === CRITICAL) cells.push(cell);
    }
    return cells;
  });
  const criticalChains = new Map<number, Chain>();
  // If no cell here, or none one dimension above, is critical, there is nothing to carry.
  const isNeeded = critical.map(
    (cells, d) => cells.length > 0 && d + 1 < critical.length && entry(critical, d + 1).length > 0,
  );
  const dimensionOf = (cell: number): number => starts.findIndex((start) => cell < start) - 1;
  for (const cell of matching.order) {
    const mate = mateOf(matching.mates, cell);
    if (mate === CRITICAL || mate < cell) continue;
    const incidence = incidenceOf(complex, mate, cell);
    if (isNeeded[dimensionOf(cell)] === true)
      criticalChains.set(cell, combined(complex, matching, criticalChains, mate, cell, -incidence));
  }
  return {
    critical,
    boundaryOf: (cell) => {
      const isFree = offsets[cell] === offsets[cell + 1] || isNeeded[dimensionOf(cell) - 1] !== true;
      return isFree ? new Map() : combined(complex, matching, criticalChains, cell, undefined, 1n);
    },
  };
}

/** A multiple of the boundary of a cell, without one of its facets, carried down to critical cells. */
function combined(
  { offsets, facets, incidences }: ChainComplex,
  { mates }: AcyclicMatching,
  criticalChains: ReadonlyMap<number, Chain>,
  cell: number,
  without: number | undefined,
  multiple: bigint,
): Chain {
  const sum = new Map<number, bigint>();
  const add = (critical: number, coefficient: bigint): void => {
    // A tally: a missing cell counts 0.
    const value = (sum.get(critical) ?? 0n) + coefficient;
    if (value === 0n) sum.delete(critical);
    else sum.set(critical, value);
  };
  const stop = cellAt(offsets, cell + 1);
  for (let at = cellAt(offsets, cell); at < stop; at += 1) {
    const facet = cellAt(facets, at);
    if (facet === without) continue;
    const coefficient = multiple * BigInt(incidenceAt(incidences, at));
    if (mates[facet] === CRITICAL) add(facet, coefficient);
    // A cell that is matched with one of its facets is not in `criticalChains`: it counts 0.
    else {
      criticalChains.get(facet)?.forEach((share, critical) => {
        add(critical, coefficient * share);
      });
    }
  }
  return sum;
}

function incidenceOf({ offsets, facets, incidences }: ChainComplex, cell: number, facet: number): bigint {
  const at = facets.indexOf(facet, cellAt(offsets, cell));
  const isFacet = at >= 0 && at < cellAt(offsets, cell + 1);
  const incidence = isFacet ? incidenceAt(incidences, at) : 0;
  if (Math.abs(incidence) !== 1)
    throw new RangeError(`cell ${cell} is matched with ${facet}, incidence ${incidence}`);
  return BigInt(incidence);
}
