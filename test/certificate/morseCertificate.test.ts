import { describe, expect, it } from "vitest";
import { certificateText } from "../../src/certificate/certificateText.js";
import { fitsMorse, morseCertificate } from "../../src/certificate/morseCertificate.js";
import type { Expected } from "../../src/checker/verdict.js";
import { partialSurjectionCount } from "../../src/combinatorics/counts/partialSurjections.js";
import { ORIGIN, checked, SHOWN, bodyOf } from "./producing.js";

describe("a matching", () => {
  const requestFor = (r: number, m: number): Expected => ({ claim: "ext-topology", r, m });

  it.each([
    [1, 1, 1],
    [3, 3, 6],
    [1, 6, 1],
    [2, 5, 2],
    [3, 5, 30],
    [4, 6, 480],
  ])("for (%i, %i) is accepted, with %i cells on their own", async (r, m, critical) => {
    const certificate = morseCertificate(r, m);
    expect(await checked(certificate, requestFor(r, m))).toEqual(SHOWN);
    const steps = bodyOf(certificate).steps as string[][];
    expect(steps.filter((cells) => cells.length === 1).length).toBe(critical);
    expect(BigInt(new Set(steps.flat()).size)).toBe(partialSurjectionCount(r, m));
  });

  it.each([
    [1, 1, 1, "odd"],
    [1, 4, 1, "even"],
    [2, 3, 25, "odd"],
    [3, 4, 385, "even"],
  ] as const)(
    "with images for (%i, %i) is accepted, with a vertex and %i cells, %s",
    async (r, m, spheres, parity) => {
      const certificate = morseCertificate(r, m, undefined, parity);
      const asked = { claim: "ext-parity-topology", r, m, parity };
      expect(await checked(certificate, asked)).toEqual(SHOWN);
      const other = parity === "odd" ? "even" : "odd";
      expect(await checked(certificate, { ...asked, parity: other })).toMatchObject({ rule: "parameters" });
      const steps = bodyOf(certificate).steps as string[][];
      expect(steps.filter((cells) => cells.length === 1).length).toBe(1 + spheres);
      expect(BigInt(new Set(steps.flat()).size)).toBe(partialSurjectionCount(r, m, 2));
    },
  );

  it("reports progress, and has limits", () => {
    const reports: [number, number][] = [];
    certificateText(
      morseCertificate(4, 6, (done, total) => reports.push([done, total])),
      ORIGIN,
    );
    // 480 cells and (3360 − 480)/2 pairs.
    expect(reports).toEqual([256, 512, 768, 1024, 1280, 1536, 1792].map((done) => [done, 1920]));
    expect([fitsMorse(3, 9), fitsMorse(1, 17), fitsMorse(1, 18), fitsMorse(9, 9), fitsMorse(3, 2)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(() => morseCertificate(1, 18)).toThrow("no certificate for (r, m) = (1, 18)");
    // 3^11 − 1 cells and 3^12 − 1.
    expect([fitsMorse(1, 11, 2), fitsMorse(1, 12, 2)]).toEqual([true, false]);
    expect(() => morseCertificate(1, 12, undefined, "odd")).toThrow("no certificate for (r, m) = (1, 12)");
  });
});
