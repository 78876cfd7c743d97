import { requireArguments } from "../../exact/plainJavaScript.js";
import { repetitionFactor } from "../compositions.js";
import { factorial } from "../counts/factorial.js";
import { integerPartitions } from "../integerPartitions.js";
import { LabelledPartition } from "./labelledPartition.js";
import { multinomial } from "../counts/multinomial.js";
import { requireSize } from "../requireSize.js";

/**
 * Orbits of the labelled partitions under S_m × S_r, which permutes units and labels. A claim that both
 * permutations leave unchanged needs only one representative of each orbit: dozens instead of millions.
 *
 * An orbit is named by two multisets: the sizes of the labelled blocks and those of the zero blocks.
 *
 * @example orbitOf(LabelledPartition.of([1, 0, 1], 1)) // { labelledSizes: [2], zeroSizes: [1] }
 */
export interface Orbit {
  /** Sizes of the r labelled blocks, descending. */
  readonly labelledSizes: readonly number[];
  /** Sizes of the zero blocks, descending. */
  readonly zeroSizes: readonly number[];
}

/**
 * All orbits, each once, those with the most units in labelled blocks first. Their {@link orbitSize}s add up
 * to T(r,m).
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example [...orbits(1, 2)]
 * // [{ labelledSizes: [2], zeroSizes: [] }, { labelledSizes: [1], zeroSizes: [1] }]
 */
export function* orbits(r: number, m: number): Generator<Orbit, void, undefined> {
  requireSize("r", r);
  requireSize("m", m);
  for (let labelled = m; labelled >= r; labelled--) {
    for (const labelledSizes of integerPartitions(labelled, r)) {
      for (const zeroSizes of integerPartitions(m - labelled)) yield { labelledSizes, zeroSizes };
    }
  }
}

/**
 * The orbit that a labelled partition lies in: the sizes of its blocks, each list descending.
 *
 * @example orbitOf(LabelledPartition.of([2, 1, 0, 2], 2)) // { labelledSizes: [2, 1], zeroSizes: [1] }
 */
export function orbitOf(partition: LabelledPartition): Orbit {
  requireArguments({ partition: { partition } });
  return {
    labelledSizes: descendingSizes(partition.labelledBlocks),
    zeroSizes: descendingSizes(partition.zeroBlocks),
  };
}

/**
 * The labelled partition that represents an orbit: blocks of consecutive units, labels 1…r first, sizes
 * descending.
 *
 * @param orbit sizes are positive safe integers.
 * @example orbitRepresentative({ labelledSizes: [2, 1], zeroSizes: [2] }).codes // [1, 1, 2, 0, 0]
 */
export function orbitRepresentative(orbit: Orbit): LabelledPartition {
  requireArguments({ "{ labelledSizes, zeroSizes }": { orbit } });
  const labelled = orbit.labelledSizes.flatMap((size, label) => new Array<number>(size).fill(label + 1));
  const zero = orbit.zeroSizes.flatMap((size, block) => new Array<number>(size).fill(0 - block));
  return LabelledPartition.of([...labelled, ...zero], orbit.labelledSizes.length);
}

/**
 * The number of labelled partitions in an orbit: the number of ways to give the sizes to the labels, times
 * the size `unitOrbitSize` of an orbit under S_m alone.
 *
 * @throws RangeError if a size is not a nonnegative safe integer.
 * @example orbitSize({ labelledSizes: [2, 1], zeroSizes: [] }) === 6n
 */
export function orbitSize(orbit: Orbit): bigint {
  requireArguments({ "{ labelledSizes, zeroSizes }": { orbit } });
  const handings = factorial(orbit.labelledSizes.length) / repetitionFactor(orbit.labelledSizes);
  return handings * unitOrbitSize(orbit);
}

/**
 * The size of an orbit under S_m alone, where label t has `labelledSizes[t − 1]` units, in any order of
 * sizes: m!/∏(sizes!), divided by the number of rearrangements of zero blocks of equal size. Summed over the
 * lists of sizes this is the formula of Theorem 3.1.
 *
 * @example unitOrbitSize({ labelledSizes: [1], zeroSizes: [1, 1] }) === 3n
 */
export function unitOrbitSize({ labelledSizes, zeroSizes }: Orbit): bigint {
  return multinomial([...labelledSizes, ...zeroSizes]) / repetitionFactor(zeroSizes);
}

/** The sizes of blocks, descending. */
export function descendingSizes(blocks: readonly (readonly number[])[]): number[] {
  return blocks.map((block) => block.length).sort((a, b) => b - a);
}
