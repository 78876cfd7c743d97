import { describe, expect, it } from "vitest";
import { commonMultiple, sumOfMatrices } from "../../../src/landscape/loss/rationalMatrix.js";
import { integers } from "../fixtures.js";

const over = (denominator: bigint, rows: string) => ({ numerators: integers(rows), denominator });

describe("sumOfMatrices", () => {
  const [first, second, third] = [over(6n, "1 2; 0 -1"), over(3n, "1 1; 0 1"), over(2n, "0 -1; 0 1")];

  it.each([
    // (1 + 2, 2 + 2 − 3; 0, −1 + 2 + 3) over 6.
    [[first, second, third], over(6n, "3 1; 0 4")],
    [[first, second], over(6n, "3 4; 0 1")],
    [[over(8n, "4 -6")], over(4n, "2 -3")],
    [[over(8n, "0")], over(1n, "0")],
    [[{ numerators: [], denominator: 5n }], { numerators: [], denominator: 1n }],
  ])("brings the sum to lowest terms (%#)", (summands, sum) => {
    expect(sumOfMatrices(summands)).toEqual(sum);
  });

  it("leaves its summands as they were", () => {
    const half = over(2n, "1");
    sumOfMatrices([half, half]);
    expect(half).toEqual(over(2n, "1"));
  });
});

describe("commonMultiple", () => {
  it.each([
    [[], 1n],
    [[1n], 1n],
    [[4n, 6n], 12n],
    [[12n, 4n, 6n], 12n],
    [[4n, 12n], 12n],
  ])("is least (%#)", (denominators, expected) => {
    expect(commonMultiple(denominators)).toBe(expected);
  });
});
