import { describe, expect, it } from "vitest";
import { certifiedInertia, inertia, inertiaFault } from "../../src/exact/inertia.js";

describe("inertia", () => {
  it("is by hand for small matrices", () => {
    expect(inertia([])).toEqual({ positive: 0, negative: 0, zero: 0 });
    expect(inertia([[0n]])).toEqual({ positive: 0, negative: 0, zero: 1 });
    expect(inertia([[-3n]])).toEqual({ positive: 0, negative: 1, zero: 0 });
    const swap = [
      [0n, 1n],
      [1n, 0n],
    ];
    expect(inertia(swap)).toEqual({ positive: 1, negative: 1, zero: 0 });
    expect(inertiaFault(swap, certifiedInertia(swap))).toBeUndefined();
  });
});
