import { describe, expect, test } from "vitest";
import { dowlingNumbers } from "../../../src/combinatorics/counts/dowling.js";
import { eulerCharacteristic } from "../../../src/combinatorics/counts/eulerCharacteristic.js";
import { factorial } from "../../../src/combinatorics/counts/factorial.js";
import {
  labelledPartitionBound,
  labelledPartitionCount,
} from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountBySortedTuples,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { stirling2Row } from "../../../src/combinatorics/counts/stirling2.js";
import { widthCounts } from "../../../src/combinatorics/counts/widthCounts.js";
import { type Mirroring, UNMIRRORED } from "../../../src/combinatorics/mirroring.js";
import { type Parity, mirroringOf } from "../../../src/combinatorics/signed/parity.js";
import { entry } from "../../../src/exact/entry.js";
import { A004211, A007405, A039755 } from "../outsideTruth.js";
import { type Route, compareRoutes, expectAgreement, plantError, triangle } from "./agreement.js";

const PARITIES = ["odd", "even"] as const satisfies readonly Parity[];

const counted =
  (parity: Parity): Route =>
  (r, m) =>
    labelledPartitionCount(r, m, mirroringOf(parity));

/**
 * T(r, m) by its definition, with nothing but sets: each unit takes a label with a sign, or a zero block with
 * a sign, or is silent; names that a zero block flipped as a whole has are counted once.
 */
function byListing(r: number, m: number, parity: Parity): bigint {
  const seen = new Set<string>();
  const place = (units: readonly string[]): void => {
    if (units.length < m) {
      for (let label = 1; label <= r; label += 1)
        for (const sign of "+-") place([...units, `t${label}${sign}`]);
      for (let block = 0; block < m; block += 1)
        for (const sign of "+-") place([...units, `z${block}${sign}`]);
      if (parity === "odd") place([...units, "s"]);
      return;
    }
    for (let label = 1; label <= r; label += 1)
      if (!units.some((unit) => unit.startsWith(`t${label}`))) return;
    const blocks = new Map<string, string>();
    units.forEach((unit, index) => {
      const block = unit.slice(0, 2);
      blocks.set(block, `${blocks.get(block) ?? ""} ${index}${unit.slice(2)}`);
    });
    const flipped = (text: string): string =>
      text.replaceAll("+", "!").replaceAll("-", "+").replaceAll("!", "-");
    const names = [...blocks].map(([block, text]) => {
      if (!block.startsWith("z")) return block + text;
      const other = flipped(text);
      return text < other ? text : other;
    });
    seen.add(names.sort().join(";"));
  };
  place([]);
  return BigInt(seen.size);
}

describe("T with mirror images", () => {
  test("is A007405 and A004211 for r = 0", () => {
    expect(A007405.map((_, m) => counted("odd")(0, m))).toEqual(A007405);
    expect(A004211.map((_, m) => counted("even")(0, m))).toEqual(A004211);
    expect(dowlingNumbers(9, mirroringOf("odd"))).toEqual(A007405);
    expect(dowlingNumbers(9, mirroringOf("even"))).toEqual(A004211);
  });

  test.each(PARITIES)("is the number listed by the definition, %s", (parity) => {
    const listed: Route = (r, m) => byListing(r, m, parity);
    expectAgreement(counted(parity), listed, triangle(4, 1), 20);
    expect(compareRoutes(counted(parity), plantError(listed, 1, 3), triangle(3)).differences).toHaveLength(1);
  });

  test("has the values computed before, by linear algebra", () => {
    const sizes = [
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4],
    ] as const;
    expect(sizes.map(([r, m]) => counted("odd")(r, m))).toEqual([12n, 68n, 416n, 96n, 896n, 960n]);
    expect(sizes.map(([r, m]) => counted("even")(r, m))).toEqual([8n, 38n, 208n, 72n, 560n, 768n]);
  });

  test("is 2^r r! at m = r, and 0 above", () => {
    for (const parity of PARITIES) {
      for (let r = 0; r <= 20; r += 1) expect(counted(parity)(r, r)).toBe(factorial(r) << BigInt(r));
      expect(counted(parity)(5, 4)).toBe(0n);
    }
  });

  const routes: Readonly<Record<string, (r: number, m: number, mirroring: Mirroring) => bigint>> = {
    labelledPartitionCountByRecurrence,
    labelledPartitionCountByStirling,
    labelledPartitionCountByZeroBlocks,
    table: (r, m, mirroring) => labelledPartitionTable(m, mirroring)[m]?.[r] ?? 0n,
  };

  describe.each(PARITIES)("%s", (parity) => {
    const mirroring = mirroringOf(parity);

    test.each(Object.entries(routes))("%s agrees for r <= m + 2, m <= 18", (_, route) => {
      expectAgreement(counted(parity), (r, m) => route(r, m, mirroring), triangle(18, 2), 228);
    });

    test("the sum over sorted tuples agrees for m <= 8", () => {
      const sorted: Route = (r, m) => labelledPartitionCountBySortedTuples(r, m, mirroring);
      expectAgreement(counted(parity), sorted, triangle(8), 45);
    });

    test("the bound is never below, and wastes little", () => {
      for (const [r, m] of triangle(30)) {
        const bound = labelledPartitionBound(r, m, mirroring);
        const count = labelledPartitionCountByStirling(r, m, mirroring);
        expect(bound).toBeGreaterThan(count);
        expect(bound.toString(2).length - count.toString(2).length).toBeLessThan(60);
      }
    });
  });

  test("the two parities differ, from each other and from the paper", () => {
    expect([counted("odd")(0, 0), counted("even")(0, 0)]).toEqual([1n, 1n]);
    for (let m = 1; m < 8; m += 1) {
      for (let r = 0; r < m; r += 1) {
        const none = labelledPartitionCount(r, m, UNMIRRORED);
        expect(counted("even")(r, m)).toBeGreaterThan(r === 0 && m === 1 ? 0n : none);
        expect(counted("odd")(r, m)).toBeGreaterThan(counted("even")(r, m));
      }
    }
  });

  test("is refused beyond 2^23", () => {
    expect(() => counted("odd")(8388609, 8388609)).toThrow("images·m is 16777218, above 2^24");
  });
});

test("the Stirling numbers of type B are A039755, and at even parity 2^{m−n} S2(m, n)", () => {
  expect(A039755.map((_, m) => stirling2Row(m, mirroringOf("odd")))).toEqual(A039755);
  const even = stirling2Row(9).map((value, n) => value << BigInt(9 - n));
  expect(stirling2Row(9, mirroringOf("even"))).toEqual(even);
});

/** How many tuples of m of N elements hit each of r disjoint pairs, for N = 2r…; a polynomial in N. */
function tuplesHitting(r: number, m: number, elements: number): bigint {
  let count = 0n;
  const place = (unit: number, hit: number): void => {
    if (unit === m) {
      if (hit === (1 << r) - 1) count += 1n;
      return;
    }
    for (let element = 0; element < elements; element += 1)
      place(unit + 1, element < 2 * r ? hit | (1 << (element >> 1)) : hit);
  };
  place(0, 0);
  return count;
}

/** The value at 1 of the polynomial through (x, y_0), (x + 1, y_1), …, by Newton's forward differences. */
function valueAtOne(start: number, values: readonly bigint[]): bigint {
  let [differences, sum, choices] = [[...values], 0n, 1n];
  for (let order = 0; differences.length > 0; order += 1) {
    sum += choices * entry(differences, 0);
    choices = (choices * BigInt(1 - start - order)) / BigInt(order + 1);
    differences = differences.slice(1).map((value, index) => value - entry(differences, index));
  }
  return sum;
}

describe("χ with mirror images", () => {
  test.each(PARITIES)("is the number of placements among N vectors, at N = 1, %s", (parity) => {
    for (const [r, m] of [...triangle(4)].filter(([r]) => r <= 2)) {
      const values = Array.from({ length: m + 1 }, (_, more) => tuplesHitting(r, m, 2 * r + more));
      expect(eulerCharacteristic(r, m, mirroringOf(parity))).toBe(valueAtOne(2 * r, values));
    }
  });

  test("gives the Betti numbers computed before: 1 at r = 1, then 25, 79, 385", () => {
    const odd = mirroringOf("odd");
    const betti = (r: number, m: number): bigint =>
      (eulerCharacteristic(r, m, odd) - 1n) * ((m - r) % 2 === 0 ? 1n : -1n);
    for (let m = 1; m < 9; m += 1) expect(betti(1, m)).toBe(1n);
    expect([betti(2, 3), betti(2, 4), betti(3, 4)]).toEqual([25n, 79n, 385n]);
    expect([betti(2, 2), betti(3, 3)]).toEqual([7n, 47n]);
  });
});

/** Maps from [m] onto r pairs ±1, …, ±r, and 0 if that is allowed, one by one. */
function ontoPairs(r: number, m: number, withZero: boolean): bigint {
  let count = 0n;
  const place = (unit: number, hit: number): void => {
    if (unit === m) {
      if (hit === (1 << r) - 1) count += 1n;
      return;
    }
    for (let value = withZero ? 0 : 1; value <= r; value += 1) {
      place(unit + 1, value === 0 ? hit : hit | (1 << (value - 1)));
      if (value > 0) place(unit + 1, hit | (1 << (value - 1)));
    }
  };
  place(0, 0);
  return count;
}

test("the critical subspaces of each width are maps onto pairs, with silent units or without", () => {
  for (const kind of ["copies", "copies and silent"] as const) {
    for (const { m, critical, maps, minima } of widthCounts(3, mirroringOf("odd"), kind)) {
      if (m > 5) break;
      const silent = kind === "copies" ? 0 : 1;
      expect(critical).toEqual([3, 2, 1, 0].map((r) => ontoPairs(r, m, silent === 1)));
      expect(maps).toEqual([3, 2, 1, 0].map((r) => BigInt(2 * r + silent) ** BigInt(m)));
      expect(minima).toBe(counted("odd")(3, m));
    }
  }
  const [even] = widthCounts(2, mirroringOf("even"), "copies and silent");
  expect(even?.critical).toEqual([8n, 4n, 0n]);
});
