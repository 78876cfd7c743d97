import { describe, expect, it } from "vitest";
import { independenceCertificate } from "../../src/certificate/independenceCertificate.js";
import { primesBelow } from "../../src/exact/numbers/primes.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { primeBound } from "../../src/exact/modular/residueKernel.js";
import { checked, SHOWN, bodyOf } from "./producing.js";

describe("independence", () => {
  const vectors = (...rows: string[][]): RationalVector[] => rows.map((row) => RationalVector.parse(...row));
  const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, n) => n);
  const weights = vectors(["0", "0"], ["1/2", "1"], ["-1/2", "-1"], ["1/3", "0"], ["0", "1"]);

  it("of distinct weights is accepted, with as few derivatives as there are weights", async () => {
    const certificate = independenceCertificate(weights, upTo(20));
    const named = { weights: weights.map((weight) => [...weight.toStrings()]) };
    expect(await checked(certificate, { claim: "thm-4.2", ...named })).toEqual(SHOWN);
    const { exponents } = bodyOf(certificate) as { exponents: number[] };
    expect(exponents.length).toBe(5);
    expect(exponents[0]).toBe(0);
    expect(await checked(certificate, { claim: "thm-4.2", exponents })).toEqual(SHOWN);
    expect(await checked(certificate, { claim: "thm-4.2", exponents: upTo(4) })).toMatchObject({
      rule: "parameters",
    });
  });

  it("of 64 weights is accepted; of more weights, or of none, it is refused", async () => {
    const many = (count: number): RationalVector[] =>
      Array.from({ length: count }, (_, i) => RationalVector.of([BigInt(i - 32)]));
    expect(await checked(independenceCertificate(many(64), upTo(200)), { claim: "thm-4.2" })).toEqual(SHOWN);
    const range = "not 1 to 64, and up to 1000";
    expect(() => independenceCertificate(many(65), upTo(200))).toThrow(range);
    expect(() => independenceCertificate([], upTo(2))).toThrow(range);
    expect(() => independenceCertificate(many(1), [1002])).toThrow(range);
    expect(await checked(independenceCertificate(many(1), [1000]), { claim: "thm-4.2" })).toEqual(SHOWN);
  });

  it("takes another prime where the matrix is singular modulo the first", async () => {
    const largest = primesBelow(primeBound(2)).next().value;
    const certificate = independenceCertificate(vectors(["1"], [String(largest + 1)]), [0, 2, 4]);
    expect((bodyOf(certificate) as { modulus: number }).modulus).toBeLessThan(largest);
    expect(await checked(certificate, { claim: "thm-4.2" })).toEqual(SHOWN);
  });
});
