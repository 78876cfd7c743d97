import { describe, expect, it } from "vitest";
import type { Parity } from "../../../src/combinatorics/signed/parity.js";
import { SignedLabelledPartition } from "../../../src/combinatorics/signed/signedLabelledPartition.js";
import { InputError } from "../../../src/exact/inputError.js";

describe("a signed labelled partition from its codes and signs", () => {
  it("knows its sizes and blocks", () => {
    const partition = SignedLabelledPartition.of(
      [2, 0, 1, -1, 2, 0, -2, -1],
      [-1, 1, 1, 0, 1, -1, 1, 0],
      2,
      "odd",
    );
    expect([partition.r, partition.m, partition.parity]).toEqual([2, 8, "odd"]);
    expect(partition.codes).toEqual([2, 0, 1, -1, 2, 0, -2, -1]);
    expect(partition.signs).toEqual([-1, 1, 1, 0, 1, -1, 1, 0]);
    expect(partition.labelledBlocks).toEqual([[2], [0, 4]]);
    expect(partition.freeBlocks).toEqual([[1, 5], [6]]);
    expect(partition.silentUnits).toEqual([3, 7]);
    expect([partition.freeBlockCount, partition.silentCode]).toEqual([2, -1]);
    expect(partition.unsigned.zeroBlocks).toEqual([[1, 5], [3, 7], [6]]);
  });

  it("may have no silent neuron, no label, or no neuron", () => {
    const mirrored = SignedLabelledPartition.of([0, 1, 0], [1, -1, -1], 1, "even");
    expect([mirrored.silentUnits, mirrored.silentCode]).toEqual([[], undefined]);
    expect([mirrored.freeBlocks, mirrored.freeBlockCount]).toEqual([[[0, 2]], 1]);
    const silent = SignedLabelledPartition.of([0, 0], [0, 0], 0, "odd");
    expect([silent.freeBlocks, silent.silentUnits, silent.silentCode]).toEqual([[], [0, 1], 0]);
    expect(SignedLabelledPartition.of([], [], 0, "even").m).toBe(0);
  });

  it("copies the signs, and takes minus zero for zero", () => {
    const signs = [1, -0];
    const partition = SignedLabelledPartition.of([1, 0], signs, 1, "odd");
    signs[0] = -1;
    expect(partition.signs).toEqual([1, 0]);
    expect(
      Object.is(SignedLabelledPartition.canonical([1, 0], Int8Array.of(1, 0), 1, "odd").signs[1], 0),
    ).toBe(true);
  });

  it("has a text and JSON", () => {
    const partition = SignedLabelledPartition.of([1, 0, -1], [-1, 0, 1], 1, "odd");
    expect(String(partition)).toBe("[1, 0, -1] with signs [-1, 0, 1]");
    expect(JSON.stringify(partition)).toBe('{"labelledPartition":[1,0,-1],"signs":[-1,0,1]}');
  });

  const silentOrNot = "give sign 0 to all neurons of the silent block, and to no others";

  it.each<[number[], number[], number, Parity, string]>([
    [[1], [], 1, "odd", "0 signs for 1 neurons; give a sign for each neuron"],
    [[1], [1, 1], 1, "odd", "2 signs for 1 neurons; give a sign for each neuron"],
    [
      [1],
      [2],
      1,
      "odd",
      "neuron 0 (counted from 0) has sign 2; use 1, or -1 if it is mirrored, or 0 if it is silent",
    ],
    [
      [1, 0],
      [1, NaN],
      1,
      "odd",
      "neuron 1 (counted from 0) has sign NaN; use 1, or -1 if it is mirrored, or 0 if it is silent",
    ],
    [
      [1, 1],
      [1, 0],
      1,
      "odd",
      "neuron 1 has a label and sign 0; use 1 or -1: a silent neuron is in a zero block",
    ],
    [
      [1, 0],
      [1, -1],
      1,
      "even",
      "neuron 1 opens a zero block with sign -1; mirror the whole block: its first neuron has sign 1",
    ],
    [[0, 0], [0, -1], 0, "odd", `neurons 0 and 1 of one zero block have signs 0 and -1; ${silentOrNot}`],
    [[0, 0], [1, 0], 0, "odd", `neurons 0 and 1 of one zero block have signs 1 and 0; ${silentOrNot}`],
    [
      [0, -1],
      [1, 0],
      0,
      "even",
      "neuron 1 is silent, with sign 0, at even parity; use signs 1 and -1: only an odd activation has silent neurons",
    ],
    [
      [0, -1],
      [0, 0],
      0,
      "odd",
      "neuron 1 opens a second silent block; give all silent neurons the same code",
    ],
    [
      [2],
      [1],
      1,
      "odd",
      "neuron 0 (counted from 0) has code 2; use a label 1…1, or 0, -1, -2, … for a zero block",
    ],
  ])("refuses codes %j with signs %j, r = %d, %s", (codes, signs, r, parity, message) => {
    const make = (): SignedLabelledPartition => SignedLabelledPartition.of(codes, signs, r, parity);
    expect(make).toThrow(InputError);
    expect(make).toThrow(new InputError(...(message.split("; ") as [string, string])));
  });
});

describe("canonical", () => {
  it("numbers the zero blocks, and mirrors those that begin with −1", () => {
    const partition = SignedLabelledPartition.canonical(
      [-7, 1, -2, -7, -3, -3],
      [-1, -1, 0, 1, 1, -1],
      1,
      "odd",
    );
    expect(partition.codes).toEqual([0, 1, -1, 0, -2, -2]);
    expect(partition.signs).toEqual([1, -1, 0, -1, 1, -1]);
  });

  it("leaves a canonical one as it is", () => {
    const partition = SignedLabelledPartition.of([1, 0, 0], [-1, 1, -1], 1, "even");
    expect(SignedLabelledPartition.canonical(partition.codes, partition.signs, 1, "even").key).toBe(
      partition.key,
    );
  });

  it("refuses what can't be repaired", () => {
    expect(() => SignedLabelledPartition.canonical([0, 0], [-1, 0], 0, "odd")).toThrow(
      "neurons 0 and 1 of one zero block have signs 1 and 0",
    );
    expect(() => SignedLabelledPartition.canonical([0], [1, 1], 0, "odd")).toThrow("2 signs for 1 neurons");
    expect(() => SignedLabelledPartition.canonical([0], [0], 0, "even")).toThrow("at even parity");
  });
});

describe("equality", () => {
  const partition = SignedLabelledPartition.of([1, 0, 0], [1, 1, -1], 1, "odd");

  it("holds for the same codes, signs and parity only", () => {
    expect(partition.equals(SignedLabelledPartition.canonical([1, -4, -4], [1, -1, 1], 1, "odd"))).toBe(true);
    expect(partition.equals(SignedLabelledPartition.of([1, 0, 0], [-1, 1, -1], 1, "odd"))).toBe(false);
    expect(partition.equals(SignedLabelledPartition.of([1, 0, 0], [1, 1, 1], 1, "odd"))).toBe(false);
    expect(partition.equals(SignedLabelledPartition.of([1, 0, -1], [1, 1, 1], 1, "odd"))).toBe(false);
    expect(partition.equals(SignedLabelledPartition.of([1, 0, 0], [1, 1, -1], 1, "even"))).toBe(false);
    expect(partition.equals(SignedLabelledPartition.of([1, 0], [1, 1], 1, "odd"))).toBe(false);
  });
});
