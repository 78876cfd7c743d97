import { describe, expect, it } from "vitest";
import { readNpy } from "../../src/formats/npy.js";
import { readNpz } from "../../src/formats/npz.js";
import { type Saved, archive, bytesOf, npy } from "./archives.js";

const READING = { format: "npy", place: "W1.npy" };
const SIX = bytesOf(1, 2, 3, 4, 5, 6);
const BIG = SIX.slice().reverse();

/** Shape and values of an array. */
function read(saved: Saved | Uint8Array): [readonly number[], number[]] {
  const bytes = saved instanceof Uint8Array ? saved : npy(saved);
  const { shape, numbers } = readNpy(bytes, "W1", READING);
  return [shape, Array.from(numbers.values as Float64Array)];
}

describe("an array of NumPy", () => {
  it.each<[string, Saved, readonly [number[], number[]]]>([
    [
      "row by row",
      { shape: "(2, 3)", data: SIX },
      [
        [2, 3],
        [1, 2, 3, 4, 5, 6],
      ],
    ],
    [
      "column by column",
      { shape: "(2, 3)", data: SIX, isFortran: true },
      [
        [2, 3],
        [1, 3, 5, 2, 4, 6],
      ],
    ],
    [
      "of the most significant byte first",
      { shape: "(3, 2)", data: BIG, descr: ">f8" },
      [
        [3, 2],
        [6, 5, 4, 3, 2, 1],
      ],
    ],
    ["that is a list", { shape: "(6,)", data: SIX, isFortran: true }, [[6], [1, 2, 3, 4, 5, 6]]],
    ["that is a number", { shape: "()", data: bytesOf(7) }, [[], [7]]],
    ["that is empty", { shape: "(0, 3)", data: bytesOf() }, [[0, 3], []]],
    ["of version 2", { shape: "(6,)", data: SIX, version: 2 }, [[6], [1, 2, 3, 4, 5, 6]]],
    ["of version 3", { shape: "(6,)", data: SIX, version: 3 }, [[6], [1, 2, 3, 4, 5, 6]]],
    [
      "with long sizes of Python 2",
      { shape: "(2L, 3L)", data: SIX },
      [
        [2, 3],
        [1, 2, 3, 4, 5, 6],
      ],
    ],
    [
      "with a header in another order",
      { shape: "", data: SIX, header: "{'shape':(6,),'descr':'<f8','fortran_order':False}" },
      [[6], [1, 2, 3, 4, 5, 6]],
    ],
    [
      "of float32",
      { shape: "(2,)", data: Uint8Array.of(0, 0, 128, 63, 0, 0, 0, 192), descr: "<f4" },
      [[2], [1, -2]],
    ],
    ["of float16", { shape: "(2,)", data: Uint8Array.of(0, 60, 1, 0), descr: "<f2" }, [[2], [1, 2 ** -24]]],
  ])("%s", (_, saved, expected) => {
    expect(read(saved)).toEqual(expected);
  });

  const noHeader = (header: string): Saved => ({ shape: "", data: SIX, header });
  it.each<[string, Saved, string]>([
    [
      "too few bytes",
      { shape: "(7,)", data: SIX },
      "W1 has 48 bytes of data, its 7 entries of float64 need 56 bytes",
    ],
    [
      "too many bytes",
      { shape: "(5,)", data: SIX },
      "W1 has 48 bytes of data, its 5 entries of float64 need 40 bytes",
    ],
    [
      "integers",
      { shape: "(6,)", data: SIX, descr: "<i8" },
      'W1 holds "<i8", which are integers; give floats',
    ],
    [
      "complex numbers",
      { shape: "(3,)", data: SIX, descr: "<c16" },
      'W1 holds "<c16", which are complex numbers',
    ],
    ["Python objects", { shape: "(3,)", data: SIX, descr: "|O" }, 'W1 holds "|O", which are Python objects'],
    [
      "bfloat16",
      { shape: "(3,)", data: SIX, descr: "|V2" },
      'W1 holds "|V2", which are numbers that NumPy doesn\'t know',
    ],
    [
      "quadruple floats",
      { shape: "(3,)", data: SIX, descr: "<f16" },
      'W1 holds "<f16"; give floats of 16, 32 or 64',
    ],
    ["floats in no order", { shape: "(6,)", data: SIX, descr: "=f8" }, 'W1 holds "=f8"; give floats'],
    ["nothing", { shape: "(6,)", data: SIX, descr: "" }, 'W1 holds ""; give floats'],
    [
      "records",
      noHeader("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (6,)}"),
      "W1 holds records",
    ],
    [
      "a huge shape",
      { shape: "(65536, 65536, 65536)", data: SIX },
      "W1 has the shape (65536, 65536, 65536), more than",
    ],
    [
      "a huge size",
      { shape: "(9999999999999999,)", data: SIX },
      "W1 has the shape (10000000000000000), more than",
    ],
    ["a size that is none", { shape: "(-1,)", data: SIX }, "W1 has the header"],
    ["no shape", noHeader("{'descr': '<f8', 'fortran_order': False}"), "W1 has the header"],
    [
      "two shapes",
      noHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (6,), 'shape': (6,)}"),
      "W1 has the header",
    ],
    [
      "another key",
      noHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (6,), 'x': True}"),
      "W1 has the header",
    ],
    ["code", noHeader("{'descr': '<f8', 'fortran_order': exit(), 'shape': (6,)}"), "W1 has the header"],
    [
      "another version",
      { shape: "(6,)", data: SIX, version: 4 },
      "W1 has format version 4; write it by numpy.save",
    ],
  ])("with %s is refused", (_, saved, message) => {
    expect(() => read(saved)).toThrow(`W1.npy: npy: ${message}`);
  });

  it("with a header of many keys is refused as fast as any", () => {
    const header = `{${"'descr'  :  '<f8'  ,  ".repeat(3000)}'x'}`;
    expect(() => read({ shape: "", data: SIX, header, version: 2 })).toThrow("no header of NumPy");
  });

  it("that is cut anywhere, or goes on, is refused", () => {
    const whole = npy({ shape: "(2, 3)", data: SIX });
    for (let length = 0; length < whole.length; length++)
      expect(() => read(whole.subarray(0, length))).toThrow(/^W1\.npy: npy: [^\n]+; [^\n]+$/);
    expect(() => read(Uint8Array.of(...whole, 0))).toThrow("W1 has 49 bytes of data");
    expect(() => read(Uint8Array.of(1, ...whole))).toThrow("W1 doesn't begin as an array of NumPy does");
  });

  it("that diverged is refused", () => {
    const message =
      "entry 2 of W1 is NaN, as training leaves it where it diverges; give the weights of a run";
    expect(() => read({ shape: "(2,)", data: bytesOf(1, Number.NaN) })).toThrow(message);
    expect(() => read({ shape: "(1,)", data: bytesOf(-Infinity) })).toThrow(
      "entry 1 of W1 is -Infinity, as training",
    );
  });
});

describe("an npz file", () => {
  it("has the arrays in the order in which they were saved", () => {
    const arrays = ["b", "W10", "W2"].map((name, index) => ({
      name: `${name}.npy`,
      bytes: npy({ shape: "(1,)", data: bytesOf(index) }),
      isDeflated: index === 1,
    }));
    const found = readNpz(archive(arrays), READING);
    expect(found.map(({ name, numbers }) => [name, ...numbers.values])).toEqual([
      ["b", 0],
      ["W10", 1],
      ["W2", 2],
    ]);
  });
});
