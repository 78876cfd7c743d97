import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { counted } from "../../exact/counted.js";
import { entry } from "../../exact/entry.js";
import { type Unit, type TwoLayerNetwork, sameUnit, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * A polyline inside Θ_{r→m}(θ^r): segment i goes from points[i] to points[i+1] and lies in the subspace of
 * partitions[i], which holds both ends.
 *
 * @example shortestPath(theta, from, to)?.path.list().partitions.map((p) => p.key) // ["1,0", "1,1", "0,1"]
 */
export interface Polyline {
  readonly points: readonly TwoLayerNetwork[];
  readonly partitions: readonly LabelledPartition[];
}

/**
 * One segment of a path, by its differences from the segment before.
 *
 * @example shortestPath(theta, from, from)?.path.segments === 0
 */
export interface Step {
  /**
   * Codes of the segment's partition that differ from those of the segment before; all m of them at first.
   */
  readonly codes: readonly (readonly [index: number, code: number])[];
  /** Units that have other weights at the end of the segment than at its start. */
  readonly units: readonly (readonly [index: number, unit: Unit])[];
}

/**
 * A polyline in Θ_{r→m}(θ^r), segment by segment: wide networks have paths of hundreds of thousands of
 * points that differ in two units from one to the next, which no memory holds in full.
 *
 * @example shortestPath(theta, from, to)?.path.list().points.length === 4
 */
export class ManifoldPath {
  /** The partitions, if they are known without the steps. Private, so that no comparison sees it. */
  #partitions: readonly LabelledPartition[] | undefined;

  /**
   * @param r width of θ^r.
   * @param from the first point.
   * @param segments how many steps there are.
   * @param steps gives them, each time from the first.
   */
  constructor(
    readonly r: number,
    readonly from: TwoLayerNetwork,
    readonly segments: number,
    readonly steps: () => Iterable<Step>,
  ) {}

  /**
   * The path with the given points and partitions.
   *
   * @param r width of θ^r.
   * @throws RangeError unless there is one more point than partitions.
   */
  static through(r: number, line: Polyline): ManifoldPath {
    const { points, partitions } = line;
    const [from, ...ends] = points;
    if (from === undefined || ends.length !== partitions.length) {
      throw new RangeError(`${points.length} points and ${partitions.length} segments`);
    }
    return ManifoldPath.along(r, from, partitions, () => ends);
  }

  /**
   * The path with the given partitions whose points are made when they are asked for.
   *
   * @param r width of θ^r.
   * @param from the first point.
   * @param ends makes the end of each segment, each time from the first.
   */
  static along(
    r: number,
    from: TwoLayerNetwork,
    partitions: readonly LabelledPartition[],
    ends: () => Iterable<TwoLayerNetwork>,
  ): ManifoldPath {
    const steps = function* (): Generator<Step> {
      let [before, segment] = [from, 0];
      for (const end of ends()) {
        const { codes } = entry(partitions, segment);
        const units = end.units.flatMap((unit, index) =>
          sameUnit(unit, entry(before.units, index)) ? [] : [[index, unit] as const],
        );
        yield { codes: differences(partitions[segment - 1]?.codes, codes), units };
        before = end;
        segment += 1;
      }
    };
    const path = new ManifoldPath(r, from, partitions.length, steps);
    path.#partitions = partitions;
    return path;
  }

  /**
   * All points and partitions, segment by segment in one array each: (segments + 1)·m units.
   *
   * @throws RangeError if the number of steps differs from the number of segments.
   */
  list(): Polyline {
    const partitions = [...this.partitions()];
    if (partitions.length !== this.segments) {
      throw new RangeError(`${partitions.length} steps of a path of ${this.segments} segments`);
    }
    return { points: [...this.points()], partitions };
  }

  /** All points, each made when it is asked for. Vectors that stay the same are the same objects. */
  *points(): Generator<TwoLayerNetwork> {
    const { inputDimension, outputDimension } = this.from;
    const units = [...this.from.units];
    yield this.from;
    for (const step of this.steps()) {
      for (const [index, unit] of step.units) units[index] = unit;
      yield twoLayerNetwork(inputDimension, outputDimension, [...units]);
    }
  }

  /** The partitions of all segments, each made when it is asked for. */
  *partitions(): Generator<LabelledPartition> {
    if (this.#partitions !== undefined) {
      yield* this.#partitions;
      return;
    }
    const codes = this.from.units.map(() => 0);
    for (const step of this.steps()) {
      for (const [index, code] of step.codes) codes[index] = code;
      yield LabelledPartition.of(codes, this.r);
    }
  }

  /** As in "path of 4 segments, r = 3, m = 5". */
  toString(): string {
    return `path of ${counted(this.segments, "segment")}, r = ${this.r}, m = ${this.from.units.length}`;
  }

  /** All points and partitions, as {@link list} gives them, so it may be as long. */
  toJSON(): Polyline & { readonly r: number; readonly segments: number } {
    return { r: this.r, segments: this.segments, ...this.list() };
  }
}

/** What changes from each list to the next, and before them from a first one, if there is one. */
export function changesAlong<Item>(
  first: readonly Item[] | undefined,
  lists: readonly (readonly Item[])[],
): (readonly [number, Item])[][] {
  let before = first;
  return lists.map((after) => {
    const changed = differences(before, after);
    before = after;
    return changed;
  });
}

/**
 * The entries of a list that differ from those of the list before, with their places; all entries if there
 * was none.
 */
export function differences<Item>(
  before: readonly Item[] | undefined,
  after: readonly Item[],
): (readonly [number, Item])[] {
  return after.flatMap((item, place) => (before?.[place] === item ? [] : [[place, item] as const]));
}

/**
 * The corners of a polyline along subspaces of which each meets the next: one point where each meets the
 * next, each made when it is asked for.
 *
 * @param meet gives a point that two subspaces share, or undefined if they don't meet.
 * @throws RangeError if two consecutive subspaces don't meet.
 */
export function* cornersAlong<Subspace, Point>(
  chain: Iterable<Subspace>,
  meet: (left: Subspace, right: Subspace) => Point | undefined,
): Generator<Point> {
  let before: Subspace | undefined;
  let index = 0;
  for (const subspace of chain) {
    if (before !== undefined) {
      const corner = meet(before, subspace);
      if (corner === undefined) {
        throw new RangeError(`subspaces ${index - 1} and ${index} of a path don't meet`);
      }
      yield corner;
    }
    before = subspace;
    index += 1;
  }
}
