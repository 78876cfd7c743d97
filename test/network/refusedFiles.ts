import { MAX_DIGITS } from "../../src/exact/numbers/rational.js";

export const FORMAT = `"format":"equiloss-network/1"`;

/** A document with the given text for its weights, which start at column 42. */
export function documentOf(weights: string): string {
  return `{${FORMAT},"weights":${weights}}`;
}

/** The name, the text, the place and the problem that are reported. */
type Refusal = [name: string, text: string, where: string, problem: string];
type Repaired = [...Refusal, repair: string];

function documents(repair: string, ...refusals: Refusal[]): Repaired[] {
  return refusals.map((refusal): Repaired => [...refusal, repair]);
}

/** The same for documents by the text of their weights. */
function weights(repair: string, ...refusals: Refusal[]): Repaired[] {
  return refusals.map(([name, text, where, problem]) => [name, documentOf(text), where, problem, repair]);
}

const WHOLE = documentOf('[[["1"]],[["2"]]]');
const SHAPE =
  'give {"format": "equiloss-network/1", "weights": [W1, …, WL]} with matrices as lists of rows, ' +
  'and "biases": [b1, …, bL] if there are any';
const DOCUMENT = "give one complete JSON document";
const NINES = "9999999999999999999999999999999999999...";

export const REFUSED: Repaired[] = [
  ...weights(
    'write it as a string, "0.5" or "1/2", or import the file: equiloss import --numbers decimal takes ' +
      "the digits, --numbers double the double nearest to them",
    ["a float with a point", '[[[1.0]],[["2"]]]', ":1:45", "1.0 is a float"],
    ["a float with an exponent", '[[[1e3]],[["2"]]]', ":1:45", "1e3 is a float"],
    ["a negative float", '[[["1"]],[[-0.5]]]', ":1:53", "-0.5 is a float"],
    ["a long float", `[[[0.${"1".repeat(90)}]],[["2"]]]`, ":1:45", `0.${"1".repeat(58)} is a float`],
  ),
  ...weights(
    'write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
    ["hexadecimal digits", '[[["0x1F"]],[["2"]]]', ":1:45", '"0x1F" is not a rational'],
    ["a plus sign", '[[["+1"]],[["2"]]]', ":1:45", '"+1" is not a rational'],
    ["a space", '[[["1"]],[[" 2"]]]', ":1:53", '" 2" is not a rational'],
    ["an empty weight", '[[[""]],[["2"]]]', ":1:45", '"" is not a rational'],
    ["a negative denominator", '[[["1/-2"]],[["2"]]]', ":1:45", '"1/-2" is not a rational'],
    ["other digits", '[[["١"]],[["2"]]]', ":1:45", '"١" is not a rational'],
    ["a decimal without digits before the point", '[[[".5"]],[["2"]]]', ":1:45", '".5" is not a rational'],
    ["a decimal over another", '[[["0.5/2"]],[["2"]]]', ":1:45", '"0.5/2" is not a rational'],
    ["an exponent without digits", '[[["1e"]],[["2"]]]', ":1:45", '"1e" is not a rational'],
  ),
  ...weights("use a nonzero denominator", [
    "denominator 0",
    '[[["1/0"]],[["2"]]]',
    ":1:45",
    '"1/0" has denominator 0',
  ]),
  ...weights(
    'write "p/q" strings or integers',
    ["true", '[[[true]],[["2"]]]', ":1:45", "true is not a weight"],
    ["null", '[[["1"]],[[null]]]', ":1:53", "null is not a weight"],
  ),
  ...weights(
    SHAPE,
    ["an object as a weight", '[[[{}]],[["2"]]]', ":1:45", "an object where none belongs"],
    ["an array as a weight", '[[[["1"]]],[["2"]]]', ":1:45", "an array where none belongs"],
    ["a weight outside a row", '[["1"],[["2"]]]', ":1:44", '"1" stands outside a row'],
    ["a weight outside a matrix", '[[["1"]],"2"]', ":1:51", '"2" stands outside a row'],
    ["a long text outside", `"${"x".repeat(90)}"`, ":1:42", `"${"x".repeat(59)} stands outside a row`],
    ["weights that are an object", "{}", ":1:42", "an object where none belongs"],
  ),
  ...documents(
    SHAPE,
    ["a document that is a number", "3", ":1:1", "3 stands outside a row"],
    ["a document that is null", "null", ":1:1", "null stands outside a row"],
    ["a document that is an array", "[1]", ":1:1", "an array where none belongs"],
    ["a format that is an array", '{"format":[],"weights":[]}', ":1:11", "an array where none belongs"],
    ["a schema that is an array", '{"$schema":[]}', ":1:12", "an array where none belongs"],
    ["a schema that is an object", '{"$schema":{}}', ":1:12", "an object where none belongs"],
    ["no format", '{"weights":[[["1"]],[["2"]]]}', "", 'the key "format" is missing'],
    ["no weights", `{${FORMAT}}`, "", 'the key "weights" is missing'],
    ["nothing in the object", "{}", "", 'the key "format" is missing'],
  ),
  ...documents(
    'use "format": "equiloss-network/1"',
    ["another format", WHOLE.replace("/1", "/2"), ":1:11", 'the format is "equiloss-network/2"'],
    ["a numeric format", '{"weights":[[["1"]],[["2"]]],"format":1}', ":1:39", "the format is 1"],
  ),
  ...documents(
    'keep only "format", "weights" and "biases"',
    ["an unknown key", `{${FORMAT},"x":1,"weights":[]}`, ":1:32", 'unknown key "x"'],
    ["a key of the language", `{${FORMAT},"__proto__":[]}`, ":1:32", 'unknown key "__proto__"'],
    ["a long unknown key", `{"${"k".repeat(50)}":1}`, ":1:2", `unknown key "${"k".repeat(40)}"`],
  ),
  ...documents(
    "keep one of them",
    ["a repeated format", `{${FORMAT},${FORMAT},"weights":[]}`, ":1:32", 'the key "format" appears twice'],
    ["a repeated schema", `{"$schema":"","$schema":""}`, ":1:15", 'the key "$schema" appears twice'],
  ),
  ...documents("give the address of a schema, a string", [
    "a schema that is a number",
    `{"$schema":1,${FORMAT}}`,
    ":1:12",
    '"$schema" is 1',
  ]),
  ...[
    ["repeated weights", '[[["1"]],[["2"]]],"weights":[[["3"]],[["4"]]]'],
    ["repeated weights in disguise", '[[["1"]],[["2"]]],"w\\u0065ights":[[["3"]],[["4"]]]'],
  ].flatMap(([name = "", text = ""]) =>
    weights("keep one of them", [name, text, ":1:60", 'the key "weights" appears twice']),
  ),
  ...documents(
    DOCUMENT,
    ["no text", "", ":1:1", "not JSON: a value is missing at the end of the text"],
    ["blank text", " \n  ", ":2:3", "not JSON: a value is missing at the end of the text"],
    ["text that is not JSON", "weights:", ":1:1", 'not JSON: an unknown word at "weights"'],
    [
      "a text cut off",
      WHOLE.slice(0, -1),
      ":1:59",
      "not JSON: a closing } is missing at the end of the text",
    ],
    ["a weight cut off", WHOLE.slice(0, -5), ":1:53", 'not JSON: a string without an end at "\\"2"'],
    [
      "text after it",
      `${WHOLE} ${"a".repeat(26)}`,
      ":1:61",
      `not JSON: an unknown word at "${"a".repeat(20)}"`,
    ],
    ["a second document", `${WHOLE}\n{}`, ":2:1", 'not JSON: more text after the document at "{"'],
    ["a comment", `// by hand\n${WHOLE}`, ":1:1", 'not JSON: a comment at "// by hand"'],
  ),
  ...weights(
    DOCUMENT,
    ["a comment inside", '[[["1"]],/**/[["2"]]]', ":1:51", 'not JSON: a comment at "/**/"'],
    ["a trailing comma in a row", '[[["1",]],[["2"]]]', ":1:49", 'not JSON: a value is missing at "]"'],
    ["a trailing comma", '[[["1"]],[["2"]]],', ":1:60", 'not JSON: the name of a key is missing at "}"'],
    ["a missing comma", '[[["1" "3"]],[["2"]]]', ":1:49", 'not JSON: a comma is missing at "\\"3\\""'],
    ["a leading zero", '[[[01]],[["2"]]]', ":1:46", 'not JSON: a comma is missing at "1"'],
  ),
  ...weights(
    "give the weights of a run that did not",
    [
      "not a number",
      '[[[NaN]],[["2"]]]',
      ":1:45",
      "NaN is no number, as training leaves it where it diverges",
    ],
    [
      "a text that says so",
      '[[["nan"]],[["2"]]]',
      ":1:45",
      "nan is no number, as training leaves it where it diverges",
    ],
    [
      "minus infinity",
      '[[["1"]],[[-Infinity]]]',
      ":1:53",
      "-Infinity is no number, as training leaves it where it diverges",
    ],
  ),
  ...documents("save the file as UTF-8 without one", [
    "a byte order mark",
    `\uFEFF${WHOLE}`,
    ":1:1",
    "a byte order mark",
  ]),
  ...weights(
    'give a two-layer network: "weights": [W1, W2]',
    ["no layers", "[]", "", "the network has 0 weight matrices"],
    ["one layer", '[[["1"]]]', "", "the network has 1 weight matrix"],
    ["three layers", '[[["1"]],[["1"]],[["1"]]]', "", "the network has 3 weight matrices"],
  ),
  ...weights('give a two-layer network without them: "weights": [W1, W2]', [
    "biases",
    '[[["1"]],[["1"]]],"biases":[["0"],["0"]]',
    "",
    "the network has biases",
  ]),
  ...weights(
    "give every matrix a row and a column",
    ["no rows in W1", '[[],[["1"]]]', "", "W1 has no rows"],
    ["no rows in W2", '[[["1"]],[]]', "", "W2 has no rows"],
    ["no columns in W1", '[[[]],[["1"]]]', "", "W1 has no columns"],
    ["no columns in W2", '[[["1"]],[[]]]', "", "W2 has no columns"],
  ),
  ...weights(
    "give all rows of a matrix the same length",
    ["a ragged W1", '[[["1","2"],["3"]],[["1","1"]]]', "", "row 2 of W1 has 1 entry, row 1 has 2"],
    ["a ragged W2", '[[["1"]],[["1"],["1"],["1","1"]]]', "", "row 3 of W2 has 2 entries, row 1 has 1"],
  ),
  ...weights("give W1 one row and W2 one column for every neuron", [
    "widths that differ",
    '[[["1"],["2"]],[["1","2","3"]]]',
    "",
    "W1 has 2 rows but W2 has 3 columns",
  ]),
  ...[
    { name: "a number of ten million digits", text: `[[[${"9".repeat(10_000_000)}]],[["2"]]]`, column: 45 },
    { name: "a numerator past the cap", text: `[[["1"]],[["${"9".repeat(MAX_DIGITS + 1)}"]]]`, column: 53 },
  ].flatMap(({ name, text, column }) =>
    weights("round the weight to fewer digits; a double needs at most 324", [
      name,
      text,
      `:1:${column}`,
      `a rational of ${/9+/.exec(text)?.[0].length} characters ("${NINES}") passes the cap of 10000 digits`,
    ]),
  ),
];
