import { describe, expect, it } from "vitest";
import { type FloatType, floatsOf } from "../../src/formats/floatTypes.js";

const READING = { format: "toy", place: "a.toy" };

/** The floats of 16-bit patterns, in either order of bytes. */
function floats(type: FloatType, patterns: readonly number[], isLittleEndian: boolean): number[] {
  const bytes = new Uint8Array(2 * patterns.length);
  const view = new DataView(bytes.buffer);
  patterns.forEach((pattern, index) => {
    view.setUint16(2 * index, pattern, isLittleEndian);
  });
  return [...floatsOf({ bytes, count: patterns.length, type, isLittleEndian, name: "w" }, READING)];
}

/** The value of a pattern by the formula of IEEE 754. */
function byFormula(pattern: number, fieldBits: number, fractionBits: number): number {
  const field = (pattern >> fractionBits) & (2 ** fieldBits - 1);
  const fraction = (pattern & (2 ** fractionBits - 1)) / 2 ** fractionBits;
  const bias = 2 ** (fieldBits - 1) - 1;
  const size = field === 0 ? fraction * 2 ** (1 - bias) : (1 + fraction) * 2 ** (field - bias);
  return pattern >= 0x8000 ? -size : size;
}

describe("floats of 16 bits", () => {
  it.each<[FloatType, number, number]>([
    ["float16", 5, 10],
    ["bfloat16", 8, 7],
  ])("%s: all finite patterns have the value of the formula", (type, fieldBits, fractionBits) => {
    const all = Array.from({ length: 65536 }, (_, pattern) => pattern);
    const isFinite = (pattern: number): boolean =>
      ((pattern >> fractionBits) & (2 ** fieldBits - 1)) !== 2 ** fieldBits - 1;
    const finite = all.filter(isFinite);
    expect(finite.length).toBe(65536 - 2 ** (fractionBits + 1));
    const expected = finite.map((pattern) => byFormula(pattern, fieldBits, fractionBits));
    expect(floats(type, finite, true)).toEqual(expected);
    expect(floats(type, finite, false)).toEqual(expected);
    for (const pattern of all.filter((pattern) => !isFinite(pattern)))
      expect(() => floats(type, [pattern], true)).toThrow("entry 1 of w is");
  });
});

describe("floats of 32 and 64 bits", () => {
  it.each([true, false])("are read in either order of bytes (%s)", (isLittleEndian) => {
    const bytes = new Uint8Array(8);
    const view = new DataView(bytes.buffer);
    view.setFloat64(0, 0.1, isLittleEndian);
    const read = { bytes, isLittleEndian, name: "w" };
    expect([...floatsOf({ ...read, count: 1, type: "float64" }, READING)]).toEqual([0.1]);
    view.setFloat32(0, 0.1, isLittleEndian);
    view.setFloat32(4, -7, isLittleEndian);
    expect([...floatsOf({ ...read, count: 2, type: "float32" }, READING)]).toEqual([Math.fround(0.1), -7]);
  });

  it("must be numbers", () => {
    const bytes = new Uint8Array(Float64Array.of(1, Number.NaN).buffer);
    expect(() => floatsOf({ bytes, count: 2, type: "float64", name: "fc1.weight" }, READING)).toThrow(
      "a.toy: toy: entry 2 of fc1.weight is NaN, as training leaves it where it diverges; " +
        "give the weights of a run that did not",
    );
  });

  it("are as many as the reader says", () => {
    const read = { bytes: new Uint8Array(12), count: 2, type: "float64", name: "w" } as const;
    expect(() => floatsOf(read, READING)).toThrow("12 bytes for 2 of float64");
  });
});
