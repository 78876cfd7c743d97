import { describe, expect, it } from "vitest";
import { type FormatName, formatOf, unpackedSize } from "../../src/formats/recognised.js";
import { networkOfFiles, readNetwork } from "../../src/formats/readNetwork.js";
import { archive, bytesOf, npy, safetensors } from "./archives.js";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const matrix = (shape: string, count: number): Uint8Array =>
  npy({ shape, data: bytesOf(...Array.from({ length: count }, (_, index) => index)) });
const W1 = { name: "W1.npy", bytes: matrix("(3, 2)", 6) };
const W2 = { name: "W2.npy", bytes: matrix("(1, 3)", 3), isDeflated: true };
const inArchive = (...names: string[]): Uint8Array =>
  archive(names.map((name) => ({ name, bytes: text("x") })));

const TENSOR = { dtype: "F64", shape: [1, 1], data_offsets: [0, 8] };

const FORMATS: readonly (readonly [FormatName, Uint8Array, string])[] = [
  ["npz", archive([W1, W2]), ""],
  [
    "npy",
    W1.bytes,
    "one matrix, and a network has two or more; give the files of the others, too: equiloss import",
  ],
  ["safetensors", safetensors({ "fc.weight": TENSOR }, bytesOf(1)), "one matrix, and a network"],
  [
    "safetensors",
    safetensors({ w: TENSOR }, bytesOf(1), 2n ** 62n),
    "the length of its header is 4611686018427387904",
  ],
  [
    "PyTorch",
    inArchive("net/data.pkl", "net/data/0"),
    "a file of torch.save is a pickle, which runs code when",
  ],
  ["pickle", Uint8Array.of(0x80, 2, 0x8a), "a pickle runs code when it is read; write it as safetensors"],
  [
    "Keras",
    inArchive("config.json", "metadata.json", "model.weights.h5"),
    "its configuration is no JSON; save the model again",
  ],
  ["zip", inArchive("a.npy", "b.txt"), "the archive is none of numpy.savez, whose files all end with .npy"],
  ["zip", archive([W1]).subarray(0, 90), "the archive has no directory at its end, so it was cut"],
  ["HDF5", text("\x89HDF\r\n\x1a\n").slice(1), ""],
  ["gzip", Uint8Array.of(0x1f, 0x8b, 8), "the file is packed; unpack it by gunzip"],
  ["ONNX", Uint8Array.of(8, 7, 0x12, 7), "field 2 of ModelProto: needs 7 bytes"],
  ["TFLite", text("\x1c\0\0\0TFL3"), "this format isn't read"],
  ["GGUF", text("GGUF\x03"), "this format isn't read"],
  ["MATLAB", text("MATLAB 5.0 MAT-file, Platform"), "this format isn't read"],
  [
    "text",
    text('{"format": {}}'),
    "no file of a network that is told by what it holds; give a file of numpy.savez",
  ],
  ["text", text('{"a":1,\n{'), "no file of a network that is told"],
  ["text", text(""), "no file of a network that is told"],
];

describe("the format of a file", () => {
  it.each(FORMATS.filter(([, , message]) => message !== ""))(
    "%s is told by what it holds (%#)",
    (format, bytes, message) => {
      expect(formatOf(bytes)).toBe(format);
      expect(() => readNetwork({ place: "a.bin", bytes })).toThrow(`a.bin: ${format}: ${message}`);
    },
  );

  it("HDF5 begins with a byte that is no letter", () => {
    expect(formatOf(Uint8Array.of(0x89, ...text("HDF\r\n\x1a\n")))).toBe("HDF5");
  });

  it("counts the name of no file", () => {
    const found = readNetwork({ place: "weights.json", bytes: archive([W1, W2]) });
    expect([found.format, found.layers.map(({ name }) => name)]).toEqual(["npz", ["1", "2"]]);
  });

  it("of an npz file isn't told by the name of its first array", () => {
    expect(formatOf(archive([{ ...W1, name: `${"deep/".repeat(60)}W1.npy` }, W2]))).toBe("npz");
    expect(formatOf(text("PK\x03\x04 and later W1.npy"))).toBe("zip");
  });
});

describe("a network in several files", () => {
  it("has the arrays of all, named by the files", () => {
    const files = [
      { place: "nets/W2.npy", bytes: W2.bytes },
      { place: "nets/W1.npy", bytes: W1.bytes },
      { place: "b.npz", bytes: archive([{ name: "b1.npy", bytes: matrix("(3, 1)", 3) }]) },
    ];
    const { format, layers } = networkOfFiles(files, {});
    expect(format).toBe("npy and npz");
    expect(layers.map(({ name, bias }) => [name, bias?.values.length])).toEqual([
      ["1", 3],
      ["2", undefined],
    ]);
  });

  it("may not have an array twice", () => {
    const files = ["a/W1.npy", "b/W1.npy"].map((place) => ({ place, bytes: W1.bytes }));
    expect(() => networkOfFiles(files, {})).toThrow(
      "a/W1.npy: npy: two arrays W1 in the files; name them differently",
    );
  });
});

describe("what a file has once it is unpacked", () => {
  it("is told by an archive's directory", () => {
    const bytes = archive([W1, W2]);
    expect(unpackedSize(bytes)).toBe(bytes.length + W1.bytes.length + W2.bytes.length);
    expect(unpackedSize(bytes.subarray(0, 90))).toBe(90);
    expect(unpackedSize(W1.bytes)).toBe(W1.bytes.length);
  });
});
