import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

/** Three lists of shares β: in each block equal ones, the first alone, and with negative ones. */
export function sampleBetas(surjection: LabelledPartition): Rational[][] {
  const kinds: ((size: number, place: number) => Rational)[] = [
    (size) => rational(1n, BigInt(size)),
    (_, place) => rational(place === 0 ? 1n : 0n),
    (size, place) => (place === 0 ? rational(2n * BigInt(size) - 1n) : rational(-2n)),
  ];
  return kinds.map((weigh) => {
    const beta = new Array<Rational>(surjection.m).fill(rational(0n));
    for (const members of surjection.labelledBlocks)
      members.forEach((member, place) => (beta[member] = weigh(members.length, place)));
    return beta;
  });
}
