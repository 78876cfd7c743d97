import { describe, expect, it } from "vitest";
import { factorial } from "../../../src/combinatorics/counts/factorial.js";
import { permutations } from "../../../src/combinatorics/partitions/permutations.js";

describe("permutations", () => {
  it("of three elements are in lexicographic order", () => {
    expect([...permutations(3)].join(" ")).toBe("0,1,2 0,2,1 1,0,2 1,2,0 2,0,1 2,1,0");
  });

  it("of nothing are one, the empty one", () => {
    expect([...permutations(0)]).toEqual([[]]);
    expect([...permutations(1)]).toEqual([[0]]);
  });

  it("are size! different orders of 0…size−1, each after the one before", () => {
    for (let size = 0; size <= 6; size += 1) {
      const identity = Array.from({ length: size }, (_, index) => index);
      const lists = [...permutations(size)];
      expect(BigInt(lists.length)).toBe(factorial(size));
      const words = lists.map((images) => images.join(""));
      // Digits of equal number compare as the lists do.
      words.slice(1).forEach((word, index) => {
        expect(word > (words[index] ?? word)).toBe(true);
      });
      for (const images of lists) expect([...images].sort((a, b) => a - b)).toEqual(identity);
    }
  });
});
