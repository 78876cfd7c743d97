import fc from "fast-check";
import { entry } from "../../src/exact/entry.js";

/**
 * Surjective partial maps of [m] onto r labels, m values with 0 for undefined: a random placement of all labels, and random values for
 * some of the others, at most `most` mapped in all. With most = r it is a vertex of X_{r,m}.
 */
export function partialSurjection(r: number, m: number, most: number): fc.Arbitrary<number[]> {
  const labels = Array.from({ length: r }, (_, index) => index + 1);
  const others = fc.array(fc.integer({ min: 0, max: r }), { minLength: most - r, maxLength: most - r });
  const places = fc.shuffledSubarray(
    Array.from({ length: m }, (_, index) => index),
    { minLength: most, maxLength: most },
  );
  return fc.tuple(others, places).map(([values, chosen]) => {
    const map = new Array<number>(m).fill(0);
    [...labels, ...values].forEach((value, index) => {
      map[entry(chosen, index)] = value;
    });
    return map;
  });
}
