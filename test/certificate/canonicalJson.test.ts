import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Streamed, canonicalPieces } from "../../src/certificate/canonicalJson.js";
import { listed } from "../../src/certificate/listed.js";

const textOf = (value: Streamed): string => [...canonicalPieces(value)].join("");

/** RFC 8785, §3.2, stated anew for integers, strings, booleans, arrays and objects: no JSON.stringify. */
function stated(value: unknown): string {
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return BigInt(value).toString();
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(stated).join()}]`;
  const members = Object.entries(value as object);
  members.sort(([a], [b]) => byUnits(a, b));
  return `{${members.map(([key, member]) => `${quoted(key)}:${stated(member)}`).join()}}`;
}

/** §3.2.2.2: five short escapes, other controls as \u00xx in lower case, the quote and the backslash. */
function quoted(text: string): string {
  const short: Record<number, string> = { 8: "b", 9: "t", 10: "n", 12: "f", 13: "r", 34: '"', 92: "\\" };
  let inside = "";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const letter = short[unit];
    if (letter !== undefined) inside += `\\${letter}`;
    else if (unit >= 32) inside += text.charAt(index);
    else inside += `\\u00${unit < 16 ? "0" : "1"}${"0123456789abcdef".charAt(unit % 16)}`;
  }
  return `"${inside}"`;
}

/** §3.2.3: by the first UTF-16 code unit that differs, a beginning before what it begins. */
function byUnits(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

describe("the canonical form", () => {
  it.each([
    [{}, "{}"],
    [[], "[]"],
    [[[], {}, [[]]], "[[],{},[[]]]"],
    ["", '""'],
    [true, "true"],
    [false, "false"],
    [0, "0"],
    [-0, "0"],
    [[-0, 1, -1], "[0,1,-1]"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
    [[Number.MIN_SAFE_INTEGER], "[-9007199254740991]"],
    [{ b: 1, a: [true, "x"], A: {} }, '{"A":{},"a":[true,"x"],"b":1}'],
    [[1, [2, "3"], []], '[1,[2,"3"],[]]'],
    ['\b\t\n\f\r"\\/\u0000\u001f\u007f\u2028ü😀', '"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\u007f\u2028ü😀"'],
  ])("of %j is %s", (value: Streamed, text) => {
    expect(textOf(value)).toBe(text);
    expect(stated(value)).toBe(text);
  });

  it("sorts keys by UTF-16 code units, as the RFC's own example does", () => {
    // §3.2.3: the surrogates of U+1F600 come before U+FB33, though the code point comes after.
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"];
    const value = Object.fromEntries(keys.map((key, index) => [key, index]));
    expect(textOf(value)).toBe('{"\\r":1,"1":3,"\u0080":5,"ö":6,"€":0,"😀":4,"\ufb33":2}');
  });

  it("is what the RFC states, for any such value", () => {
    const text = fc.string({ unit: "binary", maxLength: 5 });
    const leaf = fc.oneof(text, fc.boolean(), fc.maxSafeInteger());
    const { value } = fc.letrec<{ value: Streamed }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(text, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        expect(textOf(one)).toBe(stated(one));
        expect(JSON.parse(textOf(one))).toEqual(JSON.parse(JSON.stringify(one)));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("takes iterables for arrays, asks for an element at a time, and again at each reading", () => {
    const readEntries: number[] = [];
    const reports: number[] = [];
    const squares = listed(
      function* () {
        for (let n = 0; n < 600; n += 1) {
          readEntries.push(n);
          yield n;
        }
      },
      (n) => [n * n],
      (done) => reports.push(done),
    );
    const pieces = canonicalPieces({ squares });
    expect([pieces.next().value, pieces.next().value, pieces.next().value]).toEqual([
      '{"squares":',
      "[[0]",
      ",[1]",
    ]);
    expect(readEntries).toEqual([0, 1]);
    const plain = Array.from({ length: 600 }, (_, n) => [n * n]);
    expect([...pieces].at(-1)).toBe("}");
    expect(reports).toEqual([256, 512]);
    expect([textOf({ squares }), textOf({ squares })]).toEqual(
      [1, 2].map(() => JSON.stringify({ squares: plain })),
    );
    expect(textOf({ none: listed(() => [], String) })).toBe('{"none":[]}');
  });

  it.each([
    [2 ** 53, "9007199254740992 is not a safe integer"],
    [[-(2 ** 53)], "-9007199254740992 is not a safe integer"],
    [{ a: [[1.5]] }, "1.5 is not a safe integer"],
    [[NaN, {}], "NaN is not a safe integer"],
    ["\ud800", '"\\ud800" is not well-formed Unicode'],
    [{ "a\udfff": 1 }, '"a\\udfff" is not well-formed Unicode'],
    [["\ude00\ud83d"], '"\\ude00\\ud83d" is not well-formed Unicode'],
  ])("refuses %j", (value: Streamed, message) => {
    expect(() => textOf(value)).toThrow(new RangeError(message));
  });
});
