import { describe, expect, it } from "vitest";
import { type Block, unmarshal } from "../../../src/coq/compiled/marshal.js";
import { small } from "./compiledBytes.js";

const read = (...bytes: number[]): unknown => unmarshal(small(...bytes), 0);
const zeros = Array<number>(30).fill(0);
const block = (tag: number, ...fields: unknown[]): unknown => ({ tag, fields });

describe("unmarshal", () => {
  it.each([
    ["the smallest integer", [0x40], 0],
    ["a small one", [0x40 + 42], 42],
    ["one of 8 bits", [0x00, 0xff], -1],
    ["one of 16 bits", [0x01, 0x80, 0x00], -32768],
    ["one of 32 bits", [0x02, 0x00, 0x01, 0x00, 0x00], 65536],
    ["one of 64 bits", [0x03, 0, 0, 0, 1, 0, 0, 0, 0], 2 ** 32],
    ["one beyond doubles", [0x03, 0x40, 0, 0, 0, 0, 0, 0, 1], null],
    ["an empty string", [0x20], ""],
    ["a short string", [0x22, 0x68, 0x69], "hi"],
    ["a string with a length of 8 bits", [0x09, 2, 0xcf, 0x83], "σ"],
    ["one with 32 bits", [0x0a, 0, 0, 0, 1, 0x78], "x"],
    ["one with 64 bits", [0x15, 0, 0, 0, 0, 0, 0, 0, 1, 0x78], "x"],
    ["a constant constructor's block", [0x80], block(0)],
    ["a block", [0x80 + (2 << 4) + 3, 0x41, 0x21, 0x61], block(3, 1, "a")],
    ["a block with a long header", [0x08, 0, 0, 0x04, 0x0e, 0x47], block(14, 7)],
    ["one with a header of 64 bits", [0x13, 0, 0, 0, 0, 0, 0, 0x04, 0x0e, 0x47], block(14, 7)],
    ["a float", [0x0c, 0, 0, 0, 0, 0, 0, 0, 0], null],
    ["floats", [0x0e, 2, ...Array<number>(16).fill(1)], null],
    ["a boxed integer", [0x19, 0x5f, 0x6a, 0, 0, 0, 0, 0, 0, 0, 0, 9], null],
    ["a native one", [0x12, 0x5f, 0x6e, 0, 2, 0, 0, 0, 0, 0, 0, 0, 9], null],
  ])("reads %s", (_, bytes, value) => {
    expect(read(...bytes)).toEqual(value);
  });

  it("keeps what is shared one object, counting blocks before their fields", () => {
    // ((1, "a"), itself's first again, "a" again)
    const value = read(0xb0, 0xa0, 0x41, 0x21, 0x61, 0x04, 2, 0x04, 1) as Block;
    expect(value.fields[1]).toBe(value.fields[0]);
    expect(value.fields[2]).toBe("a");
    // A block without fields is not an object.
    const without = read(0xb0, 0x80, 0x21, 0x61, 0x04, 2) as Block;
    expect(without.fields.slice(0, 2)).toEqual([block(0), "a"]);
    expect(without.fields[2]).toBe(without);
    // Floats and boxed integers are.
    expect(read(0xb0, 0x21, 0x61, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0x04, 2)).toEqual(block(0, "a", null, "a"));
  });

  it.each<[string, number[], number]>([
    ["a float, big end first", [0x0b], 8],
    ["a float, little end first", [0x0c], 8],
    ["3 floats, big end first", [0x0d, 3], 24],
    ["3 floats, little end first", [0x0e, 3], 24],
    ["3 by 32 bits, big end first", [0x0f, 0, 0, 0, 3], 24],
    ["3 by 32 bits, little end first", [0x07, 0, 0, 0, 3], 24],
    ["3 by 64 bits, big end first", [0x16, 0, 0, 0, 0, 0, 0, 0, 3], 24],
    ["3 by 64 bits, little end first", [0x17, 0, 0, 0, 0, 0, 0, 0, 3], 24],
    ["an integer of 32 bits", [0x19, 0x5f, 0x69, 0], 4],
    ["an integer of 64 bits", [0x19, 0x5f, 0x6a, 0], 8],
    ["a native integer of 32 bits", [0x19, 0x5f, 0x6e, 0, 1], 4],
    ["a native integer of 64 bits", [0x12, 0x5f, 0x6e, 0, 2], 8],
  ])("goes on behind %s", (_, head, length) => {
    // Behind the first field, of zeros, stands the 7.
    const value = read(0xa0, ...head, ...Array<number>(length).fill(0), 0x47);
    expect(value).toEqual(block(0, null, 7));
  });

  it("reads values deeper than JavaScript's own stack, and the long header", () => {
    const depth = 200_000;
    const deep = unmarshal(Buffer.concat([small(), Buffer.alloc(depth, 0x90), Buffer.from([0x41])]), 0);
    let levels = 0;
    for (let at = deep; typeof at === "object" && at !== null; at = at.fields[0] ?? null) levels += 1;
    expect(levels).toBe(depth);
    const long = [0x84, 0x95, 0xa6, 0xbf, ...zeros.slice(2), 0x45];
    expect(unmarshal(Buffer.from(long), 0)).toBe(5);
  });

  it.each([
    ["other bytes", Buffer.alloc(40), "no marshalled value at byte 0"],
    ["a value compressed", Buffer.from([0x84, 0x95, 0xa6, 0xbd, ...zeros]), "no marshalled value"],
    ["functions", small(0x10, 0, 0, 0, 0), "code 16 at byte 20 is not the code of a value"],
    ["a kind with its size in memory", small(0x18, 0x5f, 0x7a, 0), "code 24 at byte 20"],
    ["an unknown kind", small(0x19, 0x5f, 0x78, 0), 'unknown kind "_x" of value'],
    ["a share of nothing", small(0x04, 1), "no object 1 back"],
    ["an end in a string", small(0x23, 0x61), "the value ends too early"],
    ["an end in a block", small(0xa0, 0x41), "the value ends too early"],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => unmarshal(bytes, 0)).toThrow(message);
    expect(() => unmarshal(bytes, 0)).toThrow(RangeError);
  });
});
