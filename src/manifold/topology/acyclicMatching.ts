import { type ChainComplex, between, cellAt, cellCount } from "./chainComplex.js";
import { cofacesOf } from "./cofaces.js";

/** The entry of {@link AcyclicMatching.mates} for a cell without a partner. */
export const CRITICAL = -1;

/**
 * An acyclic matching of cells with facets of these cells.
 *
 * @example [...placementMatching(new PlacementComplex(2, 2)).order] // [0, 1]
 */
export interface AcyclicMatching {
  /** For each cell its partner, or `CRITICAL`. */
  readonly mates: Int32Array;
  /**
   * All cells, those of a pair one after the other, the lower one first, so that every facet of a cell comes
   * before it: a complex built in this order grows by a critical cell, or by a pair of which one is a free
   * face of the other.
   */
  readonly order: Uint32Array;
}

/**
 * Requires each cell once, partners one after the other, the first a facet of the second, and all other
 * facets of a cell before it.
 *
 * @throws RangeError that names a cell for which this fails.
 */
export function requireAcyclic(complex: ChainComplex, { mates, order }: AcyclicMatching): void {
  const size = cellCount(complex);
  if (order.length !== size || mates.length !== size) throw new RangeError(`not an order of ${size} cells`);
  const isPlaced = new Uint8Array(size);
  let lower = CRITICAL;
  for (const cell of order) {
    if (isPlaced[cell] !== 0) throw new RangeError(`cell ${cell} appears twice, or is not a cell`);
    const facets = between(complex.offsets, complex.facets, cell);
    const isCoface = facets.includes(lower);
    const early = facets.find((facet) => isPlaced[facet] !== 1);
    if (early !== undefined) throw new RangeError(`cell ${cell} comes before its facet ${early}`);
    isPlaced[cell] = 1;
    const mate = mateOf(mates, cell);
    if (lower !== CRITICAL && !(isCoface && mate === lower && mates[lower] === cell))
      throw new RangeError(`cell ${cell} is not the partner of ${lower}, which comes before it`);
    lower = lower === CRITICAL ? (mate === CRITICAL ? CRITICAL : cell) : CRITICAL;
  }
  if (lower !== CRITICAL) throw new RangeError(`cell ${lower} comes without its partner`);
}

/**
 * Finds an order that proves a matching acyclic: a pair or a critical cell comes once all its other facets
 * have come, those with lower numbers first.
 *
 * @param mates for each cell its partner, or `CRITICAL`.
 * @throws RangeError if there is none, since the matching has a cycle or pairs a cell with a cell that isn't
 *   a facet.
 */
export function acyclicMatching(complex: ChainComplex, mates: Int32Array): AcyclicMatching {
  const size = cellCount(complex);
  const cofaces = cofacesOf(complex);
  const partner = (cell: number): number => mateOf(mates, cell);
  /** A pair has the number of its lower cell. */
  const stepOf = (cell: number): number =>
    partner(cell) === CRITICAL ? cell : Math.min(cell, partner(cell));
  const missing = new Uint32Array(size);
  for (let cell = 0; cell < size; cell += 1) {
    const step = stepOf(cell);
    for (const facet of between(complex.offsets, complex.facets, cell)) {
      if (stepOf(facet) !== step) missing[step] = cellAt(missing, step) + 1;
    }
  }
  const order: number[] = [];
  const ready: number[] = [];
  for (let cell = 0; cell < size; cell += 1)
    if (stepOf(cell) === cell && missing[cell] === 0) ready.push(cell);
  for (const step of ready) {
    const cells = partner(step) === CRITICAL ? [step] : [step, partner(step)];
    order.push(...cells);
    for (const cell of cells) {
      for (const above of between(cofaces.offsets, cofaces.cells, cell)) {
        const next = stepOf(above);
        if (next === step) continue;
        const rest = cellAt(missing, next) - 1;
        missing[next] = rest;
        if (rest === 0) ready.push(next);
      }
    }
  }
  if (order.length !== size)
    throw new RangeError(`a cycle, or not a matching: only ${order.length} of ${size} cells can be ordered`);
  const matching = { mates, order: Uint32Array.from(order) };
  requireAcyclic(complex, matching);
  return matching;
}

/**
 * The partner of a cell, or `CRITICAL`.
 *
 * @throws RangeError if there is no such cell.
 */
export function mateOf(mates: Int32Array, cell: number): number {
  const mate = mates[cell];
  if (mate === undefined) throw new RangeError(`no cell ${cell} among ${mates.length}`);
  return mate;
}
