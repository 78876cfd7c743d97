import { expect, test } from "vitest";
import { orbitCount, surjectionOrbitCount } from "../../../src/claims/instances/orbitCount.js";
import { sumOverWidths, widths } from "../../../src/claims/evidence/ranges.js";
import { labelledPartitions, surjectionsOf } from "../../../src/combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { orbitOf, orbits } from "../../../src/combinatorics/partitions/orbits.js";

test.each([...widths(6)])(
  "at (%i,%i) the orbits are counted as they are found among all partitions",
  (r, m) => {
    const different = (partitions: Iterable<LabelledPartition>): number =>
      new Set([...partitions].map((partition) => JSON.stringify(orbitOf(partition)))).size;
    expect(orbitCount(r, m)).toBe(BigInt(different(labelledPartitions(r, m))));
    expect([...orbits(r, m)]).toHaveLength(different(labelledPartitions(r, m)));
    expect(surjectionOrbitCount(r, m)).toBe(BigInt(different(surjectionsOf(r, m))));
  },
);

test("with one label the orbits are partitions with a part pointed out: 1, 2, 4, 7, 12 …", () => {
  expect([1, 2, 3, 4, 5, 6].map((m) => orbitCount(1, m))).toEqual([1n, 2n, 4n, 7n, 12n, 19n]);
});

test("large ones agree with the listing", () => {
  expect(sumOverWidths(12, orbitCount)).toBe(sumOverWidths(12, (r, m) => BigInt([...orbits(r, m)].length)));
});
