import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Polyline } from "./polyline.js";

/**
 * One segment, by what is different from before.
 *
 * @example shortestPath(theta, from, from)?.path.segments === 0
 */
export interface Step {
  /** Codes of the segment's partition that differ from those of the segment before; all m of them at first. */
  readonly codes: readonly (readonly [index: number, code: number])[];
  /** Units that have other weights at the end of the segment than at its start. */
  readonly units: readonly (readonly [index: number, unit: Unit])[];
}

/**
 * A polyline in Θ_{r→m}(θ^r), told segment by segment: wide networks have paths of hundreds of thousands of
 * points that differ in two units from one to the next, which no memory holds in full.
 *
 * @example shortestPath(theta, from, to)?.path.list().points.length === 4
 */
export class ManifoldPath {
  /**
   * @param r width of θ^r.
   * @param from the first point.
   * @param segments how many steps there are.
   * @param steps tells them, each time from the first.
   */
  constructor(
    readonly r: number,
    readonly from: TwoLayerNetwork,
    readonly segments: number,
    readonly steps: () => Iterable<Step>,
  ) {}

  /** The path with the given points and partitions. */
  static through({ points, partitions }: Polyline): ManifoldPath {
    const [from] = points;
    if (from === undefined || points.length !== partitions.length + 1) {
      throw new RangeError(`${points.length} points and ${partitions.length} segments`);
    }
    return new ManifoldPath(partitions[0]?.r ?? 0, from, partitions.length, () =>
      partitions.map((partition, segment) => ({
        codes: changes(partitions[segment - 1]?.codes, partition.codes),
        units: changes(points[segment]?.units, points[segment + 1]?.units ?? []),
      })),
    );
  }

  /**
   * All points and partitions, segment by segment in one array each: (segments + 1)·m units.
   *
   * @throws RangeError if the steps are not as many as the segments.
   */
  list(): Polyline {
    const units = [...this.from.units];
    const codes = units.map(() => 0);
    const points = [this.from];
    const partitions: LabelledPartition[] = [];
    for (const step of this.steps()) {
      for (const [index, code] of step.codes) codes[index] = code;
      for (const [index, unit] of step.units) units[index] = unit;
      partitions.push(LabelledPartition.of(codes, this.r));
      points.push(twoLayerNetwork(this.from.inputDimension, this.from.outputDimension, [...units]));
    }
    if (partitions.length !== this.segments) {
      throw new RangeError(`${partitions.length} steps of a path of ${this.segments} segments`);
    }
    return { points, partitions };
  }
}

function changes<Entry>(
  before: readonly Entry[] | undefined,
  after: readonly Entry[],
): (readonly [number, Entry])[] {
  return after.flatMap((entry, unit) =>
    before === undefined || before[unit] !== entry ? [[unit, entry] as const] : [],
  );
}
