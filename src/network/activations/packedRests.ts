import { entry } from "../../exact/entry.js";
import { bitLength, commonDenominator, magnitude } from "../../exact/numbers/integer.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Place, restOf } from "./place.js";
import type { Side, Sums } from "./sums.js";

/** A side for a class's units, and what it leaves, as {@link packedRests} writes vectors. */
export interface Choice {
  readonly side: Side;
  readonly rest: bigint;
}

/** Vectors as integers. */
export interface PackedRests {
  readonly start: bigint;
  /** For every class both sides, the preferred one first. */
  readonly choices: readonly (readonly Choice[])[];
}

/**
 * What each class leaves on either side, A⁻ ⊗ q on that of w and ±A⁺ ⊗ q on that of −w ({@link restOf}), with
 * every vector written as one integer: its coordinates, over one denominator, are the digits. So a sum of
 * vectors is a sum of integers, and A ⊗ q a product. The base is more than twice what any coordinate of a sum
 * can be, so that different sums of such vectors have different integers.
 *
 * @param start of the dimension of A ⊗ q.
 */
export function packedRests(classes: readonly Sums[], start: RationalVector, place: Place): PackedRests {
  const rests = classes.map(({ direction }) => restOf(direction, place));
  const outgoing = classes.flatMap(({ plus, minus }) => [plus, minus]);
  const [ofOutgoing, ofRests] = [outgoing, rests].map((vectors) =>
    commonDenominator(vectors.map(({ denominator }) => denominator)),
  ) as [bigint, bigint];
  const left = outgoing.map((vector) => scaled(vector, ofOutgoing * start.denominator));
  const right = rests.map((vector) => scaled(vector, ofRests));
  const first = scaled(start, ofOutgoing * ofRests * start.denominator);
  const bound = left.reduce(
    (sum, digits, index) => sum + largest(digits) * largest(entry(right, index >> 1)),
    largest(first),
  );
  const bits = bitLength(2n * bound);
  const isOdd = place.symmetry.parity === "odd";
  const choices = classes.map((sums, index): Choice[] => {
    const digits = entry(right, index);
    const [rest, width] = [packed(digits, bits), bits * digits.length];
    const [plus, minus] = [0, 1].map((part) => packed(entry(left, 2 * index + part), width) * rest) as [
      bigint,
      bigint,
    ];
    const onPlus: Choice = { side: 1, rest: minus };
    const onMinus: Choice = { side: -1, rest: isOdd ? plus : -plus };
    return sums.plus.isZero() ? [onMinus, onPlus] : [onPlus, onMinus];
  });
  return { start: packed(first, bits), choices };
}

/** The vector times a multiple of its denominator. */
function scaled({ numerators, denominator }: RationalVector, factor: bigint): bigint[] {
  return numerators.map((numerator) => numerator * (factor / denominator));
}

function largest(digits: readonly bigint[]): bigint {
  return digits.map(magnitude).reduce((most, digit) => (digit > most ? digit : most), 0n);
}

/** Σ digits[i]·2^(bits·i). */
function packed(digits: readonly bigint[], bits: number): bigint {
  return digits.reduceRight((sum, digit) => (sum << BigInt(bits)) + digit, 0n);
}
