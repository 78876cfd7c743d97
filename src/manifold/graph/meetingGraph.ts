import { DisjointSets } from "../../combinatorics/disjointSets.js";
import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";

/**
 * Receives how much of some work is done.
 *
 * @example new IntersectionGraph(1, 3).diameter((done, total) => done <= total) === 2
 */
export type ReportProgress = (done: number, total: number) => void;

export const ignore: ReportProgress = () => undefined;

/**
 * A graph of subspaces with an edge where two meet, as adjacency lists in typed arrays. It knows vertices by
 * their numbers only.
 *
 * @example new IntersectionGraph(2, 3).componentCount() === 1
 */
export class MeetingGraph {
  private readonly offsets: Uint32Array;
  private readonly targets: Uint32Array;

  /**
   * @param size the numbers of vertices and of edges, known beforehand.
   * @param forEachNeighbour visits the neighbours of a vertex.
   * @param progress receives how many of all vertices have their neighbours.
   * @throws RangeError if the lists don't have the length that the size predicts.
   */
  constructor(
    size: IntersectionGraphSize,
    forEachNeighbour: (vertex: number, visit: (neighbour: number) => void) => void,
    progress: ReportProgress,
  ) {
    const listed = Number(size.vertices);
    this.offsets = new Uint32Array(listed + 1);
    this.targets = new Uint32Array(Number(2n * size.edges));
    let end = 0;
    const visit = (neighbour: number): void => {
      this.targets[end++] = neighbour;
    };
    for (let vertex = 0; vertex < listed; vertex += 1) {
      forEachNeighbour(vertex, visit);
      this.offsets[vertex + 1] = end;
      if (vertex % 256 === 0) progress(vertex, listed);
    }
    if (end !== this.targets.length) {
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
   * A pair of vertices at the largest distance from one of some vertices to any; undefined if some pair has
   * no path. That distance is the diameter if each vertex is the image of one of these under an automorphism.
   */
  farthest(sources: readonly number[], progress: ReportProgress = ignore): FarthestPair | undefined {
    requireArguments({ "size[]": { sources } });
    let largest: FarthestPair = { from: 0, to: 0, distance: 0 };
    for (const [index, from] of sources.entries()) {
      progress(index, sources.length);
      for (const [to, distance] of this.distancesFrom(from).entries()) {
        if (distance < 0) return undefined;
        if (distance > largest.distance) largest = { from, to, distance };
      }
    }
    return largest;
  }
}

/**
 * Two vertices and their distance in edges.
 *
 * @example new IntersectionGraph(1, 2).farthest([0, 1])?.distance === 2
 */
export interface FarthestPair {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
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

/** The size of a graph from its orbits under automorphisms: all of an orbit have the same degree. */
export function sizeByOrbits(
  orbits: readonly { readonly size: bigint; readonly degree: () => number }[],
  progress: ReportProgress,
): IntersectionGraphSize {
  const degrees = new Map<number, bigint>();
  let vertices = 0n;
  let ends = 0n;
  for (const [index, orbit] of orbits.entries()) {
    progress(index, orbits.length);
    const { size } = orbit;
    const degree = orbit.degree();
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
