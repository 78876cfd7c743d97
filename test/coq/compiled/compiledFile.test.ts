import { describe, expect, it } from "vitest";
import { compiledFile } from "../../../src/coq/compiled/compiledFile.js";
import { compiledObjection } from "../../../src/coq/compiled/compiledObjection.js";
import type { Value } from "../../../src/coq/compiled/marshal.js";
import { bytesOf, compiledBytes, summary } from "./compiledBytes.js";
import { list } from "./kernelTerms.js";

/** A compiled file with these segments; each holds what would do for a summary. */
const compiled = (...names: string[]): Buffer =>
  bytesOf(Object.fromEntries(names.map((name) => [name, summary("Equiloss.Tiny")])));

describe("compiledFile", () => {
  it("reads the library's name and the segments that hold terms", () => {
    const bytes = compiledBytes({
      library: 1,
      opaques: 2,
      tasks: 3,
      summary: summary("Equiloss.Counting.Counts"),
    });
    expect(compiledFile(bytes)).toEqual({ library: "Equiloss.Counting.Counts", terms: [1, 2] });
  });

  it("says what is wrong with a file", () => {
    const other = compiled("library", "opaques", "summary");
    other.write("Roq!", 0, "latin1");
    expect(() => compiledFile(other)).toThrow("not a compiled file of Coq");
    expect(() => compiledFile(compiled("summary", "opaques"))).toThrow("no segment library");
    expect(() => compiledFile(compiled("summary", "library"))).toThrow("no segment opaques");
    expect(() => compiledFile(compiled("library", "opaques"))).toThrow("no segment summary");
  });

  it.each<[string, Value]>([
    ["no record", 0],
    ["an empty name", list(0)],
    ["a name without an end", list(list("Tiny", list("Equiloss", 1)))],
    ["a part with more beside it", list(list("Tiny", 0, 0))],
    ["a text for a name", list("Equiloss.Tiny")],
    ["a part that is no text", list(list(7, 0))],
  ])("doesn't guess the library's name from %s", (_, other) => {
    const bytes = compiledBytes({ summary: other, library: 0, opaques: 0 });
    expect(() => compiledFile(bytes)).toThrow(RangeError);
  });

  it("refuses a name that contains itself, which would not end", () => {
    const bytes = compiledBytes({ summary: list(list("Tiny", "x")), library: 0, opaques: 0 });
    // In place of the "x": what is two objects back, which is the list itself.
    bytes.set([0x04, 2], bytes.indexOf("$Tiny!x") + 5);
    expect(() => compiledFile(bytes)).toThrow("the library's name can't be read");
    expect(() => compiledFile(bytes)).toThrow(RangeError);
  });

  it("refuses other files, whole or not, and the judge then refuses the theory", () => {
    const expected = { library: "Equiloss.Tiny", recursions: [] };
    for (const bytes of [
      Buffer.from("Theorem x : True."),
      Buffer.alloc(0),
      compiled("summary", "library"),
      compiled("library", "opaques", "summary").subarray(0, 60),
    ]) {
      expect(() => compiledFile(bytes)).toThrow(RangeError);
      expect(compiledObjection(bytes, expected)).toMatch(
        /^what Coq compiled can't be read \(.*\), so it can't be judged$/,
      );
    }
    expect(compiledObjection(compiled("library", "opaques", "summary"), expected)).toBeUndefined();
  });
});
