import { requireArguments } from "../../exact/plainJavaScript.js";
import { CodeIndex } from "../../combinatorics/partitions/codeIndex.js";
import { forEachLabelledPartition } from "../../combinatorics/partitions/forEachLabelledPartition.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { orbitRepresentative, orbitSize, orbits } from "../../combinatorics/partitions/orbits.js";
import {
  type IntersectionGraphSize,
  type ReportProgress,
  MeetingGraph,
  ignore,
  sizeByOrbits,
} from "./meetingGraph.js";
import { forEachNeighbour } from "./neighbours.js";

/**
 * The intersection graph of Θ_{r→m}: a vertex for each of the T(r,m) subspaces, an edge where two meet (Fig.
 * 4 draws it for m = r + 1). Θ is connected if and only if the graph is.
 *
 * Stored as adjacency lists in typed arrays, see `intersectionGraphBytes`. Vertices are numbered in
 * canonical order of their partitions.
 *
 * @example new IntersectionGraph(2, 3).diameter() === 6 // Fig. 4b: a 12-cycle
 * @example new IntersectionGraph(1, 2).partitionAt(0).key === "1,1"
 */
export class IntersectionGraph extends MeetingGraph {
  private readonly index: CodeIndex;
  /** The codes of all vertices, one after the other. */
  private readonly codes: Int8Array;

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
    const index = new CodeIndex(r, m);
    const codes = new Int8Array(index.size * m);
    let listed = 0;
    forEachLabelledPartition(r, m, (next) => {
      codes.set(next, m * listed++);
    });
    if (BigInt(listed) !== size.vertices)
      throw new RangeError(`built ${listed} vertices, expected ${size.vertices}`);
    const forEach = (vertex: number, visit: (neighbour: number) => void): void => {
      const partition = LabelledPartition.of(codes.subarray(m * vertex, m * (vertex + 1)), r);
      forEachNeighbour(partition, (other) => {
        visit(index.indexOf(other));
      });
    };
    super(size, forEach, progress);
    this.index = index;
    this.codes = codes;
  }

  /** The vertex of a partition. @throws RangeError if its sizes are not those of the graph. */
  vertexOf(partition: LabelledPartition): number {
    requireArguments({ partition: { partition } });
    if (partition.r !== this.r || partition.m !== this.m) {
      throw new RangeError(
        `[${partition.key}] has sizes (${partition.r}, ${partition.m}), the graph (${this.r}, ${this.m})`,
      );
    }
    return this.index.indexOf(new Int32Array(partition.codes));
  }

  /** The partition of a vertex. @throws RangeError if there is none. */
  partitionAt(vertex: number): LabelledPartition {
    if (!(vertex >= 0 && vertex < this.vertexCount)) {
      throw new RangeError(`no vertex ${vertex} among ${this.vertexCount}`);
    }
    return LabelledPartition.of(this.codes.subarray(this.m * vertex, this.m * (vertex + 1)), this.r);
  }

  /** A vertex of each orbit under S_m × S_r, whose relabellings are automorphisms of the graph. */
  orbitVertices(): number[] {
    return [...orbits(this.r, this.m)].map((orbit) => this.vertexOf(orbitRepresentative(orbit)));
  }

  /** The largest distance between two vertices, null if some pair has no path. */
  diameter(progress: ReportProgress = ignore): number | null {
    return this.farthest(this.orbitVertices(), progress)?.distance ?? null;
  }

  /** The sizes r and m of the graph. */
  override toString(): string {
    return `intersection graph of r = ${this.r}, m = ${this.m}`;
  }

  /** Its form in JSON: the sizes, which determine all the rest. */
  toJSON(): { readonly r: number; readonly m: number } {
    return { r: this.r, m: this.m };
  }
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
  const all = [...orbits(r, m)].map((orbit) => ({
    size: orbitSize(orbit),
    degree: (): number => {
      let degree = 0;
      forEachNeighbour(orbitRepresentative(orbit), () => {
        degree += 1;
      });
      return degree;
    },
  }));
  return sizeByOrbits(all, progress);
}
