import { describe, expect, it } from "vitest";
import { readSafetensors } from "../../src/formats/safetensors.js";
import { bytesOf, safetensors } from "./archives.js";

const READING = { format: "safetensors", place: "a.safetensors" };
const TWO = bytesOf(0.1, -3);
const tensor = (start: number, end: number, more: object = {}) => ({
  dtype: "F64",
  shape: [(end - start) / 8],
  data_offsets: [start, end],
  ...more,
});

/** Name, shape and values of all tensors. */
function read(...given: Parameters<typeof safetensors>): unknown[] {
  return readSafetensors(safetensors(...given), READING).map(({ name, shape, numbers }) => [
    name,
    shape,
    ...numbers.values,
  ]);
}

describe("a safetensors file", () => {
  it("has its tensors in the order of its header, wherever their bytes are", () => {
    const header = {
      __metadata__: { format: "pt", by: "x" },
      w: tensor(8, 16),
      b: tensor(0, 8),
      e: tensor(16, 16),
    };
    expect(read(header, TWO)).toEqual([
      ["w", [1], -3],
      ["b", [1], 0.1],
      ["e", [0]],
    ]);
  });

  it.each([
    ["F16", [0x00, 0x3c, 0x01, 0x80], 1, -(2 ** -24)],
    ["BF16", [0x80, 0x3f, 0x20, 0xc1], 1, -10],
    ["F32", [0, 0, 0x80, 0x3f, 0xcd, 0xcc, 0xcc, 0x3d], 1, Math.fround(0.1)],
  ])("has floats of type %s", (dtype, bytes, ...values) => {
    const header = { w: { dtype, shape: [2], data_offsets: [0, bytes.length] } };
    expect(read(header, Uint8Array.from(bytes))).toEqual([["w", [2], ...values]]);
  });

  it("may have blanks after its header", () => {
    expect(read(`${JSON.stringify({ w: tensor(0, 16) })}     `, TWO)).toEqual([["w", [2], 0.1, -3]]);
  });

  const W = JSON.stringify(tensor(0, 16));
  it.each<[string, string | object, string]>([
    ["a hole", { a: tensor(8, 16) }, "a begins at byte 8, not at 0; give the whole file as it was written"],
    ["a hole between", { a: tensor(0, 0), b: tensor(8, 16) }, "b begins at byte 8, not at 0"],
    ["an overlap", { a: tensor(0, 16), b: tensor(8, 16) }, "b overlaps the one before"],
    ["bytes left", { a: tensor(0, 8) }, "its tensors have 8 bytes, its data 16"],
    ["bytes past the end", { a: tensor(0, 24) }, "its tensors have 24 bytes, its data 16"],
    [
      "an end before the start",
      { a: tensor(0, 16), b: { ...tensor(16, 8), shape: [0] } },
      "b begins at byte 16",
    ],
    ["another shape", { a: tensor(0, 16, { shape: [3] }) }, "a has 16 bytes, its 3 entries of F64 need 24"],
    ["another type", { a: tensor(0, 16, { dtype: "F32" }) }, "a has 16 bytes, its 2 entries of F32 need 8"],
    ["integers", { a: tensor(0, 16, { dtype: "I64" }) }, 'a holds "I64": integers are indices, or quantised'],
    ["floats of 8 bits", { a: tensor(0, 16, { dtype: "F8_E4M3" }) }, 'a holds "F8_E4M3"; give floats: F16'],
    [
      "a batch normalisation",
      { "bn.num_batches_tracked": tensor(0, 16, { dtype: "I64" }) },
      "bn.num_batches_tracked belongs to a batch normalisation, which is no layer of a plain network; fold it",
    ],
    ["a huge shape", { a: tensor(0, 16, { shape: [2 ** 40, 2 ** 40] }) }, "a has the shape (1099511627776, "],
    ["a negative size", { a: tensor(0, 16, { shape: [-2] }) }, 'the shape of a holds "-2", which is no size'],
    ["a size that is a fraction", { a: tensor(0, 16, { shape: [2.5] }) }, 'the shape of a holds "2.5"'],
    ["a size that is a text", { a: tensor(0, 16, { shape: ["2"] }) }, 'the shape of a holds "2"'],
    [
      "a shape of lists",
      { a: tensor(0, 16, { shape: [[2]] }) },
      "its header holds a list where none belongs",
    ],
    [
      "three places",
      { a: tensor(0, 16, { data_offsets: [0, 8, 16] }) },
      '"a" is not given by dtype, shape and two',
    ],
    ["one place", { a: tensor(0, 16, { data_offsets: [0] }) }, '"a" is not given by dtype, shape and two'],
    ["no type", { a: { shape: [2], data_offsets: [0, 16] } }, '"a" is not given by dtype, shape and two'],
    [
      "another field",
      { a: tensor(0, 16, { x: "y" }) },
      '"a" is not given by dtype, shape and two data_offsets',
    ],
    ["a tensor that is a number", { a: 3 }, 'its header holds "3" where an object belongs'],
    ["a deep object", { a: { b: { c: 1 } } }, "its header holds an object where none belongs"],
    ["a list", [1], "its header holds a list where none belongs"],
    ["a number", "3", 'its header holds "3" where an object belongs'],
    ["a name twice", `{"a":${W},"a":${W}}`, 'its header has "a" twice; write it by a library of safetensors'],
    ["a field twice", `{"a":{"dtype":"F64","dtype":"F32"}}`, '"a" has "dtype" twice'],
    ["no JSON", `{"a":${W},}`, 'its header is no JSON at "}"'],
    ["a comment", `{"a":${W}} // x`, 'its header is no JSON at "// x"'],
    ["nothing", "", "its header is no JSON at"],
  ])("with %s is refused", (_, header, message) => {
    expect(() => read(header, TWO)).toThrow(`a.safetensors: safetensors: ${message}`);
  });

  it("with a length that lies is refused before anything is read", () => {
    const header = { a: tensor(0, 16) };
    expect(() => read(header, TWO, 2n ** 63n)).toThrow(
      "the length of its header is 9223372036854775808, more than",
    );
    expect(() => read(header, TWO, 100_000_001n)).toThrow("a header of 100000001 bytes, more than 100000000");
    expect(() => read(header, TWO, 99_000_000n)).toThrow(
      "its header would be bytes 8 to 99000008 of a file of",
    );
    expect(() => read(header, TWO, 5n)).toThrow("its header is no JSON at");
  });

  it("with a header that isn't UTF-8 is refused", () => {
    const bytes = safetensors(`{"é":${W}}`, TWO);
    bytes[10] = 0xff;
    expect(() => readSafetensors(bytes, READING)).toThrow("its header is not UTF-8 text");
  });

  it("that is cut anywhere is refused", () => {
    const whole = safetensors({ a: tensor(0, 16) }, TWO);
    for (let length = 0; length < whole.length; length++)
      expect(() => readSafetensors(whole.subarray(0, length), READING)).toThrow(
        /^a\.safetensors: safetensors: [^\n]+; [^\n]+$/,
      );
  });
});
