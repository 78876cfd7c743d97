import { describe, expect, it } from "vitest";
import { readData } from "../../src/formats/readData.js";
import { archive, bytesOf, npy } from "./archives.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const array = (name: string, shape: string, ...values: number[]): { name: string; bytes: Uint8Array } => ({
  name: `${name}.npy`,
  bytes: npy({ shape, data: bytesOf(...values) }),
});
/** What is read of a file, by the keys of its vectors. */
function read(bytes: Uint8Array): unknown[] {
  const found = readData({ place: "d", bytes });
  if (found === undefined) return [];
  const { format, inputs, targets, decisions } = found;
  return [format, inputs.map(({ key }) => key), targets?.map(({ key }) => key), decisions];
}

describe("data", () => {
  it("of an npz file are its arrays x and y, by whatever names", () => {
    const file = archive([array("y", "(2,)", 5, 6), array("X", "(2, 3)", 1, 2, 3, 4, 0.5, -6)]);
    expect(read(file)).toEqual([
      "npz",
      ["1,2,3", "4,1/2,-6"],
      ["5", "6"],
      ["inputs X (2 × 3)", "targets y (a list of 2 numbers)"],
    ]);
    const named = archive([array("inputs", "(1, 2)", 1, 0.1), array("w", "(1, 1)", 9)]);
    expect(read(named)).toEqual([
      "npz",
      ["1,3602879701896397/36028797018963968"],
      undefined,
      ["inputs inputs (1 × 2)", "w passed over"],
    ]);
  });

  it("of an npy file are inputs, of several dimensions too", () => {
    const images = array("a", "(2, 2, 2)", 1, 2, 3, 4, 5, 6, 7, 8).bytes;
    expect(read(images)).toEqual(["npy", ["1,2,3,4", "5,6,7,8"], undefined, ["the array has the inputs"]]);
  });

  it("of a CSV file are told by the names above its columns", () => {
    const digits = "decimals are the numbers that their digits say";
    expect(read(utf8("x1,y1,x2,Target_2\n0.1,2,3,4\n1/3,6,0x1p-1,8\n"))).toEqual([
      "CSV",
      ["1/10,3", "1/3,1/2"],
      ["2,4", "6,8"],
      ["inputs x1, x2", "targets y1, Target_2", digits],
    ]);
    expect(read(utf8("# x y\n1 2\n3 4\n"))).toEqual([
      "CSV",
      ["1,2", "3,4"],
      undefined,
      ["inputs all columns", digits],
    ]);
  });

  it("of JSON are read elsewhere", () => {
    expect(read(utf8('\n {"format": 1}'))).toEqual([]);
    expect(read(utf8("[1]"))).toEqual([]);
    expect(read(utf8(""))).toEqual([]);
  });

  it.each<[Uint8Array, string]>([
    [
      archive([array("a", "(1, 1)", 1), array("b", "(2,)", 1, 2)]),
      "d: npz: of the arrays a (1 × 1), b (a list of 2 numbers) it isn't clear which has the inputs; call the arrays x and y, or inputs and targets",
    ],
    [archive([array("x", "(1, 1)", 1), array("inputs", "(1, 1)", 1)]), "it isn't clear which has the inputs"],
    [
      archive([array("x", "(1, 1)", 1), array("y", "(1,)", 1), array("targets", "(1,)", 1)]),
      "it isn't clear which has the inputs",
    ],
    [archive([array("x", "()", 1)]), "d: npz: x is a single number; give an array with a row for each input"],
    [utf8("x,y\n1,two\n"), 'd: CSV: line 2 has "two"; write numbers alone, such as -1.5e-3'],
    [utf8("hello"), "d: CSV: it holds names, and no numbers"],
    [Uint8Array.of(0x80, 4, 0x95), "d: pickle: no file of data; give data as npz, npy, CSV or JSON"],
  ])("are refused if they aren't clear (%#)", (bytes, message) => {
    expect(() => readData({ place: "d", bytes })).toThrow(message);
  });
});
