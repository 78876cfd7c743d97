import { describe, expect, it } from "vitest";
import {
  clearDenominators,
  dot,
  largestBits,
  pick,
  primitive,
  product,
  requireColumns,
  requireSquare,
  timesVector,
  transpose,
} from "../../../src/exact/vectors/integerMatrix.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { matrixOf } from "../matrices.js";

const ragged = [[1n, 2n], [3n]];

describe("shapes", () => {
  it("are refused with both sizes", () => {
    const error = new RangeError("row 1 has 1 entry, 2 columns expected");
    expect(() => {
      requireColumns(ragged, 2);
    }).toThrow(error);
    expect(() => requireSquare(ragged)).toThrow(error);
    expect(() => transpose(ragged, 2)).toThrow(error);
    expect(() => product(ragged, [[1n], [1n]], 1)).toThrow(error);
    expect(() => product([[1n, 1n]], ragged, 2)).toThrow(error);
    expect(() => timesVector(ragged, [1n, 1n])).toThrow(error);
    expect(() => dot([1n], [])).toThrow(new RangeError("vectors of 1 and 0 entries"));
  });

  it.each([-1, 1 / 2, NaN])("don't have %s columns", (columns) => {
    expect(() => {
      requireColumns([], columns);
    }).toThrow(new RangeError(`a matrix of ${columns} columns`));
  });

  it("are known of empty matrices", () => {
    expect(requireSquare([])).toBe(0);
    expect(requireSquare([[5n]])).toBe(1);
    expect(() => requireSquare([[]])).toThrow("row 0 has 0 entries, 1 column expected");
    expect(transpose([], 2)).toEqual([[], []]);
    expect(transpose([[], []], 0)).toEqual([]);
    expect(product([[], []], [], 3)).toEqual(matrixOf("0 0 0; 0 0 0"));
    expect(product([], [[1n]], 1)).toEqual([]);
  });
});

describe("matrix arithmetic", () => {
  const a = matrixOf("1 2 0; 0 -1 3");

  it("turns, multiplies and picks", () => {
    expect(transpose(a, 3)).toEqual(matrixOf("1 0; 2 -1; 0 3"));
    expect(product(a, transpose(a, 3), 2)).toEqual(matrixOf("5 -2; -2 10"));
    expect(timesVector(a, [1n, 10n, 100n])).toEqual([21n, 290n]);
    expect(pick(a, [1, 0], [2, 1])).toEqual(matrixOf("3 -1; 0 2"));
    expect(dot([], [])).toBe(0n);
  });

  it("takes out the common factor and leaves the sign", () => {
    expect(primitive([-4n, 6n])).toEqual([-2n, 3n]);
    expect(primitive([0n, -5n])).toEqual([0n, -1n]);
    expect(primitive([0n, 0n])).toEqual([0n, 0n]);
    expect(primitive([2n, 3n])).toEqual([2n, 3n]);
    expect(primitive([])).toEqual([]);
  });

  it("clears denominators row by row", () => {
    expect(clearDenominators([RationalVector.parse("1/2", "-1/3"), RationalVector.parse("4", "6")])).toEqual(
      matrixOf("3 -2; 4 6"),
    );
  });
});

describe("largestBits", () => {
  it("looks at both signs and all rows", () => {
    expect([largestBits([]), largestBits([[]]), largestBits([[0n]])]).toEqual([0, 0, 0]);
    expect(largestBits([[3n, -4n], [1n]])).toBe(3);
    expect(largestBits([[3n, -1n], [8n]])).toBe(4);
    expect(largestBits([[-8n, 7n]])).toBe(4);
    expect(largestBits([[-8n, 16n], [-31n]])).toBe(5);
    expect(largestBits([[-3n, 2n]])).toBe(2);
  });
});
