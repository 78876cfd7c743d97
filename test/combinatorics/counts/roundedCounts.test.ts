import { describe, expect, test } from "vitest";
import { labelledPartitionTable } from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { RoundedCounts } from "../../../src/combinatorics/counts/roundedCounts.js";
import { lastFailing } from "../../../src/combinatorics/asymptotics/threshold.js";
import { type Mirroring, UNMIRRORED } from "../../../src/combinatorics/mirroring.js";
import { mirroringOf } from "../../../src/combinatorics/signed/parity.js";

const signOf = (difference: bigint): number => (difference > 0n ? 1 : difference < 0n ? -1 : 0);

/** How rounded and exact counts compare with powers, where the first tell. */
function compared(
  largest: number,
  bases: readonly number[],
  mirroring: Mirroring,
  counts = new RoundedCounts(mirroring),
): Map<string, number> {
  const outcomes = new Map<string, number>();
  for (const row of labelledPartitionTable(largest, mirroring).slice(1)) {
    counts.next();
    for (const [r, exact] of row.entries()) {
      for (const base of bases) {
        const told = counts.compareWithPower(r, base);
        const truth = signOf(exact - BigInt(base) ** BigInt(counts.m));
        const outcome = told === undefined ? `open at ${truth}` : told === truth ? "right" : "wrong";
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    }
  }
  return outcomes;
}

describe("rounded counts", () => {
  test.each([UNMIRRORED, mirroringOf("odd"), mirroringOf("even")])(
    "agree with exact ones, %j",
    (mirroring) => {
      const outcomes = compared(100, [1, 2, 3, 7, 20, 90, 1000], mirroring);
      const cases = [...outcomes.values()].reduce((sum, cases) => sum + cases, 0);
      expect(cases).toBe(7 * (101 * 51 - 1));
      expect(outcomes.get("wrong")).toBeUndefined();
      // Only equal numbers are left open: no others are near each other here.
      expect([...outcomes.keys()].sort()).toEqual(["open at 0", "right"]);
    },
  );

  test("of another mirroring are seen to be wrong", () => {
    const others = new RoundedCounts(mirroringOf("odd"));
    expect(compared(20, [2, 7, 20], mirroringOf("even"), others).get("wrong")).toBeGreaterThan(0);
  });

  test("tell a count from a power that differs by little, whatever the size", () => {
    // T(1, 400) has 2,300 binary digits, so several digits of the rounded counts.
    const [r, m] = [1, 400];
    const exact = labelledPartitionCount(r, m);
    const counts = new RoundedCounts();
    while (counts.m < m) counts.next();
    let base = 2;
    while (BigInt(base + 1) ** BigInt(m) <= exact) base += 1;
    expect(counts.compareWithPower(r, base)).toBe(1);
    expect(counts.compareWithPower(r, base + 1)).toBe(-1);
  });

  test("leave open what is within their errors", () => {
    const counts = new RoundedCounts();
    counts.next();
    // T(1, 1) = 1.
    expect(counts.compareWithPower(1, 1)).toBeUndefined();
    expect(counts.compareWithPower(1, 1 + 2 ** -52)).toBeUndefined();
    expect(counts.compareWithPower(1, 1 + 2 ** -40)).toBe(-1);
  });
});

test.each([200, 500])("the threshold of r = %i is seen in exact counts", (r) => {
  const last = lastFailing(r) ?? 0;
  const exceeds = (m: number): boolean => labelledPartitionCount(r, m) >= BigInt(r) ** BigInt(m);
  expect([exceeds(last), exceeds(last + 1)]).toEqual([false, true]);
});
