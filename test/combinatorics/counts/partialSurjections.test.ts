import { describe, expect, it } from "vitest";
import {
  forEachPartialSurjection,
  partialSurjectionCount,
} from "../../../src/combinatorics/counts/partialSurjections.js";

function listed(r: number, m: number): string[] {
  const words: string[] = [];
  expect(forEachPartialSurjection(r, m, (map) => words.push(map.join("")))).toBe(words.length);
  return words;
}

/** All m-digit numbers in base r + 1 in which each of 1 … r occurs. */
function filtered(r: number, m: number): string[] {
  let words = [""];
  for (let i = 0; i < m; i += 1)
    words = words.flatMap((word) => Array.from({ length: r + 1 }, (_, label) => `${word}${label}`));
  return words.filter((word) =>
    Array.from({ length: r }, (_, t) => t + 1).every((t) => word.includes(`${t}`)),
  );
}

describe("surjective partial maps", () => {
  it("are visited once each, in order, as many as counted", () => {
    for (let m = 0; m <= 6; m += 1) {
      for (let r = 0; r <= m + 1; r += 1) {
        const words = listed(r, m);
        expect(words).toEqual(filtered(r, m));
        expect(BigInt(words.length)).toBe(partialSurjectionCount(r, m));
      }
    }
  });

  it("are as many as known at larger sizes", () => {
    expect(partialSurjectionCount(4, 8)).toBe(166_824n);
    expect(partialSurjectionCount(3, 9)).toBe(204_630n);
    expect(partialSurjectionCount(2, 11)).toBe(173_052n);
    expect(forEachPartialSurjection(3, 9, () => undefined)).toBe(204_630);
  });
});
