import { entry, lastEntry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import {
  forEachPartialSurjection,
  partialSurjectionCount,
} from "../../combinatorics/counts/partialSurjections.js";
import { type ChainComplex, cellAt, startsOf } from "./chainComplex.js";

/** Codes of cells are numbers of 32 bits. */
const CODES = 4_294_967_296;

/** The number of a missing cell: complexes have fewer cells. */
const NO_CELL = CODES - 1;

/**
 * X_{r,m}, a regular cell complex to which Θ_{r→m}(θ^r) is homotopy equivalent (claim ext-topology,
 * proofs/topology.md): a cell ∏_t Δ(g⁻¹(t)), a product of simplices, for each surjective partial map g : [m]
 * ⇀ [r]; its facets are g without one unit of a block that has others. Its vertices are the ways to place the
 * minimal network in m slots, and it is the r-fold pairwise deleted product of the simplex on [m], whose
 * connectivity Bárány, Shlosman and Szűcs studied ("On a topological generalization of a theorem of
 * Tverberg", J. London Math. Soc. 23, 1981).
 *
 * Cells are numbered by dimension |dom g| − r, and within one by the code of g, its values as digits in base
 * r + 1.
 *
 * @example new PlacementComplex(2, 3).starts.join() === "0,6,12" // a circle of 6 edges
 */
export class PlacementComplex implements ChainComplex {
  readonly starts: readonly number[];
  readonly offsets: Uint32Array;
  readonly facets: Uint32Array;
  readonly incidences: Int16Array;
  /** The values of all cells' maps, one cell after the other. */
  private readonly maps: Uint8Array;
  private readonly codes: Uint32Array;
  /** The value of each unit's digit. */
  private readonly weights: readonly number[];

  /**
   * @param r number of labels, 1 ≤ r ≤ m.
   * @param m number of units.
   * @param progress receives how many of all cells have their facets.
   * @param images g, how many images each label has: 2 if units may be mirrored. Then maps have values 1…g·r,
   *   and t, t + r, … are in one block.
   * @throws RangeError if codes don't fit 32 bits, or if there are not as many cells as expected.
   */
  constructor(
    readonly r: number,
    readonly m: number,
    progress: (done: number, total: number) => void = () => undefined,
    readonly images = 1,
  ) {
    requireArguments({ size: { images } });
    if (!(r >= 1 && r <= m && images >= 1 && fitsCodes(images * r, m)))
      throw new RangeError(`there is no complex for (r, m) = (${r}, ${m}), images = ${images}`);
    this.weights = Array.from({ length: m }, (_, i) => power(images * r + 1, m - 1 - i));
    const { starts, facetCount } = sizesOf(r, m, images);
    const size = lastEntry(starts);
    if (BigInt(size) !== partialSurjectionCount(r, m, images)) throw new RangeError(`${size} cells`);
    this.starts = starts;
    this.maps = new Uint8Array(size * m);
    this.codes = new Uint32Array(size);
    this.offsets = new Uint32Array(size + 1);
    this.facets = new Uint32Array(facetCount);
    this.incidences = new Int16Array(facetCount);
    const next = [...starts];
    const list = (map: Uint8Array): void => {
      const d = domainSize(map) - r;
      const cell = entry(next, d);
      next[d] = cell + 1;
      this.maps.set(map, cell * m);
      this.codes[cell] = this.codeOf(map);
    };
    forEachPartialSurjection(r, m, list, images);
    for (let cell = 0, end = 0; cell < size; cell += 1) {
      end = this.writeFacets(cell, end);
      this.offsets[cell + 1] = end;
      if (cell % 4096 === 0) progress(cell, size);
    }
  }

  /** The map g of a cell: m labels, 0 for undefined. A view; don't write to it. */
  mapOf(cell: number): Uint8Array {
    return this.maps.subarray(cell * this.m, (cell + 1) * this.m);
  }

  /**
   * The cell of a map.
   *
   * @throws RangeError if the map is not a surjective partial map.
   */
  cellOf(map: Uint8Array): number {
    const d = domainSize(map) - this.r;
    const cell = map.length === this.m ? this.find(this.codeOf(map), d) : undefined;
    if (cell === undefined) throw new RangeError(`[${map.join()}] is not the map of a cell`);
    return cell;
  }

  private codeOf(map: Uint8Array): number {
    let code = 0;
    map.forEach((label, i) => (code += this.weightOf(i) * label));
    return code;
  }

  private weightOf(unit: number): number {
    const weight = this.weights[unit];
    if (weight === undefined) throw new RangeError(`no neuron ${unit} among ${this.m}`);
    return weight;
  }

  /** The cell of dimension d with a code, by halving; undefined if there is none. */
  private find(code: number, d: number): number | undefined {
    if (d < 0 || d > this.m - this.r) return undefined;
    const end = entry(this.starts, d + 1);
    let [low, high] = [entry(this.starts, d), end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cellAt(this.codes, middle) < code) low = middle + 1;
      else high = middle;
    }
    return low < end && this.codes[low] === code ? low : undefined;
  }

  /**
   * Orients products by the labels in order: the p-th unit of block t goes with sign (−1)^(dimensions before
   * t, plus p).
   */
  private writeFacets(cell: number, start: number): number {
    const [map, code] = [this.mapOf(cell), cellAt(this.codes, cell)];
    const d = domainSize(map) - this.r;
    let [end, before] = [start, 0];
    for (let label = 1; label <= this.r; label += 1) {
      const first = end;
      map.forEach((value, i) => {
        if (value === 0 || (value - label) % this.r !== 0) return;
        const facet = this.find(code - value * this.weightOf(i), d - 1);
        // The only unit of a block can't be left out; the code below removes this entry. NO_CELL is used
        // nowhere else.
        this.facets[end] = facet ?? NO_CELL;
        this.incidences[end] = (before + end - first) % 2 === 0 ? 1 : -1;
        end += 1;
      });
      if (end - first === 1) end = first;
      else before += end - first - 1;
    }
    return end;
  }

  /** The sizes r and m of the complex, and the number of images if there are several. */
  toString(): string {
    const images = this.images === 1 ? "" : `, ${this.images} images of each label`;
    return `placement complex of r = ${this.r}, m = ${this.m}${images}`;
  }

  /** Its form in JSON: the sizes, which determine all the rest. */
  toJSON(): { readonly r: number; readonly m: number; readonly images?: number } {
    return { r: this.r, m: this.m, ...(this.images === 1 ? {} : { images: this.images }) };
  }
}

/**
 * Bytes that the complex and its homology take at most: for a cell its map, its facets and some lists, for a
 * facet two ends.
 */
export function placementComplexBytes(r: number, m: number, images = 1): bigint {
  return partialSurjectionCount(r, m, images) * BigInt(14 * m + 96);
}

/** The block of a label 1…g·r, the one of 1…r that it is an image of. */
export function blockOf(label: number, r: number): number {
  return 1 + ((label - 1) % r);
}

/** Whether the cells' codes fit, for this many values. */
export function fitsCodes(r: number, m: number): boolean {
  let codes = 1;
  for (let i = 0; i < m && codes <= CODES; i += 1) codes *= r + 1;
  return codes <= CODES;
}

function power(base: number, exponent: number): number {
  let value = 1;
  for (let i = 0; i < exponent; i += 1) value *= base;
  return value;
}

function domainSize(map: Uint8Array): number {
  let size = 0;
  for (const label of map) if (label !== 0) size += 1;
  return size;
}

/** Where the cells of each dimension start, and how many facets all have together. */
function sizesOf(r: number, m: number, images: number): { starts: number[]; facetCount: number } {
  const counts = new Array<number>(m - r + 1).fill(0);
  let facetCount = 0;
  const count = (map: Uint8Array): void => {
    const size = domainSize(map);
    counts[size - r] = entry(counts, size - r) + 1;
    const blocks = new Uint8Array(r + 1);
    map.forEach((label) => {
      const block = label > r ? blockOf(label, r) : label;
      blocks[block] = blocks[block] === 0 ? 1 : 2;
    });
    map.forEach((label) => (facetCount += label > 0 && blocks[blockOf(label, r)] === 2 ? 1 : 0));
  };
  forEachPartialSurjection(r, m, count, images);
  return { starts: startsOf(counts), facetCount };
}
