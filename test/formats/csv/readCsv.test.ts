import { describe, expect, it } from "vitest";
import type { JsonNumbers } from "../../../src/network/matricesParser.js";
import { isCsv, readCsv } from "../../../src/formats/csv/readCsv.js";
import type { NamedTensor } from "../../../src/formats/namedTensor.js";
import { networkOfFiles, readNetwork } from "../../../src/formats/readNetwork.js";
import { disagreement } from "./secondReader.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, numbers?: JsonNumbers): NamedTensor =>
  readCsv(utf8(text), "w", numbers, { format: "CSV", place: "w.csv" });

describe("a CSV file", () => {
  it.each([
    ["1,2\n3,4", [2, 2], [1, 2, 3, 4]],
    ["1\n-2.5\n", [2, 1], [1, -2.5]],
    ["# a comment\n\n0.5 ; 2;+3 \r\n.25;-.5;1e2\n", [2, 3], [0.5, 2, 3, 0.25, -0.5, 100]],
    ["1.0e+00\t 2.5e-01\n 0x1.8p-1 -7\n", [2, 2], [1, 0.25, 0.75, -7]],
  ])("%j has numbers that are doubles", (text, shape, values) => {
    const tensor = read(text);
    expect(tensor).toEqual({
      name: "w",
      shape,
      numbers: { type: "float64", values: Float64Array.from(values) },
    });
    expect(disagreement(text, tensor)).toBeUndefined();
  });

  it("is asked about if its first line counts columns", () => {
    expect(() => read("0,1\n2,3\n")).toThrow(
      "w.csv: CSV: line 1 counts columns, as pandas does above a table; " +
        "write it without (header=False); if it has numbers, write 0.0 for 0",
    );
    expect(read("0.0,1\n2,3\n").shape).toEqual([2, 2]);
    expect(read("0,1\n").shape).toEqual([1, 2]);
  });

  it("says nothing of decimals that are no doubles", () => {
    expect(() => read("0.5,1\n2,0.1\n")).toThrow(
      "w.csv: CSV: 0.1 in line 2 is no double, so it may stand for the nearest one or for its digits; " +
        "import the file with --numbers double, or with --numbers decimal",
    );
    expect(read("0.1,1/3", "double").numbers.values).toEqual(Float64Array.of(0.1, 1 / 3));
    expect(read("0.1,1/3", "decimal").numbers).toEqual({
      type: "rational",
      values: [
        { numerator: 1n, denominator: 10n },
        { numerator: 1n, denominator: 3n },
      ],
    });
  });

  it.each([
    ["1,2\n3", "line 2 has 1 entries, and line 1 2; give rows of one length"],
    ["1,two", 'line 1 has "two"; write numbers alone, such as -1.5e-3'],
    ["1,,2", "line 1 has an empty entry; write numbers alone"],
    [
      "1,NaN",
      'line 1 has "NaN", as training leaves it where it diverges; give the numbers of a run that did not',
    ],
    ["nan,inf", 'line 1 has "nan", as training leaves it'],
    ["1,1e999999999", '"1e999999999" passes the cap of 10000 digits'],
    ["x,y\n1,2", 'names stand above its columns, as "x,y"; write the entries of the matrix alone'],
    ["x,y\n", "it holds names, and no numbers; give the whole file"],
    ["# nothing\n", "it holds no numbers; give the whole file"],
    ["1e400", "1e400 in line 1 is no double"],
  ])("%j is refused: %s", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("may be too large for doubles", () => {
    expect(() => read("1\n1e400", "double")).toThrow(
      "1e400 in line 2 is larger than any double; give smaller",
    );
  });

  it.each([
    ["1,2,3\n", true],
    ["# weights\n1", true],
    ["\n -1.5e-3 2", true],
    [".5", true],
    [`${"1,".repeat(31)}1`, true],
    ['{"format": 1}', false],
    ["x,y\n1,2", false],
    ["hello", false],
    ["", false],
  ])("is told by its first line: %j", (text, is) => {
    expect(isCsv(utf8(text).subarray(0, 64))).toBe(is);
  });
});

describe("the CSV files of a network", () => {
  const files = [
    { place: "a/W1.csv", bytes: utf8("1,2\n3,4\n5,6\n") },
    { place: "a/b1.csv", bytes: utf8("1\n0\n-1\n") },
    { place: "a/W2.csv", bytes: utf8("1,2,3\n") },
  ];

  it("are layers by their names", () => {
    const found = networkOfFiles(files, {});
    expect(found.decisions).toEqual([
      "float64",
      "layers W1, W2, in the order of their numbers",
      "weights are outputs × inputs, since only so they fit",
    ]);
    expect(found.layers.map(({ name, bias }) => [name, bias?.values.length])).toEqual([
      ["1", 3],
      ["2", undefined],
    ]);
  });

  it("are no network alone, and other files have no decimals", () => {
    const [first] = files;
    if (first === undefined) throw new Error("no file");
    expect(() => readNetwork(first)).toThrow("a/W1.csv: CSV: one matrix, and a network has two or more");
    const npy = { place: "a.npy", bytes: Uint8Array.of(0x93, ...utf8("NUMPY")) };
    expect(() => networkOfFiles([npy], { numbers: "double" })).toThrow(
      "a.npy: npy: the numbers of JSON and CSV files alone can be meant in two ways; leave out --numbers",
    );
  });
});
