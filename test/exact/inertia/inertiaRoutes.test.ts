import { beforeEach, expect, test, vi } from "vitest";
import { certifiedNullspace } from "../../../src/exact/matrices/certifiedNullspace.js";
import { certifiedInertia } from "../../../src/exact/inertia/inertia.js";

vi.mock(import("../../../src/exact/matrices/certifiedNullspace.js"), { spy: true });
beforeEach(() => {
  vi.mocked(certifiedNullspace).mockClear();
});

/** Diagonal, the largest entry of so many bits: n vectors pass the check at the first attempt. */
const diagonal = (bits: bigint) => [
  [1n << (bits - 1n), 0n],
  [0n, -1n << (bits - 2n)],
];

test.each([
  [2n, 1],
  [120n, 1],
  [121n, 0],
  [4000n, 0],
])("of entries of %d bits the kernel is looked for %d times: long ones don't need it", (bits, times) => {
  expect(certifiedInertia(diagonal(bits)).inertia).toEqual({ positive: 1, negative: 1, zero: 0 });
  expect(certifiedNullspace).toHaveBeenCalledTimes(times);
});

test("of long entries it is looked for once where n vectors don't pass", () => {
  const long = 1n << 4000n;
  expect(
    certifiedInertia([
      [long, long],
      [long, long],
    ]).inertia,
  ).toEqual({ positive: 1, negative: 0, zero: 1 });
  expect(certifiedNullspace).toHaveBeenCalledTimes(1);
});
