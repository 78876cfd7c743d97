import { describe, expect, it } from "vitest";
import { seededIntegers } from "../../src/network/seededIntegers.js";

const firsts = (seeds: readonly number[], purpose: string, most: number): number[] =>
  seeds.map((seed) => seededIntegers(seed, purpose)(0, most));

const MULTIPLES = Array.from({ length: 400 }, (_, index) => 5 * index);

describe("seededIntegers", () => {
  it("repeats itself, and keeps within its bounds", () => {
    const [one, other] = [seededIntegers(7, "die"), seededIntegers(7, "die")];
    const throws = Array.from({ length: 1000 }, () => one(1, 6));
    expect(Array.from({ length: 1000 }, () => other(1, 6))).toEqual(throws);
    expect([...new Set(throws)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([2, 3, 5, 7])(
    "does not begin alike for seeds in a row or that are multiples of five: modulo %d",
    (most) => {
      for (const seeds of [
        MULTIPLES,
        MULTIPLES.map((seed) => seed / 5),
        MULTIPLES.map((seed) => 2 ** 20 * seed),
      ]) {
        const counts = new Map<number, number>();
        for (const value of firsts(seeds, "die", most - 1)) counts.set(value, (counts.get(value) ?? 0) + 1);
        expect(counts.size).toBe(most);
        // 400 throws: five standard deviations from the mean, 5·√(400·p(1−p)).
        for (const count of counts.values())
          expect(Math.abs(count - 400 / most)).toBeLessThan(5 * Math.sqrt((400 * (most - 1)) / most ** 2));
      }
    },
  );

  it("gives other purposes other numbers from the same seed", () => {
    const numbers = ["a", "b", "ab", "ba", ""].map((purpose) =>
      firsts([1, 2, 3], purpose, 2 ** 31 - 1).join(),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("tells apart seeds beyond 32 bits and below 0", () => {
    const numbers = firsts([0, -1, 2 ** 32, 2 ** 32 - 1, 2 ** 40], "die", 2 ** 31 - 1);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("refuses fractions", () => {
    expect(() => seededIntegers(0.5, "die")).toThrow(RangeError);
  });
});
