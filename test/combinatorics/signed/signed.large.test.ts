import { describe, expect, test } from "vitest";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { forEachSignedLabelledPartition } from "../../../src/combinatorics/signed/forEachSigned.js";
import { mirroringOf } from "../../../src/combinatorics/signed/parity.js";
import {
  checkSignedEnumeration,
  signedLabelledPartitions,
} from "../../../src/combinatorics/signed/signedEnumeration.js";
import { expectAgreement, triangle } from "../counts/agreement.js";

describe.each(["odd", "even"] as const)("signed labelled partitions, %s", (parity) => {
  const mirroring = mirroringOf(parity);

  test("are visited as often as counted for r <= m <= 8", () => {
    const visited = (r: number, m: number): bigint =>
      BigInt(forEachSignedLabelledPartition(r, m, parity, () => undefined));
    expectAgreement((r, m) => labelledPartitionCountByStirling(r, m, mirroring), visited, triangle(8), 45);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])("are listed in order at r = %i, m = 6", (r) => {
    const expected = labelledPartitionCountByRecurrence(r, 6, mirroring);
    const listed = signedLabelledPartitions(r, 6, parity);
    expect(checkSignedEnumeration(listed, r, 6, parity, expected)).toEqual({ visited: expected });
  });

  test("have routes that agree for all r <= m <= 60", () => {
    const table = labelledPartitionTable(60, mirroring);
    const count = (r: number, m: number): bigint => labelledPartitionCount(r, m, mirroring);
    expectAgreement(count, (r, m) => table[m]?.[r] ?? 0n, triangle(60), 1891);
  });

  test.each([
    [30, 1000],
    [500, 1000],
    [0, 1000],
  ])("have routes that agree at (%i, %i)", (r, m) => {
    const count = labelledPartitionCount(r, m, mirroring);
    expect(labelledPartitionCountByZeroBlocks(r, m, mirroring)).toBe(count);
    expect(labelledPartitionCountByStirling(r, m, mirroring)).toBe(count);
    expect(labelledPartitionCountByRecurrence(r, m, mirroring)).toBe(count);
  });
});
