import { cpuUsage } from "node:process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected } from "../../src/checker/verdict.js";
import { NAMES, damage, edits, repairs } from "./damage.js";
import { TESTED_KINDS } from "./kinds/list.js";
import { secondCheck } from "./second/secondCheck.js";

const SEED = Number(process.env.EQUILOSS_SEED ?? 20210523);
const MEGABYTES = 2 ** 20;

/** Outcomes by rule, the most milliseconds of a core and the largest growth of the heap in one check. */
class Tally {
  readonly outcomes = new Map<string, number>();
  slowest = 0;
  largest = 0;

  async check(text: string, expected: Expected): Promise<boolean> {
    const before = process.memoryUsage().heapUsed;
    const start = cpuUsage();
    const verdict = await checkCertificate(text, expected);
    const { user, system } = cpuUsage(start);
    this.slowest = Math.max(this.slowest, (user + system) / 1000);
    this.largest = Math.max(this.largest, process.memoryUsage().heapUsed - before);
    const outcome = verdict.accepted ? "accepted" : verdict.rule;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    return verdict.accepted;
  }

  get total(): number {
    return [...this.outcomes.values()].reduce((sum, count) => sum + count, 0);
  }

  report(name: string): void {
    const counts = [...this.outcomes]
      .sort(([, a], [, b]) => b - a)
      .map(([rule, count]) => `${rule} ${count}`);
    process.stderr.write(
      `${name}: ${this.total} cases, seed ${SEED}, slowest ${this.slowest.toFixed(1)} ms, ` +
        `largest ${(this.largest / MEGABYTES).toFixed(1)} MB; ${counts.join(", ")}\n`,
    );
  }
}

/** Certificates of every kind. Most are valid. */
const certificates = fc.oneof(
  ...TESTED_KINDS.map(({ weight, certificates: arbitrary }) => ({ weight, arbitrary })),
);

/** What the caller asks otherwise, now and then, than what the certificate was made for. */
const requests = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        claim: fc.constantFrom(...NAMES),
        refuted: fc.boolean(),
        r: fc.integer({ min: 0, max: 4 }),
        m: fc.integer({ min: 0, max: 5 }),
      },
      { requiredKeys: [] },
    ),
  },
);

/** Rules of every kind of certificate, and of all. */
const RULES =
  "accepted json canonical digest shape rational partition successor member expansion gradient instance " +
  "kernel congruence inertia inverse cell facet repeated attach complete critical";

/** Defines the tests, each with so many cases. */
export function fuzzing(cases: number): void {
  /** Milliseconds for one test: the second checker may take its time. */
  const patience = 60_000 + 20 * cases;
  const reached = new Set<string>();

  it(
    `accepts no damaged certificate that the second checker refuses, in ${cases} cases`,
    async () => {
      const tally = new Tally();
      await fc.assert(
        fc.asyncProperty(certificates, edits, repairs, async ({ text, expected }, changes, repair) => {
          const damaged = damage(text, changes, repair);
          if (await tally.check(damaged, expected)) expect(secondCheck(damaged, expected)).toBe(true);
        }),
        { numRuns: cases, seed: SEED },
      );
      tally.report("fuzz");
      expect(tally.total).toBe(cases);
      expect(tally.slowest).toBeLessThan(1000);
      expect(tally.largest).toBeLessThan(256 * MEGABYTES);
      for (const rule of tally.outcomes.keys()) reached.add(rule);
    },
    patience,
  );

  it(
    `agrees with the second checker on ${cases} well-formed certificates, valid or not`,
    async () => {
      const tally = new Tally();
      const asked = fc.tuple(certificates, fc.option(edits, { freq: 3 }), requests);
      await fc.assert(
        fc.asyncProperty(asked, async ([{ text, expected }, changes, request]) => {
          const sealed = changes === null ? text : damage(text, changes, "sealed");
          // Only members that the request has are changed. The corpus has requests with useless ones.
          const other = Object.fromEntries(Object.entries(request).filter(([key]) => key in expected));
          const wanted = { ...expected, ...other };
          expect(await tally.check(sealed, wanted)).toBe(secondCheck(sealed, wanted));
        }),
        { numRuns: cases, seed: SEED },
      );
      tally.report("differential");
      expect(tally.total).toBe(cases);
      expect(tally.outcomes.get("accepted") ?? 0).toBeGreaterThan(cases / 20);
      expect(tally.slowest).toBeLessThan(1000);
      for (const rule of tally.outcomes.keys()) reached.add(rule);
    },
    patience,
  );

  it("reaches the rules of every kind, and now and then changes nothing that matters", () => {
    expect(RULES.split(" ").filter((rule) => !reached.has(rule))).toEqual([]);
  });
}
