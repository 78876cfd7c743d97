import { describe, expect, it } from "vitest";
import { inertiaCertificate } from "../../src/certificate/inertiaCertificate.js";
import type { Expected } from "../../src/checker/verdict.js";
import { checked, SHOWN } from "./producing.js";

describe("an inertia", () => {
  const rows = [
    [2n, 1n, 3n],
    [1n, -1n, 0n],
    [3n, 0n, 3n],
  ];
  const requestFor = (claim: string, matrix: readonly (readonly bigint[])[]): Expected => ({
    claim,
    matrix: matrix.map((row) => row.map(String)),
  });

  it("is accepted for the caller's matrix alone", async () => {
    for (const claim of ["prop-4.4", "ext-saddle", "open-strict-saddles", "cooper-2.3"] as const) {
      const certificate = inertiaCertificate(claim, rows);
      const expected = requestFor(claim, rows);
      expect(await checked(certificate, expected)).toEqual({
        accepted: true,
        shows: "the matrix has inertia (1,1,1)",
      });
      expect(await checked(certificate, { ...expected, inertia: [1, 1, 1] })).toEqual(SHOWN);
      for (const other of [{ claim }, { ...expected, inertia: [1, 2, 0] }, requestFor(claim, [[1n]])]) {
        expect(await checked(certificate, other)).toMatchObject({ accepted: false, rule: "parameters" });
      }
    }
  });

  it("is refused for a matrix that is not symmetric", () => {
    expect(() =>
      inertiaCertificate("prop-4.4", [
        [1n, 2n],
        [3n, 4n],
      ]),
    ).toThrow(RangeError);
  });
});
