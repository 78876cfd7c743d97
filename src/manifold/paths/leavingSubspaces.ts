import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { unitClasses } from "../subspaces/unitClasses.js";

/** Subspaces that hold a point. */
export interface LeavingSubspaces {
  /** At least one. */
  readonly partitions: readonly LabelledPartition[];
  /** Whether every subspace that meets one that holds the point meets one of these. */
  readonly complete: boolean;
}

/**
 * Of the subspaces that hold a point, those that a shortest way need begin in.
 *
 * Units of a block share their incoming vector, so each class of equal incoming vectors is split on its own,
 * into one part of sum a_t if the class sits at w_t, and parts of sum zero. Units with vanishing outgoing
 * vector could go anywhere, in as many ways as there are set partitions. But let Q meet P. The chains of
 * blocks that link the labels of P and Q (see {@link BLOCKS_BETWEEN} in searchSide.ts) use at most two units of a zero block
 * of P and one of a labelled one; a silent unit that they don't use can be split off, and P still holds the
 * point and meets Q. Of a zero block that they use at two silent units, all others can be split off, and at
 * one, all other silent ones. So each part of units that are not silent needs at most one silent unit with it,
 * and other silent units are alone or in pairs.
 *
 * @param theta an irreducible network of width r.
 * @param point a point of Θ_{r→m}(θ^r).
 * @param limit of partial choices looked at; beyond, what was found, not complete.
 */
export function leavingSubspaces(
  theta: TwoLayerNetwork,
  point: TwoLayerNetwork,
  limit: number,
): LeavingSubspaces {
  const choices = new Choices(theta, point, limit);
  const partitions = [...choices.partitions()];
  if (choices.complete) return { partitions, complete: true };
  return { partitions: [coarsestSubspace(theta, point), ...partitions], complete: false };
}

/**
 * The subspace that holds a point and has one block for each class of equal incoming vectors: the one that every
 * point has, in one pass.
 */
export function coarsestSubspace(theta: TwoLayerNetwork, point: TwoLayerNetwork): LabelledPartition {
  const { labels, classes } = unitClasses(theta, point);
  const codes = Array.from(labels, (label, unit) => (label > 0 ? label : 0 - (classes[unit] ?? 0)));
  return LabelledPartition.canonical(codes, theta.units.length);
}

/** Units that share a block. */
interface Part {
  readonly members: readonly number[];
  readonly labelled: boolean;
  /** Whether it takes no further silent unit. */
  readonly closed: boolean;
}

/** Units of one incoming vector, the label that sits there, or 0, and the sum its part is to have. */
interface UnitClass {
  readonly label: number;
  readonly mass: RationalVector | undefined;
  readonly silent: number[];
  readonly speaking: number[];
}

/** All choices of parts, class by class. */
class Choices {
  complete = true;
  private readonly list: readonly UnitClass[];
  private readonly codes: number[];
  private spent = 0;

  constructor(
    private readonly theta: TwoLayerNetwork,
    private readonly point: TwoLayerNetwork,
    private readonly limit: number,
  ) {
    const { labels, classes, classCount } = unitClasses(theta, point);
    const list = Array.from({ length: classCount }, (_, number): UnitClass => {
      const label = labels[classes.indexOf(number)] ?? 0;
      return { label, mass: theta.units[label - 1]?.outgoing, silent: [], speaking: [] };
    });
    point.units.forEach(({ outgoing }, index) => {
      const unitClass = list[classes[index] ?? 0];
      (outgoing.isZero() ? unitClass?.silent : unitClass?.speaking)?.push(index);
    });
    this.list = list;
    this.codes = point.units.map(() => 0);
  }

  *partitions(position = 0, zeroBlocks = 0): Generator<LabelledPartition> {
    const current = this.list[position];
    if (current === undefined) {
      yield LabelledPartition.canonical(this.codes, this.theta.units.length);
      return;
    }
    for (const speaking of this.splits(current.speaking, current.mass)) {
      for (const parts of this.withSilent(speaking, current.silent)) {
        let zeros = zeroBlocks;
        for (const { members, labelled } of parts) {
          const code = labelled ? current.label : 0 - zeros++;
          for (const member of members) this.codes[member] = code;
        }
        yield* this.partitions(position + 1, zeros);
      }
    }
  }

  /** Parts of sum zero, and one of sum `mass` if given; the part of the first unit is chosen first. */
  private *splits(units: readonly number[], mass: RationalVector | undefined): Generator<Part[]> {
    const [first, ...others] = units;
    if (first === undefined) {
      if (mass === undefined) yield [];
      return;
    }
    for (const [members, sum] of this.subsets(others, [first], this.outgoing(first))) {
      const labelled = mass !== undefined && sum.equals(mass);
      if (!labelled && !sum.isZero()) continue;
      const rest = others.filter((unit) => !members.includes(unit));
      for (const parts of this.splits(rest, labelled ? undefined : mass)) {
        yield [{ members, labelled, closed: false }, ...parts];
      }
    }
  }

  /** What some of the units make with those chosen, and the sum of it. */
  private *subsets(
    units: readonly number[],
    chosen: readonly number[],
    sum: RationalVector,
  ): Generator<readonly [readonly number[], RationalVector]> {
    if (!this.spend()) return;
    const [first, ...others] = units;
    if (first === undefined) {
      yield [chosen, sum];
      return;
    }
    yield* this.subsets(others, chosen, sum);
    yield* this.subsets(others, [...chosen, first], sum.plus(this.outgoing(first)));
  }

  /** Each silent unit alone, in a pair, or with a part that has none yet. */
  private *withSilent(parts: readonly Part[], silent: readonly number[]): Generator<readonly Part[]> {
    if (!this.spend()) return;
    const [first, ...others] = silent;
    if (first === undefined) {
      yield parts;
      return;
    }
    const closed = (members: readonly number[], labelled = false): Part => ({
      members,
      labelled,
      closed: true,
    });
    yield* this.withSilent([...parts, closed([first])], others);
    for (const other of others) {
      const rest = others.filter((unit) => unit !== other);
      yield* this.withSilent([...parts, closed([first, other])], rest);
    }
    for (const part of parts.filter((candidate) => !candidate.closed)) {
      const joined = closed([...part.members, first], part.labelled);
      const rest = parts.filter((candidate) => candidate !== part);
      yield* this.withSilent([...rest, joined], others);
    }
  }

  private outgoing(unit: number): RationalVector {
    return this.point.units[unit]?.outgoing ?? RationalVector.zero(this.theta.outputDimension);
  }

  private spend(): boolean {
    this.spent += 1;
    if (this.spent > this.limit) this.complete = false;
    return this.complete;
  }
}
