import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { networks } from "../../properties/arbitraries/network.js";
import { InputError } from "../../src/exact/inputError.js";
import { MAX_DIGITS } from "../../src/exact/numbers/rational.js";
import { NETWORK_FORMAT, networkFile, parseNetworkFile } from "../../src/network/networkFile.js";
import { plainNetwork } from "../../src/network/plainWeights.js";
import { unitOf, sameNetwork, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { parseNetworkTexts } from "../../src/network/weightsParser.js";

const FORMAT = `"format":"equiloss-network/1"`;

/** A document with the given text for its weights, which start at column 42. */
function documentOf(weights: string): string {
  return `{${FORMAT},"weights":${weights}}`;
}

/** The units read, as texts. */
function unitsOf(text: string): (readonly string[])[][] {
  const { units } = parseNetworkFile(text, "net.json");
  return units.map(({ incoming, outgoing }) => [incoming.toStrings(), outgoing.toStrings()]);
}

function errorOf(text: string): InputError {
  try {
    parseNetworkFile(text, "net.json");
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("read without an error");
}

const SHAPE =
  'give {"format": "equiloss-network/1", "weights": [W1, …, WL]} with matrices as lists of rows, ' +
  'and "biases": [b1, …, bL] if there are any';
const EXACTLY =
  'write it exactly, as a string "p/q" (a double is an integer over a power of two: 0.5 is "1/2")';
const DIGITS = 'write an integer or "p/q" in decimal digits, such as "3" or "-1/2"';
const DOCUMENT = "give one complete JSON document";
const KEYS = 'keep only "format", "weights" and "biases"';
const LAYERS = 'give a two-layer network: "weights": [W1, W2]';
const BOTH = "give every matrix a row and a column";
const CAP = "round the weight to fewer digits; a double needs at most 324";
const NINES = "9999999999999999999999999999999999999...";

/** The name, the text, and the place, problem and repair that are reported. */
const REFUSED: [string, string, string, string, string][] = [
  ["a float with a point", documentOf('[[[1.0]],[["2"]]]'), ":1:45", "1.0 is a float", EXACTLY],
  ["a float with an exponent", documentOf('[[[1e3]],[["2"]]]'), ":1:45", "1e3 is a float", EXACTLY],
  ["a negative float", documentOf('[[["1"]],[[-0.5]]]'), ":1:53", "-0.5 is a float", EXACTLY],
  [
    "a long float, cut short",
    documentOf(`[[[0.${"1".repeat(90)}]],[["2"]]]`),
    ":1:45",
    `0.${"1".repeat(58)} is a float`,
    EXACTLY,
  ],
  ["hexadecimal digits", documentOf('[[["0x1F"]],[["2"]]]'), ":1:45", '"0x1F" is not a rational', DIGITS],
  ["a plus sign", documentOf('[[["+1"]],[["2"]]]'), ":1:45", '"+1" is not a rational', DIGITS],
  ["a space", documentOf('[[["1"]],[[" 2"]]]'), ":1:53", '" 2" is not a rational', DIGITS],
  ["an empty weight", documentOf('[[[""]],[["2"]]]'), ":1:45", '"" is not a rational', DIGITS],
  ["a negative denominator", documentOf('[[["1/-2"]],[["2"]]]'), ":1:45", '"1/-2" is not a rational', DIGITS],
  ["other digits", documentOf('[[["١"]],[["2"]]]'), ":1:45", '"١" is not a rational', DIGITS],
  ["a decimal string", documentOf('[[["0.5"]],[["2"]]]'), ":1:45", '"0.5" is not a rational', DIGITS],
  [
    "denominator 0",
    documentOf('[[["1/0"]],[["2"]]]'),
    ":1:45",
    '"1/0" has denominator 0',
    "use a nonzero denominator",
  ],
  [
    "true",
    documentOf('[[[true]],[["2"]]]'),
    ":1:45",
    "true is not a weight",
    'write "p/q" strings or integers',
  ],
  [
    "null",
    documentOf('[[["1"]],[[null]]]'),
    ":1:53",
    "null is not a weight",
    'write "p/q" strings or integers',
  ],
  ["an object as a weight", documentOf('[[[{}]],[["2"]]]'), ":1:45", "an object where none belongs", SHAPE],
  ["an array as a weight", documentOf('[[[["1"]]],[["2"]]]'), ":1:45", "an array where none belongs", SHAPE],
  ["a weight outside a row", documentOf('[["1"],[["2"]]]'), ":1:44", '"1" stands outside a row', SHAPE],
  ["a weight outside a matrix", documentOf('[[["1"]],"2"]'), ":1:51", '"2" stands outside a row', SHAPE],
  [
    "a long text outside, cut short",
    documentOf(`"${"x".repeat(90)}"`),
    ":1:42",
    `"${"x".repeat(59)} stands outside a row`,
    SHAPE,
  ],
  ["weights that are an object", documentOf("{}"), ":1:42", "an object where none belongs", SHAPE],
  ["a document that is a number", "3", ":1:1", "3 stands outside a row", SHAPE],
  ["a document that is null", "null", ":1:1", "null stands outside a row", SHAPE],
  ["a document that is an array", "[1]", ":1:1", "an array where none belongs", SHAPE],
  ["a format that is an array", `{"format":[],"weights":[]}`, ":1:11", "an array where none belongs", SHAPE],
  [
    "another format",
    `{"format":"equiloss-network/2","weights":[]}`,
    ":1:11",
    'the format is "equiloss-network/2"',
    'use "format": "equiloss-network/1"',
  ],
  [
    "a format that is a number",
    `{"weights":[[["1"]],[["2"]]],"format":1}`,
    ":1:39",
    "the format is 1",
    'use "format": "equiloss-network/1"',
  ],
  ["an unknown key", `{${FORMAT},"x":1,"weights":[]}`, ":1:32", 'unknown key "x"', KEYS],
  ["a key of the language", `{${FORMAT},"__proto__":[]}`, ":1:32", 'unknown key "__proto__"', KEYS],
  [
    "a long unknown key, cut short",
    `{"${"k".repeat(50)}":1}`,
    ":1:2",
    `unknown key "${"k".repeat(40)}"`,
    KEYS,
  ],
  [
    "a repeated format",
    `{${FORMAT},${FORMAT},"weights":[]}`,
    ":1:32",
    'the key "format" stands twice',
    "keep one of them",
  ],
  [
    "repeated weights",
    `{${FORMAT},"weights":[[["1"]],[["2"]]],"weights":[[["3"]],[["4"]]]}`,
    ":1:60",
    'the key "weights" stands twice',
    "keep one of them",
  ],
  [
    "repeated weights in disguise",
    `{${FORMAT},"weights":[[["1"]],[["2"]]],"w\\u0065ights":[[["3"]],[["4"]]]}`,
    ":1:60",
    'the key "weights" stands twice',
    "keep one of them",
  ],
  ["no format", `{"weights":[[["1"]],[["2"]]]}`, "", 'the key "format" is missing', SHAPE],
  ["no weights", `{${FORMAT}}`, "", 'the key "weights" is missing', SHAPE],
  ["nothing in the object", "{}", "", 'the key "format" is missing', SHAPE],
  ["no text", "", ":1:1", "not JSON: ValueExpected at the end of the text", DOCUMENT],
  ["blank text", " \n  ", ":2:3", "not JSON: ValueExpected at the end of the text", DOCUMENT],
  ["text that is not JSON", "weights:", ":1:1", 'not JSON: InvalidSymbol at "weights"', DOCUMENT],
  [
    "a text cut off",
    documentOf('[[["1"]],[["2"]]]').slice(0, -1),
    ":1:59",
    "not JSON: CloseBraceExpected at the end of the text",
    DOCUMENT,
  ],
  [
    "a text cut off inside a weight",
    documentOf('[[["1"]],[["2"]]]').slice(0, -5),
    ":1:53",
    'not JSON: UnexpectedEndOfString at "\\"2"',
    DOCUMENT,
  ],
  [
    "text after the document",
    `${documentOf('[[["1"]],[["2"]]]')} abcdefghijklmnopqrstuvwxyz`,
    ":1:61",
    'not JSON: InvalidSymbol at "abcdefghijklmnopqrst"',
    DOCUMENT,
  ],
  [
    "a second document",
    `${documentOf('[[["1"]],[["2"]]]')}\n{}`,
    ":2:1",
    'not JSON: EndOfFileExpected at "{"',
    DOCUMENT,
  ],
  [
    "a comment",
    `// made by hand\n${documentOf('[[["1"]],[["2"]]]')}`,
    ":1:1",
    'not JSON: InvalidCommentToken at "// made by hand"',
    DOCUMENT,
  ],
  [
    "a comment inside",
    documentOf('[[["1"]],/**/[["2"]]]'),
    ":1:51",
    'not JSON: InvalidCommentToken at "/**/"',
    DOCUMENT,
  ],
  [
    "a trailing comma in a row",
    documentOf('[[["1",]],[["2"]]]'),
    ":1:49",
    'not JSON: ValueExpected at "]"',
    DOCUMENT,
  ],
  [
    "a trailing comma in the object",
    `{${FORMAT},"weights":[[["1"]],[["2"]]],}`,
    ":1:60",
    'not JSON: PropertyNameExpected at "}"',
    DOCUMENT,
  ],
  [
    "a missing comma",
    documentOf('[[["1" "3"]],[["2"]]]'),
    ":1:49",
    'not JSON: CommaExpected at "\\"3\\""',
    DOCUMENT,
  ],
  ["a leading zero", documentOf('[[[01]],[["2"]]]'), ":1:46", 'not JSON: CommaExpected at "1"', DOCUMENT],
  ["not a number", documentOf('[[[NaN]],[["2"]]]'), ":1:45", 'not JSON: InvalidSymbol at "NaN"', DOCUMENT],
  [
    "a byte order mark",
    `\uFEFF${documentOf('[[["1"]],[["2"]]]')}`,
    ":1:1",
    "a byte order mark",
    "save the file as UTF-8 without one",
  ],
  ["no layers", documentOf("[]"), "", "the network has 0 weight matrices", LAYERS],
  ["one layer", documentOf('[[["1"]]]'), "", "the network has 1 weight matrix", LAYERS],
  ["three layers", documentOf('[[["1"]],[["1"]],[["1"]]]'), "", "the network has 3 weight matrices", LAYERS],
  [
    "biases",
    documentOf('[[["1"]],[["1"]]],"biases":[["0"],["0"]]'),
    "",
    "the network has biases",
    'give a two-layer network without them: "weights": [W1, W2]',
  ],
  ["no rows in W1", documentOf('[[],[["1"]]]'), "", "W1 has no rows", BOTH],
  ["no rows in W2", documentOf('[[["1"]],[]]'), "", "W2 has no rows", BOTH],
  ["no columns in W1", documentOf('[[[]],[["1"]]]'), "", "W1 has no columns", BOTH],
  ["no columns in W2", documentOf('[[["1"]],[[]]]'), "", "W2 has no columns", BOTH],
  [
    "a ragged W1",
    documentOf('[[["1","2"],["3"]],[["1","1"]]]'),
    "",
    "row 2 of W1 has 1 entries, row 1 has 2",
    "give all rows of a matrix the same length",
  ],
  [
    "a ragged W2",
    documentOf('[[["1"],["2"]],[["1","1"],["1","1"],["1","1","1"]]]'),
    "",
    "row 3 of W2 has 3 entries, row 1 has 2",
    "give all rows of a matrix the same length",
  ],
  [
    "widths that differ",
    documentOf('[[["1"],["2"]],[["1","2","3"]]]'),
    "",
    "W1 has 2 rows but W2 has 3 columns",
    "give W1 one row and W2 one column for every neuron",
  ],
  [
    "a number of ten million digits",
    documentOf(`[[[${"9".repeat(10_000_000)}]],[["2"]]]`),
    ":1:45",
    `a rational of 10000000 characters ("${NINES}") passes the cap of 10000 digits`,
    CAP,
  ],
  [
    "a numerator past the cap",
    documentOf(`[[["1"]],[["${"9".repeat(MAX_DIGITS + 1)}"]]]`),
    ":1:53",
    `a rational of 10001 characters ("${NINES}") passes the cap of 10000 digits`,
    CAP,
  ],
];

describe("a network file", () => {
  it("has units as rows of W1 and columns of W2", () => {
    expect(unitsOf(documentOf('[[["1","2"],["3","4"],["5","6"]],[["7","8","9"]]]'))).toEqual([
      [["1", "2"], ["7"]],
      [["3", "4"], ["8"]],
      [["5", "6"], ["9"]],
    ]);
    expect(unitsOf(documentOf('[[["1"],["2"]],[["3","4"],["5","6"],["7","8"]]]'))).toEqual([
      [["1"], ["3", "5", "7"]],
      [["2"], ["4", "6", "8"]],
    ]);
    const { inputDimension, outputDimension } = parseNetworkFile(
      documentOf('[[["1","2","3"]],[["4"],["5"]]]'),
      "",
    );
    expect([inputDimension, outputDimension]).toEqual([3, 2]);
  });

  it("keeps every digit of strings and of integers", () => {
    const digits = "12345678901234567890123456789012345678901";
    expect(unitsOf(documentOf(`[[[${digits}]],[["-1/${digits}"]]]`))).toEqual([[[digits], [`-1/${digits}`]]]);
    expect(unitsOf(documentOf(`[[[-0]],[[0]]]`))).toEqual([[["0"], ["0"]]]);
    expect(unitsOf(documentOf(`[[[-9007199254740993]],[[10]]]`))).toEqual([[["-9007199254740993"], ["10"]]]);
    const longest = `-${"7".repeat(MAX_DIGITS)}/1${"0".repeat(MAX_DIGITS - 1)}`;
    expect(unitsOf(documentOf(`[[["${longest}"]],[[1]]]`))).toEqual([[[longest], ["1"]]]);
  });

  it("may have rows of any length", () => {
    const row = new Array<string>(200_000).fill('"1"').join();
    expect(unitsOf(documentOf(`[[[${row}]],[["1/3"]]]`))[0]?.[0]?.length).toBe(200_000);
    expect(unitsOf(documentOf(`[[[${row}]],[["1/3"]]]`.replace('"1"', '"1/3"')))[0]?.[0]?.[0]).toBe("1/3");
  });

  it("is brought to lowest terms", () => {
    const text = documentOf('[[["6/4","-4/6","0/7","8/2","007/014"]],[["-0"],["2/1"]]]');
    expect(unitsOf(text)).toEqual([
      [
        ["3/2", "-2/3", "0", "4", "1/2"],
        ["0", "2"],
      ],
    ]);
  });

  it("may have its keys in either order, white space and escapes", () => {
    const text = `\r\n {\t"weights" : [ [ [ "\\u0031/2" ] ] , [\n[ "2" ] ] ] , "form\\u0061t": "equiloss-network/1" } \n`;
    expect(unitsOf(text)).toEqual([[["1/2"], ["2"]]]);
  });

  it.each(REFUSED)("is refused for %s", (_, text, where, problem, repair) => {
    const error = errorOf(text);
    expect(error.problem).toBe(problem);
    expect(error.repair).toBe(repair);
    expect(error.place).toBe(`net.json${where}`);
    expect(error.message).toBe(`net.json${where}: ${problem}; ${repair}`);
  });

  it("counts lines and columns from 1, whatever ends a line", () => {
    const lines = ["{", `\t${FORMAT},`, `\t"weights":[[["1"]],`, `  [["x"]]]}`];
    expect(errorOf(lines.join("\n")).place).toBe("net.json:4:5");
    expect(errorOf(lines.join("\r\n")).place).toBe("net.json:4:5");
  });

  it.each([
    ["arrays", "[".repeat(1_000_000), ":1:1"],
    ["arrays of weights", documentOf("[".repeat(1_000_000)), ":1:45"],
    ["objects", '{"format":'.repeat(100_000), ":1:11"],
  ])("is refused for deeply nested %s at the first level too deep", (_, text, where) => {
    expect(errorOf(text).problem).toMatch(/^an (array|object) where none belongs$/);
    expect(errorOf(text).place).toBe(`net.json${where}`);
  });

  it("is read back from what is written", () => {
    fc.assert(
      fc.property(
        networks(6).filter((network) => network.units.length > 0),
        (network) => sameNetwork(parseNetworkFile(JSON.stringify(networkFile(network)), ""), network),
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  it("is written by rows, in lowest terms, and not at all for width 0", () => {
    const network = twoLayerNetwork(2, 3, [
      unitOf(["2/4", "0"], ["1", "-6/3", "1/7"]),
      unitOf(["5", "-1/3"], ["4", "0", "9/6"]),
    ]);
    expect(networkFile(network)).toEqual({
      format: NETWORK_FORMAT,
      weights: [
        [
          ["1/2", "0"],
          ["5", "-1/3"],
        ],
        [
          ["1", "4"],
          ["-2", "0"],
          ["1/7", "3/2"],
        ],
      ],
    });
    expect(NETWORK_FORMAT).toBe("equiloss-network/1");
    expect(networkFile(twoLayerNetwork(2, 3, []))).toBeNull();
  });
});

describe("the two readers", () => {
  const rows = documentOf('[[["1/2","3"],["-5/6","007"]],[["1","2"]]]');

  it("give the same texts", () => {
    const texts = [
      [
        ["1/2", "3"],
        ["-5/6", "007"],
      ],
      [["1", "2"]],
    ];
    expect(plainNetwork(rows, NETWORK_FORMAT)).toEqual({ weights: texts });
    expect(parseNetworkTexts(rows, "", NETWORK_FORMAT)).toEqual({ weights: texts });
  });

  it("agree on networks, whether a weight is a string or a number", () => {
    fc.assert(
      fc.property(
        networks(5).filter((network) => network.units.length > 0),
        (network) => {
          const text = JSON.stringify(networkFile(network));
          // "0" in quotes, like every other integer, may stand without them.
          const numbers = text.replaceAll(/"(-?\d+)"/g, "$1");
          const plain = plainNetwork(text, NETWORK_FORMAT);
          const byEvents = parseNetworkTexts(numbers, "", NETWORK_FORMAT);
          return (
            JSON.stringify(plain) === JSON.stringify(byEvents) &&
            sameNetwork(parseNetworkFile(numbers, ""), network)
          );
        },
      ),
      { seed: 12, numRuns: 200 },
    );
  });

  it.each([
    ["no JSON", rows.slice(0, -1)],
    ["null", "null"],
    ["a number", "1"],
    ["a string", '"format:weights:"'],
    ["a number among the weights", documentOf('[[["1"]],[[2]]]')],
    ["a row that is a string", documentOf('[["1"],[["2"]]]')],
    ["a matrix that is an object", documentOf('[{},[["2"]]]')],
    ["weights that are a string", documentOf('"[]"')],
    ["another format", rows.replace("/1", "/2")],
    ["no format", '{"weights":[]}'],
    ["no weights", `{${FORMAT}}`],
    ["a third key", `{${FORMAT},"weights":[],"x":1}`],
    ["a repeated key", `{${FORMAT},${FORMAT},"weights":[]}`],
    ["a repeated key that leaves nothing to see", `{"weights":[],"weights":[],${FORMAT}}`],
    ["a colon elsewhere", documentOf('[[["1:2"]],[["2"]]]')],
  ])("leave %s to the one by events", (_, text) => {
    expect(plainNetwork(text, NETWORK_FORMAT)).toBeUndefined();
  });

  it("read an empty list of matrices plainly", () => {
    expect(plainNetwork(documentOf("[]"), NETWORK_FORMAT)).toEqual({ weights: [] });
  });
});
