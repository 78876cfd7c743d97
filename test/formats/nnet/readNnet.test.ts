import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { readNnet } from "../../../src/formats/nnet/readNnet.js";
import { NNET } from "./nnetText.js";
import { disagreement } from "./secondReader.js";

/** The text with one line, counted from 1, replaced. */
function withLine(line: number, text: string): string {
  return NNET.split("\n")
    .map((old, index) => (index === line - 1 ? text : old))
    .join("\n");
}

describe("NNet files", () => {
  it("are read as the second reader reads them", () => {
    const found = readNnet(NNET, "net.nnet");
    expect(disagreement(NNET, found)).toBeUndefined();
    expect(
      found.layers.map(({ weights, activation }) => [weights.rows, weights.columns, activation]),
    ).toEqual([
      [2, 3, "relu"],
      [2, 2, "linear"],
    ]);
    expect(found.layers[0]?.bias).toEqual({
      type: "rational",
      values: [
        { numerator: 3n, denominator: 2000n },
        { numerator: -7n, denominator: 1n },
      ],
    });
    expect(found.before?.shift[2]).toEqual({ numerator: 2601n, denominator: 4400n });
    expect(found.after?.scale).toEqual([
      { numerator: 2337187n, denominator: 6250n },
      { numerator: 2337187n, denominator: 6250n },
    ]);
    expect(found.decisions).toHaveLength(2);
  });

  it.each([10, 12, 15, 16, 8, 9])("a change in line %i is seen", (line) => {
    const found = readNnet(NNET, "net.nnet");
    const changed = NNET.split("\n")[line - 1]?.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    expect(disagreement(withLine(line, String(changed)), found)).toBe("the outputs differ");
  });

  it("with the ends of lines of Windows are the same", () => {
    expect(readNnet(NNET.replaceAll("\n", "\r\n"), "net.nnet")).toEqual(readNnet(NNET, "net.nnet"));
  });

  it.each([
    [withLine(3, "2,3,2,"), "line 3: NNet: the line of sizes has 3 numbers instead of 4"],
    [withLine(3, "2,3,x,3,"), 'line 3: NNet: the line of sizes has the size "x"'],
    [withLine(3, "0,3,2,3,"), 'line 3: NNet: the line of sizes has the size "0"'],
    [withLine(3, "99999999999,3,2,3,"), 'the size "99999999999"'],
    [withLine(4, "3,2,3,"), "NNet: 3 to 3 by its widths, and 3 to 2 by its sizes"],
    [withLine(4, "3,9999999,2,"), "line 12: NNet: row 3 of layer 1 has 1 numbers instead of 3"],
    [withLine(9, "1,0,1,1,"), "NNet: the range of input 2 is 0"],
    [withLine(10, "1,2,"), "line 10: NNet: row 1 of layer 1 has 2 numbers instead of 3"],
    [
      withLine(10, "1,2,nan,"),
      'number 3 of row 1 of layer 1 is "nan", as training leaves it where it diverges',
    ],
    [withLine(10, "1,2,-Infinity,"), "where it diverges"],
    [withLine(10, "1,2,x,"), 'number 3 of row 1 of layer 1 is "x"; write a decimal number'],
    [
      withLine(10, "1,2,1e999999,"),
      '"1e999999" passes the cap of 10000 digits; write a number of fewer digits',
    ],
    [withLine(18, "7,"), "line 17: NNet: there is more than the layers that the sizes tell"],
    [NNET.split("\n").slice(0, 14).join("\n"), "line 14: NNet: it ends before row 2 of layer 2"],
    ["", "the line of sizes has 0 numbers instead of 4"],
  ])("are refused where they are wrong: case %#", (text, message) => {
    expect(() => readNnet(text, "net.nnet")).toThrow(InputError);
    expect(() => readNnet(text, "net.nnet")).toThrow(message);
    expect(() => readNnet(text, "net.nnet")).toThrow(/^net\.nnet(?:, line \d+)?: NNet: [^\n]+; [^\n]+$/);
  });
});
