import { partitionOfRank } from "../combinatorics/partitions/ranking.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { toNetwork } from "../manifold/subspaces/parameterSpace.js";
import { seededIntegers } from "../network/seededIntegers.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";

/** A prime. No fraction over it is a float32, so every input is rounded. */
const INPUT_DENOMINATOR = 97n;

/** Coordinates on subspaces are p/7 with |p| up to this. */
const COORDINATE = 14;
const COORDINATE_DENOMINATOR = 7n;

/** Random rationals, inputs and points of Γ_P from a seed. */
export class Draws {
  readonly #draw: ReturnType<typeof seededIntegers>;
  readonly #subspaces = new Map<string, ReturnType<typeof gammaSubspace>>();

  /** @param purpose what the numbers are for; each purpose gets its own numbers from a seed. */
  constructor(seed: number, purpose: string) {
    this.#draw = seededIntegers(seed, purpose);
  }

  /** A uniform integer from −bound to bound. */
  integer(bound: number): number {
    return this.#draw(-bound, bound);
  }

  /** p/97 in [−1, 1]. */
  private coordinate(): Rational {
    return rational(BigInt(this.integer(Number(INPUT_DENOMINATOR))), INPUT_DENOMINATOR);
  }

  /** Points of [−1, 1]^dimension. */
  inputs(count: number, dimension: number): RationalVector[] {
    return Array.from({ length: count }, () =>
      RationalVector.fromRationals(Array.from({ length: dimension }, () => this.coordinate())),
    );
  }

  /** One of the labelled partitions of [m] with r labels, each as likely as any other. */
  partition(r: number, m: number): LabelledPartition {
    const count = labelledPartitionCount(r, m);
    // With 64 extra bits the remainder is close to uniform.
    let index = 0n;
    for (let bound = 1n; bound < count << 64n; bound <<= 30n)
      index = (index << 30n) + BigInt(this.#draw(0, 2 ** 30 - 1));
    return partitionOfRank(r, m, index % count);
  }

  /** A point of Γ_P(θ), with coordinates p/7 in [−2, 2]. Subspaces are kept, as they occur again. */
  gammaPoint(theta: TwoLayerNetwork, partition: LabelledPartition): TwoLayerNetwork {
    const subspace = this.#subspaces.get(partition.key) ?? gammaSubspace(theta, partition);
    this.#subspaces.set(partition.key, subspace);
    const { inputDimension, outputDimension } = theta;
    const { base, directions, ambientDimension } = subspace;
    const moves = directions.map((direction) =>
      direction.times(rational(BigInt(this.integer(COORDINATE)), COORDINATE_DENOMINATOR)),
    );
    const point = RationalVector.sum(ambientDimension, [base, ...moves]);
    return toNetwork({ inputDimension, outputDimension, width: partition.m }, point);
  }
}
