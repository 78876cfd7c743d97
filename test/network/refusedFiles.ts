import { MAX_DIGITS } from "../../src/exact/numbers/rational.js";

export const FORMAT = `"format":"equiloss-network/1"`;

/** A document with the given text for its weights, which start at column 42. */
export function documentOf(weights: string): string {
  return `{${FORMAT},"weights":${weights}}`;
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
export const REFUSED: [string, string, string, string, string][] = [
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
