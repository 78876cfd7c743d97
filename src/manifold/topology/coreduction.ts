import { type AcyclicMatching, CRITICAL } from "./acyclicMatching.js";
import { type ChainComplex, cellAt, cellCount, incidenceAt } from "./chainComplex.js";
import { type Cofaces, cofacesOf } from "./cofaces.js";

/**
 * A matching of a complex made greedily by coreductions: a cell that has one facet left, in which its
 * incidence is ±1, goes together with that facet; where there is none, a cell of least dimension goes alone
 * and is critical. (Mrozek and Batko, "Coreduction homology algorithm", Discrete Comput. Geom. 41, 2009.) It
 * uses only the incidence numbers of the complex. Linear time.
 *
 * @param progress receives now and then how many of all cells are removed.
 * @throws RangeError if some cells can't be removed, which doesn't happen in a complex.
 * @example [...coreductions(chainComplexOf([[[], []], [[[0, -1], [1, 1]]]])).mates] // [-1, 2, 1]
 */
export function coreductions(
  complex: ChainComplex,
  progress: (done: number, total: number) => void = () => undefined,
): AcyclicMatching {
  return new Coreduction(complex).run(progress);
}

class Coreduction {
  private readonly cofaces: Cofaces;
  private readonly mates: Int32Array;
  private readonly order: Uint32Array;
  /** For each cell, how many of its facets are left. */
  private readonly facetsLeft: Uint32Array;
  private readonly isRemoved: Uint8Array;
  private removedCount = 0;
  /** Cells that had one facet left when they were added; each is added once. */
  private readonly queue: Uint32Array;
  private head = 0;
  private tail = 0;

  constructor(private readonly complex: ChainComplex) {
    const size = cellCount(complex);
    this.cofaces = cofacesOf(complex);
    this.mates = new Int32Array(size).fill(CRITICAL);
    this.order = new Uint32Array(size);
    this.isRemoved = new Uint8Array(size);
    const { offsets } = complex;
    this.facetsLeft = Uint32Array.from(
      { length: size },
      (_, cell) => cellAt(offsets, cell + 1) - cellAt(offsets, cell),
    );
    this.queue = new Uint32Array(size);
    this.facetsLeft.forEach((count, cell) => {
      if (count === 1) this.enqueue(cell);
    });
  }

  run(progress: (done: number, total: number) => void): AcyclicMatching {
    // Cells are numbered by dimension, so the first that is left has no facet left.
    for (let cell = 0; cell < this.order.length; cell += 1) {
      this.match();
      if (cell % 4096 === 0) progress(this.removedCount, this.order.length);
      if (this.isRemoved[cell] === 0) this.remove(cell);
    }
    if (this.removedCount !== this.order.length)
      throw new RangeError(`${this.removedCount} cells of ${this.order.length}`);
    return { mates: this.mates, order: this.order };
  }

  private match(): void {
    // First in, first out: the opposite order leaves many more cells critical.
    while (this.head < this.tail) {
      const cell = cellAt(this.queue, this.head);
      this.head += 1;
      if (this.isRemoved[cell] !== 0 || this.facetsLeft[cell] !== 1) continue;
      const { offsets, facets, incidences } = this.complex;
      let at = cellAt(offsets, cell);
      while (this.isRemoved[cellAt(facets, at)] !== 0) at += 1;
      const facet = cellAt(facets, at);
      if (Math.abs(incidenceAt(incidences, at)) !== 1) continue;
      this.mates[cell] = facet;
      this.mates[facet] = cell;
      this.remove(facet);
      this.remove(cell);
    }
  }

  private remove(cell: number): void {
    this.isRemoved[cell] = 1;
    this.order[this.removedCount] = cell;
    this.removedCount += 1;
    const { offsets, cells } = this.cofaces;
    const stop = cellAt(offsets, cell + 1);
    for (let at = cellAt(offsets, cell); at < stop; at += 1) {
      const above = cellAt(cells, at);
      const rest = cellAt(this.facetsLeft, above) - 1;
      this.facetsLeft[above] = rest;
      if (rest === 1) this.enqueue(above);
    }
  }

  private enqueue(cell: number): void {
    this.queue[this.tail] = cell;
    this.tail += 1;
  }
}
