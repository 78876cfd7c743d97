import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { CodeIndex } from "../../combinatorics/partitions/codeIndex.js";
import { DisjointSets } from "../../combinatorics/disjointSets.js";
import { forEachLabelledPartition } from "../../combinatorics/partitions/forEachLabelledPartition.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { orbitRepresentative, orbitSize, orbits } from "../../combinatorics/partitions/orbits.js";
import { forEachNeighbour } from "./neighbours.js";

/**
 * Receives how much of some work is done.
 *
 * @example new IntersectionGraph(1, 3).diameter((done, total) => done <= total) === 2
 */
export type ReportProgress = (done: number, total: number) => void;

const ignore: ReportProgress = () => undefined;

/**
 * The intersection graph of Θ_{r→m}: a vertex for each of the T(r,m) subspaces, an edge where two meet (Fig.
 * 4 draws it for m = r + 1). Θ is connected if and only if the graph is.
 *
 * Stored as adjacency lists in typed arrays, see `intersectionGraphBytes`. Vertices are numbered in
 * canonical order of their partitions.
 *
 * @example new IntersectionGraph(2, 3).diameter() === 6 // Fig. 4b: a 12-cycle
 */
export class IntersectionGraph {
  private readonly index: CodeIndex;
  /** The codes of all vertices, one after the other. */
  private readonly codes: Int8Array;
  private readonly offsets: Uint32Array;
  private readonly targets: Uint32Array;

  /**
   * @param r number of labels, 0 ≤ r ≤ m.
   * @param m number of units.
   * @param progress receives how many of all vertices have their neighbours.
   * @param size of this graph, if the caller has computed it.
   * @throws RangeError if the lists built don't have the length that the orbits predict.
   */
  constructor(
    readonly r: number,
    readonly m: number,
    progress: ReportProgress = ignore,
    size: IntersectionGraphSize = intersectionGraphSize(r, m),
  ) {
    requireArguments({ "{ vertices, edges }": { size } });
    this.index = new CodeIndex(r, m);
    this.codes = new Int8Array(this.index.size * m);
    this.offsets = new Uint32Array(this.index.size + 1);
    this.targets = new Uint32Array(Number(2n * size.edges));
    let listed = 0;
    forEachLabelledPartition(r, m, (codes) => {
      this.codes.set(codes, m * listed++);
    });
    let end = 0;
    for (let vertex = 0; vertex < listed; vertex += 1) {
      forEachNeighbour(this.partitionAt(vertex), (other) => {
        this.targets[end++] = this.index.indexOf(other);
      });
      this.offsets[vertex + 1] = end;
      if (vertex % 256 === 0) progress(vertex, listed);
    }
    if (BigInt(listed) !== size.vertices || end !== this.targets.length) {
      throw new RangeError(
        `built ${listed} vertices and ${end} ends of edges, ` +
          `expected ${size.vertices} and ${this.targets.length}`,
      );
    }
  }

  /** Number of subspaces. */
  get vertexCount(): number {
    return this.offsets.length - 1;
  }

  /** The number of pairs of subspaces that meet. */
  get edgeCount(): bigint {
    return BigInt(this.targets.length) / 2n;
  }

  /** The vertex of a partition. @throws RangeError if its sizes are not those of the graph. */
  vertexOf(partition: LabelledPartition): number {
    requireArguments({ partition: { partition } });
    if (partition.r !== this.r || partition.m !== this.m) {
      throw new RangeError(
        `[${partition.key}] has sizes (${partition.r}, ${partition.m}), the graph (${this.r}, ${this.m})`,
      );
    }
    return this.index.indexOf(Int32Array.from(partition.codes));
  }

  /** The partition of a vertex. @throws RangeError if there is none. */
  partitionAt(vertex: number): LabelledPartition {
    if (!(vertex >= 0 && vertex < this.vertexCount)) {
      throw new RangeError(`no vertex ${vertex} among ${this.vertexCount}`);
    }
    return LabelledPartition.of(this.codes.subarray(this.m * vertex, this.m * (vertex + 1)), this.r);
  }

  /** Vertices that a vertex meets. */
  neighboursOf(vertex: number): Uint32Array {
    return this.targets.subarray(entry(this.offsets, vertex), entry(this.offsets, vertex + 1));
  }

  /**
   * Distances in edges from a vertex, or from the nearest of several, by breadth-first search; −1 if there is
   * no path.
   */
  distancesFrom(...sources: readonly number[]): Int32Array {
    requireArguments({ "size[]": { sources } });
    const distances = new Int32Array(this.vertexCount).fill(-1);
    const queue = new Uint32Array(this.vertexCount);
    let tail = 0;
    for (const source of new Set(sources)) {
      distances[source] = 0;
      queue[tail++] = source;
    }
    // Once all vertices are reached, the rest of the queue adds nothing, so most edges are never visited.
    for (let head = 0; head < tail && tail < queue.length; head += 1) {
      const vertex = entry(queue, head);
      const further = entry(distances, vertex) + 1;
      for (const neighbour of this.neighboursOf(vertex)) {
        if (distances[neighbour] !== -1) continue;
        distances[neighbour] = further;
        queue[tail++] = neighbour;
      }
    }
    return distances;
  }

  /** Number of connected components. */
  componentCount(): number {
    const sets = new DisjointSets(this.vertexCount);
    for (let vertex = 0; vertex < this.vertexCount; vertex += 1) {
      for (const neighbour of this.neighboursOf(vertex))
        if (neighbour < vertex) sets.union(vertex, neighbour);
    }
    return sets.count;
  }

  /**
   * The largest distance between two vertices, null if some pair has no path. Both relabellings of S_m × S_r
   * are automorphisms of the graph, so one source per orbit is enough.
   */
  diameter(progress: ReportProgress = ignore): number | null {
    let largest = 0;
    const sources = [...orbits(this.r, this.m)];
    for (const [index, orbit] of sources.entries()) {
      progress(index, sources.length);
      const distances = this.distancesFrom(this.vertexOf(orbitRepresentative(orbit)));
      for (const distance of distances) {
        if (distance < 0) return null;
        if (distance > largest) largest = distance;
      }
    }
    return largest;
  }

  /** The sizes r and m of the graph. */
  toString(): string {
    return `intersection graph of r = ${this.r}, m = ${this.m}`;
  }

  /** Its form in JSON: the sizes, which determine all the rest. */
  toJSON(): { readonly r: number; readonly m: number } {
    return { r: this.r, m: this.m };
  }
}

/**
 * The size of an intersection graph, computed before the graph is built.
 *
 * @example intersectionGraphSize(2, 3).vertices === 12n
 */
export interface IntersectionGraphSize {
  readonly vertices: bigint;
  readonly edges: bigint;
  /** How many vertices have each degree, by ascending degree. */
  readonly degrees: ReadonlyMap<number, bigint>;
}

/**
 * Counts vertices, edges and degrees from one representative of each orbit under S_m × S_r: all of an orbit
 * have the same degree.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example intersectionGraphSize(2, 3).edges === 12n // Fig. 4b: a 12-cycle
 */
export function intersectionGraphSize(
  r: number,
  m: number,
  progress: ReportProgress = ignore,
): IntersectionGraphSize {
  const degrees = new Map<number, bigint>();
  let vertices = 0n;
  let ends = 0n;
  const all = [...orbits(r, m)];
  for (const [index, orbit] of all.entries()) {
    progress(index, all.length);
    const size = orbitSize(orbit);
    let degree = 0;
    forEachNeighbour(orbitRepresentative(orbit), () => {
      degree += 1;
    });
    // A tally: a degree that no orbit had yet counts 0.
    degrees.set(degree, (degrees.get(degree) ?? 0n) + size);
    vertices += size;
    ends += size * BigInt(degree);
  }
  return speaking({ vertices, edges: ends / 2n, degrees: new Map([...degrees].sort(([a], [b]) => a - b)) });
}

/** Bytes that building and searching a graph of that size takes: 4 per end of an edge, m + 17 per vertex. */
export function intersectionGraphBytes({ vertices, edges }: IntersectionGraphSize, m: number): bigint {
  return 8n * edges + BigInt(m + 17) * vertices;
}
