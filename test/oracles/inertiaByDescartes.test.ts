import { describe, expect, it } from "vitest";
import { inertiaByDescartes } from "./inertiaByDescartes.js";
import { congruent, unimodular } from "../exact/inertia/symmetricMatrices.js";
import { matrixOf } from "../exact/matrices.js";

describe("inertiaByDescartes", () => {
  it("is by hand for small matrices", () => {
    expect(inertiaByDescartes([])).toEqual({ positive: 0, negative: 0, zero: 0 });
    expect(inertiaByDescartes([[0n]])).toEqual({ positive: 0, negative: 0, zero: 1 });
    expect(inertiaByDescartes([[4n]])).toEqual({ positive: 1, negative: 0, zero: 0 });
    expect(inertiaByDescartes([[-4n]])).toEqual({ positive: 0, negative: 1, zero: 0 });
    const swap = matrixOf("0 1; 1 0");
    expect(inertiaByDescartes(swap)).toEqual({ positive: 1, negative: 1, zero: 0 });
  });

  it("is that of a diagonal matrix under any congruence", () => {
    let seen = 0;
    for (const a of [-5n, 0n, 1n]) {
      for (const b of [-1n, 0n, 3n]) {
        for (const c of [-2n, 0n, 8n]) {
          const values = [a, b, c, 1n, -1n];
          const matrix = congruent(values, unimodular(5, 12, seen));
          expect(inertiaByDescartes(matrix)).toEqual({
            positive: values.filter((value) => value > 0n).length,
            negative: values.filter((value) => value < 0n).length,
            zero: values.filter((value) => value === 0n).length,
          });
          seen++;
        }
      }
    }
    expect(seen).toBe(27);
  });

  it("refuses what isn't symmetric", () => {
    const matrix = matrixOf("0 1; 2 0");
    expect(() => inertiaByDescartes(matrix)).toThrow(
      "not symmetric: the entries at (0, 1) and (1, 0) differ",
    );
  });
});
