import { describe, expect, test } from "vitest";
import { orbitCount, surjectionOrbitCount } from "../../../src/claims/instances/orbitCount.js";
import { sumOverWidths, widths } from "../../../src/claims/evidence/ranges.js";
import { labelledPartitions, surjectionsOf } from "../../../src/combinatorics/partitions/enumeration.js";
import { orbitOf, orbits } from "../../../src/combinatorics/partitions/orbits.js";

describe.each([...widths(6)])("at (%i,%i)", (r, m) => {
  test("the orbits are as many as there are different ones among all partitions", () => {
    const different = new Set(
      [...labelledPartitions(r, m)].map((partition) => JSON.stringify(orbitOf(partition))),
    );
    expect(orbitCount(r, m)).toBe(BigInt(different.size));
    expect([...orbits(r, m)]).toHaveLength(different.size);
  });

  test("the orbits of surjections, too", () => {
    const different = new Set(
      [...surjectionsOf(r, m)].map((partition) => JSON.stringify(orbitOf(partition))),
    );
    expect(surjectionOrbitCount(r, m)).toBe(BigInt(different.size));
  });
});

test("with one label the orbits are partitions with a part pointed out: 1, 2, 4, 7, 12 …", () => {
  expect([1, 2, 3, 4, 5, 6].map((m) => orbitCount(1, m))).toEqual([1n, 2n, 4n, 7n, 12n, 19n]);
});

test("large ones agree with the listing", () => {
  expect(sumOverWidths(12, orbitCount)).toBe(sumOverWidths(12, (r, m) => BigInt([...orbits(r, m)].length)));
});
