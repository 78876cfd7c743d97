import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inverseModulo, primesBelow } from "../../../src/exact/numbers/primes.js";
import {
  LIMB,
  divideResidual,
  euclideanCofactors,
  invertResidue,
  limbsVanish,
  multiply,
  multiplyResidues,
  primeBound,
  reciprocal,
  reduceAll,
  residue,
  residuesOfLimbs,
  smallProportional,
} from "../../../src/exact/modular/residueKernel.js";
import { words } from "../matrices.js";

const P = primesBelow(primeBound(1)).next().value;
const modulo = (value: bigint, prime: number) => ((value % BigInt(prime)) + BigInt(prime)) % BigInt(prime);

/** Σ 2^(24·l) · limbs[l·size + place]. */
function joined(limbs: Float64Array, place: number, size: number): bigint {
  let value = 0n;
  for (let at = limbs.length - size + place; at >= 0; at -= size)
    value = value * BigInt(LIMB) + BigInt(limbs[at] ?? 0);
  return value;
}

describe("primeBound", () => {
  it("halves when the terms double past 128", () => {
    expect([0, 1, 128].map(primeBound)).toEqual([16776192, 16776192, 16776192]);
    expect([129, 256, 257, 512].map(primeBound)).toEqual([8388096, 8388096, 4194048, 4194048]);
    expect(primeBound(1048576)).toBe(2047);
  });

  it("keeps every sum of products below 2^53", () => {
    for (let terms = 1; terms <= 1048576; terms *= 2) {
      // A residue can pass p/2 by p · 2^-20; a limb reaches 2^23.
      const half = BigInt(primeBound(terms)) * (2n ** 19n + 1n);
      expect(BigInt(terms) * half * 2n ** 23n < 2n ** 73n).toBe(true);
      expect(BigInt(terms) * half * half < 2n ** 93n).toBe(true);
    }
  });

  it("refuses more terms", () => {
    expect(() => primeBound(1048577)).toThrow(new RangeError("sums of 1048577 products can pass 2^53"));
  });
});

describe("residues", () => {
  const large = fc.maxSafeInteger();

  it("are congruent and near [-p/2, p/2]", () => {
    fc.assert(
      fc.property(large, fc.constantFrom(2, 3, 101, P), (value, prime) => {
        const rest = residue(value, prime, reciprocal(prime));
        expect(modulo(BigInt(rest) - BigInt(value), prime)).toBe(0n);
        expect(Math.abs(rest)).toBeLessThanOrEqual(Math.floor(prime / 2) + 8);
        const values = Float64Array.of(0, value);
        reduceAll(values, prime);
        expect([...values]).toEqual([0, rest]);
      }),
      { seed: 601 },
    );
  });

  it("multiply and invert", () => {
    const half = (P - 1) / 2;
    fc.assert(
      fc.property(fc.integer({ min: -half, max: half }), fc.integer({ min: -half, max: half }), (a, b) => {
        expect(modulo(BigInt(multiplyResidues(a, b, P)) - BigInt(a) * BigInt(b), P)).toBe(0n);
        if (a === 0) return;
        const inverse = invertResidue(a, P);
        expect(modulo(BigInt(inverse), P)).toBe(BigInt(inverseModulo(BigInt(a), P)));
        expect(Math.abs(inverse)).toBeLessThanOrEqual(half);
      }),
      { seed: 602 },
    );
    expect([1, -1, 2, -2].map((value) => invertResidue(value, 5))).toEqual([1, -1, -2, 2]);
  });

  it("come from limbs, however many", () => {
    for (const planes of [1, 2, 63, 64, 65, 130]) {
      const next = words(planes);
      const limbs = Float64Array.from({ length: 2 * planes }, (_, i) =>
        i % 3 === 0 ? 8388608 : next() >> 8,
      );
      const out = new Float64Array(2);
      residuesOfLimbs(limbs, planes, P, out);
      for (const place of [0, 1]) {
        expect(modulo(BigInt(out[place] ?? 0), P)).toBe(modulo(joined(limbs, place, 2), P));
      }
    }
  });
});

describe("residues of many limbs", () => {
  it("stay exact where the products all have the same sign", () => {
    const planes = 700;
    let [weight, value] = [1n, 0n];
    const limbs = Float64Array.from({ length: planes }, () => {
      const limb = 2n * weight > BigInt(P) ? -8388607n : 8388607n;
      value += weight * limb;
      weight = (weight * BigInt(LIMB)) % BigInt(P);
      return Number(limb);
    });
    const out = new Float64Array(1);
    residuesOfLimbs(limbs, planes, P, out);
    expect(modulo(BigInt(out[0] ?? 0), P)).toBe(modulo(value, P));
  });
});

describe("multiply", () => {
  it("is the product for every remainder of the rows by four", () => {
    for (let rows = 0; rows <= 9; rows++) {
      for (const columns of [0, 1, 3]) {
        const next = words(rows * 10 + columns);
        const matrix = Float64Array.from({ length: rows * columns }, () => next() >> 12);
        const vector = Float64Array.from({ length: columns }, () => next() >> 12);
        const out = new Float64Array(rows).fill(7);
        multiply(matrix, vector, out);
        const expected = Array.from({ length: rows }, (_, i) =>
          vector.reduce((sum, x, j) => sum + x * (matrix[i * columns + j] ?? 0), 0),
        );
        expect([...out]).toEqual(expected);
      }
    }
  });
});

describe("divideResidual", () => {
  it("subtracts the image and divides by the prime", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(-(2n ** 90n), 2n ** 90n), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        (quotients, seed) => {
          const size = quotients.length;
          const next = words(seed);
          const image = Float64Array.from(
            { length: 3 * size },
            () => (next() >> 9) * 1073741824 - (next() >> 3),
          );
          const residual = new Float64Array(7 * size);
          quotients.forEach((quotient, place) => {
            let rest = quotient * BigInt(P) + joined(image, place, size);
            for (let plane = 0; plane < 7; plane++) {
              const limb = BigInt.asIntN(24, rest);
              residual[plane * size + place] = Number(limb);
              rest = (rest - limb) >> 24n;
            }
          });
          divideResidual(residual, image, size, P);
          quotients.forEach((quotient, place) => {
            expect(joined(residual, place, size)).toBe(quotient);
          });
          expect(Math.max(...residual.map(Math.abs))).toBeLessThanOrEqual(8388609);
        },
      ),
      { seed: 603 },
    );
  });
});

describe("divideResidual at the top", () => {
  it("takes up the carry from below, in every place", () => {
    // LIMB − 1025 is the prime.
    const residual = Float64Array.of(0, 0, 2, 3);
    divideResidual(residual, Float64Array.of(LIMB + 1025, 2 * LIMB + 1025), 2, P);
    expect([...residual]).toEqual([1, 1, 0, 0]);
  });
});

describe("limbsVanish", () => {
  it.each([
    [0, []],
    [2, [0, 0]],
    [1, [3 * LIMB, -3]],
    [1, [-LIMB, LIMB + 1, -1]],
    [2, [0, LIMB, 0, -1]],
  ])("sees zeros through carries, at size %d in %j", (size, limbs) => {
    expect(limbsVanish(Float64Array.from(limbs), size)).toBe(true);
  });

  it.each([
    [1, [1]],
    [1, [0, 1]],
    [2, [0, 1]],
    [1, [1, -1]],
    [1, [LIMB]],
    [1, [LIMB, 0]],
    [2, [LIMB, LIMB, 0, -1]],
  ])("sees a remainder, at size %d in %j", (size, limbs) => {
    expect(limbsVanish(Float64Array.from(limbs), size)).toBe(false);
  });
});

describe("smallProportional", () => {
  it("finds the smallest common multiple of small fractions", () => {
    const values = [1 / 2, -2 / 3, 5, 0, 1].map((value) =>
      Number(modulo(BigInt(Math.round(value * 6)) * BigInt(inverseModulo(6n, P)), P)),
    );
    const residues = Float64Array.from(values, (value) => (2 * value > P ? value - P : value));
    expect(smallProportional(residues, P)).toBe(true);
    expect([...residues]).toEqual([3, -4, 30, 0, 6]);
  });

  it("stops at √(p/2)", () => {
    const bound = Math.floor(Math.sqrt(P / 2));
    const fits = Float64Array.of(bound, -bound);
    expect(smallProportional(fits, P)).toBe(true);
    expect([...fits]).toEqual([bound, -bound]);
    // The factor, an entry that it multiplies, and the entry that needs it: each may reach the bound.
    const inverse = (value: number): number => inverseModulo(BigInt(value), P);
    for (const [values, expected] of [
      [[inverse(bound)], [1]],
      [
        [bound / 2, inverse(2)],
        [bound, 1],
      ],
      [[multiplyResidues(bound, invertResidue(3, P), P)], [bound]],
    ] as const) {
      const residues = Float64Array.from(values);
      expect([smallProportional(residues, P), [...residues]]).toEqual([true, expected]);
    }
    for (const values of [
      [1000, inverse(3)],
      [inverse(2003), inverse(1999)],
      [inverse(2), 2000],
    ])
      expect(smallProportional(Float64Array.from(values), P)).toBe(false);
  });
});

describe("euclideanCofactors", () => {
  it("leads along the remainder sequence", () => {
    const remainders = (r: bigint, s: bigint) => {
      const list = [r, s];
      for (let [a, b] = [r, s]; b !== 0n;) {
        [a, b] = [b, a % b];
        list.push(b);
      }
      return list;
    };
    fc.assert(
      fc.property(fc.bigInt(2n ** 120n, 2n ** 121n), fc.bigInt(2n ** 100n, 2n ** 120n), (r, s) => {
        const [a, b, c, d] = euclideanCofactors(Number(r >> 71n), Number(s >> 71n)).map(BigInt);
        const list = remainders(r, s);
        const at = list.indexOf((a ?? 0n) * r + (b ?? 0n) * s);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(list[at + 1]).toBe((c ?? 0n) * r + (d ?? 0n) * s);
      }),
      { seed: 604 },
    );
  });

  it("takes the steps that are sure, and none where none is", () => {
    expect(euclideanCofactors(1000, 0)).toEqual([1, 0, 0, 1]);
    expect(euclideanCofactors(100, 99)).toEqual([0, 1, 1, -1]);
    // Consecutive Fibonacci numbers: all quotients are 1, and half the digits settle half of the steps.
    const steps = euclideanCofactors(806515533049393, 498454011879264);
    expect(steps.map(Math.abs)).toEqual([3524578, 5702887, 5702887, 9227465]);
  });
});
