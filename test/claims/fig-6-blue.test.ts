import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import {
  type ExcessCase,
  RECORDED,
  checkExcess,
  checkStart,
  claim,
  excess,
  excessBound,
  excessTable,
} from "../../src/claims/fig-6-blue.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { refuses, visits } from "./checks.js";

/** r* = 4: G(3, 5) = 150 of the first level, 30 + 1 of the others; G(3, 6) = 540, 62 + 1. */
const found: ExcessCase = { r: 4, m: 5, here: rational(31n, 150n), next: rational(63n, 540n) };

describe("the excess", () => {
  test("is what counts by hand say", () => {
    expect(excess(4, 5).equals(found.here)).toBe(true);
    expect(excess(4, 6).equals(found.next)).toBe(true);
  });

  refuses(checkExcess, found, [
    ["a level more", { here: rational(32n, 150n) }, "another excess at r* = 4, m = 5"],
    ["a rise", { next: rational(1n) }, "the excess does not decrease at r* = 4, m = 5"],
    ["a halt", { next: found.here }, "the excess does not decrease at r* = 4, m = 5"],
  ]);

  test("has a bound where s·q^m < 1", () => {
    expect(excessBound(4, 2)).toBeUndefined();
    // 2·2^5/(3^5 − 3·2^5) = 64/147.
    expect(excessBound(4, 5)?.toFraction()).toBe("64/147");
  });
});

describe("where the higher levels fall below a share", () => {
  test.each(RECORDED.map((start) => [start.start, start] as const))("is m = %i", (_, start) => {
    expect(checkStart(start)).toBeUndefined();
    expect(checkStart({ ...start, start: start.start - 1 })).toMatch(/^not below/);
    expect(checkStart({ ...start, start: start.start + 1 })).toMatch(/^below/);
  });

  test("is not believed if they rise again before the bound rules that out", () => {
    const rises: typeof excess = (r, m) => (m === 60 ? rational(2n) : excess(r, m));
    expect(checkStart(entry(RECORDED, 0), rises)).toBe("not below 1 of the first level at m = 60");
  });

  test("is after the crossings of Figure 6", () => {
    expect(excessTable().rows).toContainEqual(["37", "6346"]);
    expect(excessTable().rows).toContainEqual(["42", "1685"]);
  });
});

visits(claim, { excess: 510, starts: 4 });
