import { describe, expect, it } from "vitest";
import { MAX_UNPACKED, zipBytes, zipEntries } from "../../src/formats/zip.js";
import { type Stored, archive } from "./archives.js";

const READING = { format: "npz", place: "a.npz" };
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const A: Stored = { name: "a.npy", bytes: text("the first".repeat(50)) };
const B: Stored = { name: "b.npy", bytes: text("2") };

/** Name and content of all files. */
function contents(bytes: Uint8Array): (readonly [string, string])[] {
  return zipEntries(bytes, READING).map((file) => [
    file.name,
    new TextDecoder().decode(zipBytes(bytes, file, READING)),
  ]);
}

describe("a zip archive", () => {
  const expected = [
    ["a.npy", "the first".repeat(50)],
    ["b.npy", "2"],
  ];

  it.each([
    ["stored", archive([A, B])],
    ["deflated", archive([{ ...A, isDeflated: true }, B])],
    [
      "with sizes of 64 bits",
      archive([
        { ...A, is64: true },
        { ...B, is64: true, isDeflated: true },
      ]),
    ],
    ["with a directory of 64 bits", archive([A, { ...B, is64: true }], { is64: true })],
    ["with a comment", archive([A, B], { comment: "PK\x05\x06 and more words than an end has" })],
  ])("%s gives its files in their order", (_, bytes) => {
    expect(contents(bytes)).toEqual(expected);
  });

  it("may be empty, and may hold empty files", () => {
    expect(contents(archive([]))).toEqual([]);
    expect(contents(archive([{ name: "e", bytes: text(""), isDeflated: true }]))).toEqual([["e", ""]]);
  });

  it.each<[string, readonly Stored[], string]>([
    ["a name twice", [A, A], "it holds a.npy twice; keep one of them"],
    [
      "another checksum",
      [{ ...A, says: { crc: 1 } }],
      "a.npy doesn't have the checksum that the archive says",
    ],
    ["a larger stored size", [{ ...A, says: { size: 451 } }, B], "a.npy unpacks to 450 bytes, and says 451"],
    [
      "a smaller deflated size",
      [{ ...A, isDeflated: true, says: { size: 449 } }],
      "a.npy unpacks to more than the 449 bytes that it says",
    ],
    [
      "a larger deflated size",
      [{ ...A, isDeflated: true, says: { size: 451 } }],
      "a.npy unpacks to 450 bytes, and says 451",
    ],
    [
      "a size that packed bytes can't give",
      [{ ...B, isDeflated: true, says: { size: 900_000_000 } }],
      "b.npy says that it unpacks to 900000000 bytes, and has 3",
    ],
    [
      "more than may be",
      [{ ...A, is64: true, says: { size: MAX_UNPACKED } }, B],
      "it unpacks to 1073741825 bytes, and may to 1073741824; give a smaller network",
    ],
    [
      "a size past the end",
      [{ ...A, says: { packedSize: 9999, size: 9999 } }],
      "a.npy would be bytes 35 to 10034",
    ],
    ["files that overlap", [{ ...A, says: { packedSize: 480 } }, B], "a.npy and b.npy overlap"],
    ["a place that is none", [A, { ...B, says: { offset: 3 } }], "a.npy and b.npy overlap"],
    ["a header that is none", [{ ...A, says: { offset: 2 } }], "the header of a.npy is not there"],
    [
      "a place beyond all files",
      [{ ...A, is64: true, says: { offset: 2 ** 60 } }],
      "the extra field of a.npy is 1152921504606846976, more than any file has bytes",
    ],
    ["a password", [{ ...A, says: { flags: 1 } }], "a.npy is encrypted; store it without a password"],
    [
      "another method",
      [{ ...A, says: { method: 14 } }],
      "a.npy is packed by method 14; write it by numpy.savez",
    ],
    ["no deflated bytes", [{ ...A, says: { method: 8 } }], "a.npy can't be unpacked"],
  ])("with %s is refused", (_, files, message) => {
    expect(() => contents(archive(files))).toThrow(`a.npz: npz: ${message}`);
  });

  it("that is cut anywhere is refused, by one line that names the format", () => {
    const whole = archive([{ ...A, isDeflated: true }, B], { is64: true });
    for (let length = 0; length < whole.length; length++)
      expect(() => contents(whole.subarray(0, length))).toThrow(/^a\.npz: npz: [^\n]+; give the whole file/);
  });

  it("that ends within its packed bytes is refused", () => {
    const packed = archive([{ ...A, isDeflated: true }]);
    const [file] = zipEntries(packed, READING);
    if (file === undefined) throw new Error("no file");
    const short = { ...file, packedSize: file.packedSize - 3 };
    expect(() => zipBytes(packed, short, READING)).toThrow(/a\.npy (?:can't be unpacked|ends before)/);
  });

  it("with a directory of another length is refused", () => {
    const bytes = archive([A, B]);
    bytes[bytes.length - 10] = 120;
    expect(() => contents(bytes)).toThrow("its directory has 102 bytes, and says 120");
    bytes[bytes.length - 12] = 1;
    expect(() => contents(bytes)).toThrow("its directory has 51 bytes, and says 120");
  });
});
