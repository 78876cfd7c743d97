import { beforeEach, expect, test, vi } from "vitest";
import { certifiedNullspace } from "../../../src/exact/matrices/certifiedNullspace.js";
import { certifiedInertia } from "../../../src/exact/inertia/inertia.js";
import { diagonal, pair } from "../matrices.js";

vi.mock(import("../../../src/exact/matrices/certifiedNullspace.js"), { spy: true });
beforeEach(() => {
  vi.mocked(certifiedNullspace).mockClear();
});

/** Largest entry of the given number of bits: n vectors pass the check at the first attempt. */
const longDiagonal = (bits: bigint) => diagonal(1n << (bits - 1n), -1n << (bits - 2n));

test.each([
  [2n, 1],
  [120n, 1],
  [121n, 0],
  [4000n, 0],
])("of entries of %d bits %d searches for the kernel: long ones don't need it", (bits, times) => {
  expect(certifiedInertia(longDiagonal(bits)).inertia).toEqual({ positive: 1, negative: 1, zero: 0 });
  expect(certifiedNullspace).toHaveBeenCalledTimes(times);
});

test("of long entries one search where n vectors don't pass", () => {
  const long = 1n << 4000n;
  expect(certifiedInertia(pair(long, long, long)).inertia).toEqual({ positive: 1, negative: 0, zero: 1 });
  expect(certifiedNullspace).toHaveBeenCalledTimes(1);
});
