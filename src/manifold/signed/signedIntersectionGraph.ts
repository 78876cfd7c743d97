import type { Parity } from "../../combinatorics/signed/parity.js";
import { signedLabelledPartitions } from "../../combinatorics/signed/signedEnumeration.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import {
  signedOrbitRepresentative,
  signedOrbitSize,
  signedOrbits,
} from "../../combinatorics/signed/signedOrbits.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import {
  type IntersectionGraphSize,
  type ReportProgress,
  MeetingGraph,
  ignore,
  sizeByOrbits,
} from "../graph/meetingGraph.js";
import { SignedIndex } from "./signedIndex.js";
import { forEachSignedNeighbour, lettersOf } from "./signedNeighbours.js";

/**
 * The intersection graph of the subspaces Γ±_P with mirrored units: a vertex for each signed labelled
 * partition, an edge where two meet.
 *
 * @example new SignedIntersectionGraph(1, 2, "odd").diameter() === 6
 */
export class SignedIntersectionGraph extends MeetingGraph {
  private readonly index: SignedIndex;
  /** The letters of all vertices, one after the other. */
  private readonly letters: Int8Array;
  private readonly numbers: ReadonlyMap<number, number>;

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
    readonly parity: Parity,
    progress: ReportProgress = ignore,
    size: IntersectionGraphSize = signedGraphSize(r, m, parity),
  ) {
    requireArguments({ "{ vertices, edges }": { size } });
    const index = new SignedIndex(r, m, parity);
    const letters = new Int8Array(Number(size.vertices) * 2 * m);
    const numbers = new Map<number, number>();
    for (const partition of signedLabelledPartitions(r, m, parity)) {
      const next = lettersOf(partition);
      letters.set(next, 2 * m * numbers.size);
      numbers.set(index.indexOf(next), numbers.size);
    }
    if (BigInt(numbers.size) !== size.vertices)
      throw new RangeError(`built ${numbers.size} vertices, expected ${size.vertices}`);
    const forEach = (vertex: number, visit: (neighbour: number) => void): void => {
      const partition = index.partitionOf(letters.subarray(2 * m * vertex, 2 * m * (vertex + 1)));
      forEachSignedNeighbour(partition, (other) => {
        visit(numberOf(numbers, index.indexOf(other)));
      });
    };
    super(size, forEach, progress);
    this.index = index;
    this.letters = letters;
    this.numbers = numbers;
  }

  /** The vertex of a signed partition. @throws RangeError if the graph has no such vertex. */
  vertexOf(partition: SignedLabelledPartition): number {
    requireArguments({ signedPartition: { partition } });
    const { r, m, parity } = partition;
    if (r !== this.r || m !== this.m || parity !== this.parity) {
      throw new RangeError(`${String(partition)}, ${parity}, is no vertex of the ${String(this)}`);
    }
    return numberOf(this.numbers, this.index.indexOf(lettersOf(partition)));
  }

  /** The signed partition of a vertex. @throws RangeError if there is none. */
  partitionAt(vertex: number): SignedLabelledPartition {
    if (!(vertex >= 0 && vertex < this.vertexCount)) {
      throw new RangeError(`no vertex ${vertex} among ${this.vertexCount}`);
    }
    const { m } = this;
    return this.index.partitionOf(this.letters.subarray(2 * m * vertex, 2 * m * (vertex + 1)));
  }

  /** A vertex of each orbit under the automorphisms that permute and mirror units and labels. */
  orbitVertices(): number[] {
    return [...signedOrbits(this.r, this.m, this.parity)].map((orbit) =>
      this.vertexOf(signedOrbitRepresentative(orbit, this.parity)),
    );
  }

  /** The largest distance between two vertices, null if some pair has no path. */
  diameter(progress: ReportProgress = ignore): number | null {
    return this.farthest(this.orbitVertices(), progress)?.distance ?? null;
  }

  /** The sizes r and m of the graph, and its parity. */
  override toString(): string {
    return `intersection graph of r = ${this.r}, m = ${this.m}, ${this.parity}`;
  }

  /** Its form in JSON: sizes and parity, which determine all the rest. */
  toJSON(): { readonly r: number; readonly m: number; readonly parity: Parity } {
    return { r: this.r, m: this.m, parity: this.parity };
  }
}

function numberOf(numbers: ReadonlyMap<number, number>, key: number): number {
  const number = numbers.get(key);
  if (number === undefined) throw new RangeError("no such vertex");
  return number;
}

/**
 * Counts vertices, edges and degrees from one representative of each orbit.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example signedGraphSize(1, 2, "odd").vertices === 12n
 */
export function signedGraphSize(
  r: number,
  m: number,
  parity: Parity,
  progress: ReportProgress = ignore,
): IntersectionGraphSize {
  const all = [...signedOrbits(r, m, parity)].map((orbit) => ({
    size: signedOrbitSize(orbit),
    degree: (): number => {
      let degree = 0;
      forEachSignedNeighbour(signedOrbitRepresentative(orbit, parity), () => {
        degree += 1;
      });
      return degree;
    },
  }));
  return sizeByOrbits(all, progress);
}
