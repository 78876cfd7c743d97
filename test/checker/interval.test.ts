import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval as Written, enclosing, sigmoid, softplus, times } from "../../src/checker/interval.js";
import { Interval } from "../../src/exact/intervals/interval.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { sigmoid as ownSigmoid } from "../../src/landscape/activations/sigmoid.js";
import { softplus as ownSoftplus } from "../../src/landscape/activations/softplus.js";

const PRECISION = 256;

/** A place, in units of 2^−256: most are small, some are near 0 or far away. */
const place = fc
  .tuple(fc.bigInt(-(1n << 60n), 1n << 60n), fc.constantFrom(0n, 190n, 199n, 204n))
  .map(([n, shift]) => n << shift);

const own = ({ lo, hi }: Written): Interval => Interval.of(lo, hi, PRECISION);

describe("the checker's intervals", () => {
  it.each([
    ["sigmoid", sigmoid, ownSigmoid],
    ["softplus", softplus, ownSoftplus],
  ] as const)("hold the values of %s, narrowly, and not the next ones", (_, written, other) => {
    fc.assert(
      fc.property(place, (n) => {
        const found = own(written({ lo: n, hi: n }));
        const finer = other(Interval.of(n, n, PRECISION).atPrecision(400));
        expect(found.includes(finer)).toBe(true);
        expect(found.width.compare(rational(1n, 1n << 235n))).toBeLessThan(0);
        const moved = own(written({ lo: n, hi: n })).plus(own({ lo: 1n << 40n, hi: 1n << 40n }));
        expect(moved.includes(finer)).toBe(false);
      }),
      { seed: 71, numRuns: 120 },
    );
  });

  it("hold the values between their ends, and at 0", () => {
    const wide = { lo: -(3n << 255n), hi: 5n << 254n };
    for (const n of [wide.lo, 0n, 1n << 200n, wide.hi]) {
      const point = Interval.of(n, n, PRECISION).atPrecision(400);
      expect(own(sigmoid(wide)).includes(ownSigmoid(point))).toBe(true);
      expect(own(softplus(wide)).includes(ownSoftplus(point))).toBe(true);
    }
    expect(own(sigmoid({ lo: 0n, hi: 0n })).contains(rational(1n, 2n))).toBe(true);
  });

  it("are rounded outwards", () => {
    const third = enclosing({ n: -1n, d: 3n });
    expect(third.hi - third.lo).toBe(1n);
    expect(own(third).contains(rational(-1n, 3n))).toBe(true);
    expect(own(times(third, third)).contains(rational(1n, 9n))).toBe(true);
    const above = enclosing({ n: 1n, d: 3n });
    expect(own(times(above, above)).contains(rational(1n, 9n))).toBe(true);
    expect(own(times(above, third)).contains(rational(-1n, 9n))).toBe(true);
    expect(own(times(above, { lo: 0n, hi: above.hi })).contains(rational(1n, 9n))).toBe(true);
    expect(own(times(third, { lo: -(1n << 256n), hi: 1n << 256n })).contains(rational(1n, 3n))).toBe(true);
  });
});
