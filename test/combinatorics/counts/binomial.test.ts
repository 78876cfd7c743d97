import { expect, test } from "vitest";
import { binomial, binomialRow } from "../../../src/combinatorics/counts/binomial.js";

test("binomials by Pascal's triangle, with zeros beyond it", () => {
  let row = [1n];
  for (let n = 0; n <= 20; n += 1) {
    expect(binomialRow(n)).toEqual(row);
    for (let k = 0; k <= n + 2; k += 1) expect(binomial(n, k)).toBe(row[k] ?? 0n);
    row = [1n, ...row.map((value, k) => value + (row[k + 1] ?? 0n))];
  }
});
