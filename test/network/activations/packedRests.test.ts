import { expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";
import { packedRests } from "../../../src/network/activations/packedRests.js";
import type { Sums } from "../../../src/network/activations/sums.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";

/** Every choice of sides: the sum of what it leaves, as a vector and as an integer. */
function sumsOf(classes: readonly Sums[], start: RationalVector, name: string): [string, bigint][] {
  const symmetry = parseSymmetry(name);
  const packed = packedRests(classes, start, { symmetry, hasBias: false });
  const q = ({ direction }: Sums): RationalVector =>
    symmetry.slope.equals(0n) ? RationalVector.of([1n]) : direction;
  return Array.from({ length: 2 ** classes.length }, (_, bits) => {
    let [vector, integer] = [start, packed.start];
    classes.forEach((sums, index) => {
      const { side, rest } = entry(entry(packed.choices, index), (bits >> index) % 2);
      const left = side === 1 ? sums.minus : name === "sigmoid" ? sums.plus : sums.plus.negated();
      const outer = left.toRationals().flatMap((a) =>
        q(sums)
          .toRationals()
          .map((w) => a.mul(w)),
      );
      vector = vector.plus(RationalVector.fromRationals(outer));
      integer += rest;
    });
    return [vector.key, integer];
  });
}

it.each(["sigmoid", "softplus"])(
  "%s: sums are equal as integers if and only if they are as vectors",
  (name) => {
    let repeated = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const draw = seededIntegers(seed, "rests");
      const vector = (size: number): RationalVector =>
        RationalVector.of(
          Array.from({ length: size }, () => BigInt(draw(-2, 2))),
          BigInt(draw(1, 3)),
        );
      const classes = Array.from({ length: 5 }, (): Sums => {
        return { direction: vector(2), plus: vector(2), minus: vector(2), firstSide: 1 };
      });
      const sums = sumsOf(classes, vector(name === "sigmoid" ? 2 : 4), name);
      const [vectors, integers] = [new Set(sums.map(([key]) => key)), new Set(sums.map(([, sum]) => sum))];
      expect(integers.size).toBe(vectors.size);
      expect(new Map(sums).size).toBe(new Set(sums.map(([key, sum]) => `${key} ${sum}`)).size);
      for (const [key, sum] of sums) expect(sum === 0n).toBe(ZEROS.has(key));
      if (vectors.size < 32) repeated += 1;
    }
    expect(repeated).toBeGreaterThan(5);
  },
);

const ZEROS = new Set([2, 4].map((size) => RationalVector.zero(size).key));
