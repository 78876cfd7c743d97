import { describe, expect, it } from "vitest";
import { certificates } from "../../../src/claims/evidence/certificates.js";
import type { Instance } from "../../../src/claims/evidence/certified.js";
import type { EvidenceContext } from "../../../src/claims/evidence/claim.js";
import { type EveryCase, everyCase } from "../../../src/claims/evidence/everyCase.js";
import { widths } from "../../../src/claims/evidence/ranges.js";
import { enumerationCertificate } from "../../../src/certificate/enumerationCertificate.js";

const context = (maxM: number, seen: number[] = []): EvidenceContext => ({
  maxM,
  seed: 7,
  progress: (done) => seen.push(done),
});

const SIZES: EveryCase<readonly [number, number]> = {
  upTo: 4,
  what: "r ≤ m",
  range: (bound, seed) => `m ≤ ${bound}, seed ${seed}`,
  expected: (bound) => BigInt((bound * (bound + 1)) / 2),
  cases: widths,
  check: ([r, m]) => (r <= m ? undefined : `r = ${r}, m = ${m}`),
};

describe("every case", () => {
  it.each([
    [SIZES, 3, "6"],
    [SIZES, 9, "10"],
    [{ ...SIZES, upTo: Infinity }, 9, "45"],
  ])("goes to the run's m, but not beyond its own: %#", (options, maxM, visited) => {
    const evidence = everyCase("sizes", options);
    // The second run starts the cases anew.
    for (const run of [evidence.run, evidence.run]) {
      expect(run(context(maxM))).toEqual({
        kind: "exhaustive",
        held: true,
        what: "r ≤ m",
        range: `m ≤ ${visited === "10" ? 4 : maxM}, seed 7`,
        visited,
        expected: visited,
      });
    }
  });

  it("reports its progress, keeps its name and that it is long, and adds its table", () => {
    const seen: number[] = [];
    const cases = () => Array.from({ length: 1200 }, (_, m): [number, number] => [0, m]);
    const table = () => ({ title: "sizes", head: ["m"], rows: [["1"]] });
    const evidence = everyCase("sizes", { ...SIZES, expected: 1200n, cases, long: true, table });
    expect(evidence).toMatchObject({ name: "sizes", long: true });
    expect(evidence.run(context(4, seen))).toMatchObject({ held: true, table: table() });
    expect(seen).toEqual([500, 1000]);
  });

  it.each<[string, Partial<EveryCase<readonly [number, number]>>, string]>([
    ["no cases", { cases: () => [], expected: 0n }, "visited 0 cases, expected 0"],
    ["a case too few", { expected: 11n }, "visited 10 cases, expected 11"],
    ["a case that fails", { check: ([r, m]) => (r + m === 8 ? "planted" : undefined) }, "planted"],
  ])("does not hold with %s", (_, changes, failure) => {
    expect(everyCase("sizes", { ...SIZES, ...changes }).run(context(4))).toMatchObject({
      held: false,
      failure,
    });
  });

  it("ends with an error where the count does, which the run takes for a failure", () => {
    const expected = (): bigint => {
      throw new RangeError("planted");
    };
    expect(() => everyCase("sizes", { ...SIZES, expected }).run(context(4))).toThrow("planted");
  });
});

describe("certificates", () => {
  const instances = (bound: number): Instance[] =>
    [...widths(bound)].map(([r, m]) => ({
      certificate: enumerationCertificate(r, m),
      asked: { claim: "thm-3.1-count", r, m },
    }));
  const { range, expected } = SIZES;
  const listed = { upTo: 2, what: "all listed", range, expected, instances };

  it("are made for the run's m, but not beyond their own", async () => {
    const seen: number[] = [];
    expect(await certificates("certificates", listed).run(context(9, seen))).toEqual({
      kind: "certified",
      held: true,
      what: "all listed",
      range: "m ≤ 2, seed 7",
      accepted: "3",
      expected: "3",
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  const other = { claim: "thm-3.1-count", r: 1, m: 1 };
  it.each<[string, (bound: number) => Instance[], RegExp]>([
    ["none", () => [], /^0 certificates, expected 3$/],
    ["one too few", (bound) => instances(bound).slice(1), /^2 certificates, expected 3$/],
    [
      "another question",
      (bound) => instances(bound).map((i) => ({ ...i, asked: other })),
      /^rejected by rule /,
    ],
    ["one twice", (bound) => instances(bound).map((_, __, [first]) => first ?? expect.fail()), /certificate/],
  ])("do not hold with %s", async (_, planted, failure) => {
    const verdict = await certificates("certificates", { ...listed, instances: planted }).run(context(9));
    expect(verdict).toMatchObject({ held: false, failure: expect.stringMatching(failure) as string });
  });
});
