import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { InputError } from "../../../src/exact/inputError.js";

describe("a labelled partition from its codes", () => {
  it("knows its sizes and blocks", () => {
    const partition = LabelledPartition.of([2, 0, 1, -1, 2, 0], 2);
    expect(partition.codes).toEqual([2, 0, 1, -1, 2, 0]);
    expect(partition.r).toBe(2);
    expect(partition.m).toBe(6);
    expect(partition.zeroBlockCount).toBe(2);
    expect(partition.blockCount).toBe(4);
    expect(partition.labelledBlocks).toEqual([[2], [0, 4]]);
    expect(partition.zeroBlocks).toEqual([[1, 5], [3]]);
    expect(partition.key).toBe("2,0,1,-1,2,0");
  });

  it("may be empty, or hold no label", () => {
    const empty = LabelledPartition.of([], 0);
    expect([empty.m, empty.blockCount, empty.labelledBlocks, empty.zeroBlocks]).toEqual([0, 0, [], []]);
    const zero = LabelledPartition.of([0, 0], 0);
    expect([zero.blockCount, zero.zeroBlockCount]).toEqual([1, 1]);
    expect([zero.labelledBlocks, zero.zeroBlocks]).toEqual([[], [[0, 1]]]);
  });

  it("copies the codes, and takes minus zero for zero", () => {
    const codes = [1, -0];
    const partition = LabelledPartition.of(codes, 1);
    codes[0] = 7;
    expect(partition.codes).toEqual([1, 0]);
    expect(Object.is(LabelledPartition.canonical([1, -0, 0], 1).codes[1], 0)).toBe(true);
    expect(LabelledPartition.canonical([1, -0, 0], 1).zeroBlockCount).toBe(1);
  });

  it("reads typed arrays", () => {
    expect(LabelledPartition.of(Int8Array.of(1, 0, -1), 1).codes).toEqual([1, 0, -1]);
  });

  const renumber = "number the zero blocks 0, -1, -2, … in order of first appearance";

  it.each([
    [[1], -1, "the number of labels is -1; give a whole number r ≥ 0"],
    [[1], 1.5, "the number of labels is 1.5; give a whole number r ≥ 0"],
    [[], NaN, "the number of labels is NaN; give a whole number r ≥ 0"],
    [[1, 1], 3, "2 neurons can't hold 3 labels; use r ≤ m"],
    [[1], 1e9, "1 neuron can't hold 1000000000 labels; use r ≤ m"],
    [[1, 3], 2, "neuron 1 (counted from 0) has code 3; use a label 1…2, or 0, -1, -2, … for a zero block"],
    [[0.5], 1, "neuron 0 (counted from 0) has code 0.5; use a label 1…1, or 0, -1, -2, … for a zero block"],
    [[1, -1], 1, `neuron 1 opens zero block -1, but 0 comes next; ${renumber}`],
    [[0, 1, -2], 1, `neuron 2 opens zero block -2, but -1 comes next; ${renumber}`],
    [[2, 0], 2, "label 1 has no neuron; give each label 1…2 at least one neuron"],
    [[1, 1], 2, "label 2 has no neuron; give each label 1…2 at least one neuron"],
  ])("refuses %j with r = %d", (codes, r, message) => {
    const make = (): LabelledPartition => LabelledPartition.of(codes, r);
    expect(make).toThrow(InputError);
    expect(make).toThrow(new InputError(...(message.split("; ") as [string, string])));
  });

  it("refuses a hole in the list", () => {
    const codes = JSON.parse("[1, null]") as number[];
    expect(() => LabelledPartition.of(codes, 1)).toThrow("neuron 1 (counted from 0) has code null");
    expect(() => LabelledPartition.of(new Array<number>(1), 1)).toThrow(
      "neuron 0 (counted from 0) has code undefined",
    );
  });
});

describe("canonical", () => {
  it("numbers the zero blocks in order of first appearance", () => {
    expect(LabelledPartition.canonical([-7, 1, 0, -7, -2, 0], 1).codes).toEqual([0, 1, -1, 0, -2, -1]);
    expect(LabelledPartition.canonical([-1, 2, 1], 2).codes).toEqual([0, 2, 1]);
    expect(LabelledPartition.canonical([], 0).codes).toEqual([]);
  });

  it("refuses what can't be renumbered", () => {
    expect(() => LabelledPartition.canonical([2], 1)).toThrow(
      "neuron 0 (counted from 0) has code 2; use a label 1…1",
    );
    expect(() => LabelledPartition.canonical([-1, -1.5], 0)).toThrow(
      "neuron 1 (counted from 0) has code -1.5",
    );
    expect(() => LabelledPartition.canonical([-1], 1)).toThrow("label 1 has no neuron");
    expect(() => LabelledPartition.canonical([], 0.5)).toThrow("the number of labels is 0.5");
  });
});

describe("equality", () => {
  const partition = LabelledPartition.of([1, 0, -1], 1);
  it("holds for the same codes only", () => {
    expect(partition.equals(LabelledPartition.canonical([1, -4, -3], 1))).toBe(true);
    expect(partition.equals(LabelledPartition.of([1, 0, 0], 1))).toBe(false);
    expect(partition.equals(LabelledPartition.of([1, 0], 1))).toBe(false);
    expect(partition.equals(LabelledPartition.of([1, 0, -1, 1], 1))).toBe(false);
    expect(LabelledPartition.of([], 0).equals(LabelledPartition.of([0], 0))).toBe(false);
  });
});
