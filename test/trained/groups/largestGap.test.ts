import { describe, expect, it } from "vitest";
import { formatRational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { largestGap } from "../../../src/trained/groups/largestGap.js";
import { MOST_POINTS, nearestOthers } from "../../../src/trained/groups/nearPairs.js";

const gap = (distances: string, size: string): string =>
  formatRational(largestGap(distances.split(" ").map(parseRational), parseRational(size)));

describe("largestGap", () => {
  it("is about halfway up the largest quotient of neighbours", () => {
    expect(gap("1/1000000 1/1000000 1/2 1", "2")).toBe("8/15625");
    expect(gap("1/1024 1", "1")).toBe("1/32");
  });

  it("lies below the size if all are close", () => {
    expect(gap("1/65536 1/65536", "1")).toBe("1/256");
  });

  it("is 0 without a gap: of a factor below 16, above 1/64 of the size, or below what doubles resolve", () => {
    expect(gap("1/8 1/2 1", "2")).toBe("0");
    expect(gap("1/100 1/7", "1/7")).toBe("0");
    expect(gap("1/2 20 30", "30")).toBe("0");
    const tiny = rational(1n, 1n << 80n);
    expect(formatRational(largestGap([tiny, rational(1n, 1n << 55n), rational(1n)], rational(1n)))).toBe(
      formatRational(rational(1n << 26n, 1n << 53n)),
    );
  });
});

describe("nearestOthers", () => {
  const points = ["1 2", "5 5", "-1 -2", "1 3"].map((row) => RationalVector.parse(...row.split(" ")));

  it("are exact, with mirror images or without", () => {
    const told = (isMirrored: boolean): [number, string][] =>
      nearestOthers(points, isMirrored).map(({ other, distance }) => [other, formatRational(distance)]);
    expect(told(false)).toEqual([
      [3, "1"],
      [0, "4"],
      [0, "4"],
      [0, "1"],
    ]);
    expect(told(true).map(([, distance]) => distance)).toEqual(["0", "4", "0", "1"]);
    expect(nearestOthers(points.slice(1, 2), true)).toEqual([]);
  });

  it("are refused for more points than all pairs allow", () => {
    const many = Array.from({ length: MOST_POINTS + 1 }, () => RationalVector.parse("1"));
    expect(() => nearestOthers(many, false)).toThrow("a layer has 6001 neurons");
  });
});
