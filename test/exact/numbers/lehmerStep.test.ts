import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitLength, gcd, magnitude } from "../../../src/exact/numbers/integer.js";
import { lehmerStep } from "../../../src/exact/numbers/lehmerStep.js";

const step = (x: bigint, y: bigint): readonly [bigint, bigint] => {
  const [next, rest] = lehmerStep(x, y, bitLength(x));
  return [magnitude(next), magnitude(rest)];
};

describe("lehmerStep", () => {
  it("gives two of the remainders of Euclid's algorithm that follow one another", () => {
    const long = fc.bigInt(2n ** 100n, 2n ** 400n);
    fc.assert(
      fc.property(long, long, (one, other) => {
        const [x, y] = one < other ? [other, one] : [one, other];
        const remainders = [x];
        for (let [before, last] = [x, y]; last !== 0n; [before, last] = [last, before % last])
          remainders.push(last);
        const [next, rest] = step(x, y);
        const place = remainders.indexOf(next);
        expect(place).toBeGreaterThan(0);
        expect(remainders[place + 1]).toBe(rest);
        expect(gcd(next, rest)).toBe(gcd(x, y));
      }),
      { seed: 103 },
    );
  });

  it("takes some 25 bits at once from numbers of one length", () => {
    // Consecutive Fibonacci numbers have all quotients 1, so that this takes 35 of Euclid's steps.
    let [x, y] = [1n, 1n];
    for (let index = 0; index < 500; index += 1) [x, y] = [x + y, x];
    const [next, rest] = step(x, y);
    expect(bitLength(x) - bitLength(next)).toBeGreaterThan(20);
    expect(rest).toBeLessThan(next);
  });

  it("divides where the leading digits decide nothing", () => {
    expect(step(2n ** 300n, 2n ** 60n + 1n)).toEqual([2n ** 60n + 1n, 2n ** 60n]);
  });
});
