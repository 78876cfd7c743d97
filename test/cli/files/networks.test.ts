import { accessSync, chmodSync, constants, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, equilossWith } from "../../runEquiloss.js";
import { expectRefusal, itRefuses, refused, typed } from "../runs.js";
import { networkText, scratchFolder, textOf, writerIn } from "../scratch.js";
import { watchingMemory } from "./watchingMemory.js";

const CORPUS = "test/corpus/reject";
const WHOLE = "give one complete JSON document";
const SHAPE =
  'give {"format": "equiloss-network/1", "weights": [W1, …, WL]} with matrices as lists of rows, ' +
  'and "biases": [b1, …, bL] if there are any';
const RATIONAL = 'write an integer or "p/q" in decimal digits, such as "3" or "-1/2"';
const EXACTLY =
  'write it as a string, "0.5" or "1/2", or import the file: equiloss import --numbers decimal takes ' +
  "the digits, --numbers double the double nearest to them";
const EACH = "give one for every matrix, of zeros where there is none";
const ENTRIES = "give a bias one entry for every row of its matrix";
const LAYERS = 'give two or more: "weights": [W1, …, WL]';

/** Files of test/corpus/reject, and what is said of each after its name. */
const REFUSED: Readonly<Record<string, string>> = {
  // Not JSON.
  "empty.json": ": an empty file; give the whole file",
  "blank.json": `:3:1: not JSON: a value is missing at the end of the text; ${WHOLE}`,
  "not-json.txt": `:1:1: not JSON: an unknown word at "width"; ${WHOLE}`,
  "single-quotes.json": `:1:2: not JSON: an unknown word at "'format'"; ${WHOLE}`,
  "truncated.json": `:2:40: not JSON: a closing ] is missing at the end of the text; ${WHOLE}`,
  "truncated-string.json": `:2:19: not JSON: a string without an end at "\\"0"; ${WHOLE}`,
  "two-documents.json": `:2:1: not JSON: more text after the document at "{"; ${WHOLE}`,
  "trailing-comma.json": `:1:50: not JSON: a value is missing at "]"; ${WHOLE}`,
  "comment.json": `:1:33: not JSON: a comment at "// weights follow"; ${WHOLE}`,
  "nan.json":
    ":1:45: NaN is no number, as training leaves it where it diverges; give the weights of a run that did not",
  "minus-number.json": `:1:45: not JSON: an unknown word at "-"; ${WHOLE}`,
  "leading-zero-number.json": `:1:46: not JSON: a comma is missing at "1"; ${WHOLE}`,
  "control-character.json": `:1:45: not JSON: a control character in a string at "\\"1\\u0001\\""; ${WHOLE}`,
  "not-utf-8.json": ": not UTF-8 text; save the file as UTF-8",
  "utf-16.json": ": not UTF-8 text; save the file as UTF-8",
  // Not a network file.
  "other-format.json": ':1:11: the format is "equiloss-network/2"; use "format": "equiloss-network/1"',
  "format-number.json": ':1:11: the format is 1; use "format": "equiloss-network/1"',
  "no-format.json": `: the key "format" is missing; ${SHAPE}`,
  "no-weights.json": `: the key "weights" is missing; ${SHAPE}`,
  "duplicate-key.json": ':3:2: the key "weights" appears twice; keep one of them',
  "duplicate-format.json": ':1:32: the key "format" appears twice; keep one of them',
  "unknown-key.json": ':2:2: unknown key "bias"; keep only "format", "weights" and "biases"',
  "prototype-key.json": ':1:60: unknown key "__proto__"; keep only "format", "weights" and "biases"',
  "null.json": `:1:1: null stands outside a row; ${SHAPE}`,
  "string.json": `:1:1: "equiloss-network/1" stands outside a row; ${SHAPE}`,
  "list.json": `:1:1: an array where none belongs; ${SHAPE}`,
  "weights-object.json": `:1:42: an object where none belongs; ${SHAPE}`,
  "weights-flat.json": `:1:43: "1" stands outside a row; ${SHAPE}`,
  "rows-flat.json": `:1:44: "1" stands outside a row; ${SHAPE}`,
  "too-deep.json": `:1:45: an array where none belongs; ${SHAPE}`,
  // Matrices that don't fit.
  "no-layers.json": `: the network has 0 weight matrices; ${LAYERS}`,
  "one-layer.json": `: the network has 1 weight matrix; ${LAYERS}`,
  "ragged-w1.json": ": row 2 of W1 has 1 entry, row 1 has 2; give all rows of a matrix the same length",
  "ragged-w2.json": ": row 2 of W2 has 1 entry, row 1 has 2; give all rows of a matrix the same length",
  "widths-differ.json":
    ": W1 has 3 rows but W2 has 2 columns; give W1 one row and W2 one column for every neuron",
  "zero-width.json": ": W1 has no rows; give every matrix a row and a column",
  "no-inputs.json": ": W1 has no columns; give every matrix a row and a column",
  "no-outputs.json": ": W2 has no rows; give every matrix a row and a column",
  "layers-ragged.json": ": row 2 of W2 has 1 entry, row 1 has 2; give all rows of a matrix the same length",
  "layers-widths-differ.json":
    ": W2 has 1 row but W3 has 2 columns; give W2 one row and W3 one column for every neuron",
  "layers-empty.json": ": W3 has no rows; give every matrix a row and a column",
  "layers-truncated.json": `:2:1: not JSON: a closing ] is missing at the end of the text; ${WHOLE}`,
  // Biases that don't fit.
  "biases-too-few.json": `: 2 biases for 3 weight matrices; ${EACH}`,
  "biases-too-many.json": `: 4 biases for 3 weight matrices; ${EACH}`,
  "biases-empty.json": `: 0 biases for 3 weight matrices; ${EACH}`,
  "biases-short.json": `: bias 1 has 1 entry but W1 has 2 rows; ${ENTRIES}`,
  "biases-long.json": `: bias 3 has 2 entries but W3 has 1 row; ${ENTRIES}`,
  "biases-null.json": `:2:11: null stands outside a row; ${SHAPE}`,
  "biases-flat.json": `:2:12: "0" stands outside a row; ${SHAPE}`,
  "biases-too-deep.json": `:2:13: an array where none belongs; ${SHAPE}`,
  "biases-object.json": `:2:11: an object where none belongs; ${SHAPE}`,
  "biases-twice.json": ':3:2: the key "biases" appears twice; keep one of them',
  "biases-only.json": `: the key "weights" is missing; ${SHAPE}`,
  // Weights that are not rationals.
  "layers-float.json": `:1:63: 0.5 is a float; ${EXACTLY}`,
  "layers-over-zero.json": ':1:71: "3/0" has denominator 0; use a nonzero denominator',
  "biases-float.json": `:2:17: 0.25 is a float; ${EXACTLY}`,
  "biases-word.json": `:2:23: "zero" is not a rational; ${RATIONAL}`,
  "float.json": `:3:5: 0.5 is a float; ${EXACTLY}`,
  "float-integer.json": `:1:45: 1.0 is a float; ${EXACTLY}`,
  "exponent.json": `:1:45: 1e3 is a float; ${EXACTLY}`,
  "infinity-string.json":
    ":1:45: Infinity is no number, as training leaves it where it diverges; give the weights of a run that did not",
  "hexadecimal.json": `:1:45: "0x1F" is not a rational; ${RATIONAL}`,
  "other-digits.json": `:1:45: "١" is not a rational; ${RATIONAL}`,
  "plus-sign.json": `:1:45: "+1" is not a rational; ${RATIONAL}`,
  "negative-denominator.json": `:1:45: "1/-2" is not a rational; ${RATIONAL}`,
  "spaces.json": `:1:45: " 1 " is not a rational; ${RATIONAL}`,
  "newline-weight.json": `:1:45: "1\\n" is not a rational; ${RATIONAL}`,
  "empty-weight.json": `:1:45: "" is not a rational; ${RATIONAL}`,
  "escape-weight.json": `:1:45: "\\u001b[31m1" is not a rational; ${RATIONAL}`,
  "over-zero.json": ':1:45: "1/0" has denominator 0; use a nonzero denominator',
  "null-weight.json": ':1:45: null is not a weight; write "p/q" strings or integers',
  "boolean-weight.json": ':1:45: true is not a weight; write "p/q" strings or integers',
  "object-weight.json": `:1:45: an object where none belongs; ${SHAPE}`,
};

const folder = scratchFolder();
const fileWith = writerIn(folder);

describe("small files of test/corpus/reject", () => {
  it("are all in the table", () => {
    expect(readdirSync(join(ROOT, CORPUS)).sort()).toEqual(Object.keys(REFUSED).sort());
  });

  it.each(Object.entries(REFUSED))("%s%s", async (name, message) => {
    await refused(`reduce ${CORPUS}/${name}`, `${CORPUS}/${name}${message}`);
  });
});

describe("large files", () => {
  const MILLION = 1_000_000;
  const weights = (first: string): string =>
    `{"format":"equiloss-network/1","weights":[[[${first}]],[["1"]]]}`;
  const digits = "7".repeat(10 * MILLION);
  const LONG =
    `:1:45: a rational of 10000000 characters ("${"7".repeat(37)}...") passes the cap of 10000 digits; ` +
    "round the weight to fewer digits; a double needs at most 324";

  it.each([
    ["ten million digits in a string", () => weights(`"${digits}"`), LONG],
    ["ten million digits in a number", () => weights(digits), LONG],
    [
      "a million brackets",
      () => weights(`${"[".repeat(MILLION)}${"]".repeat(MILLION)}`),
      `:1:45: an array where none belongs; ${SHAPE}`,
    ],
    [
      "a million brackets that stay open",
      () => "[".repeat(MILLION),
      `:1:1: an array where none belongs; ${SHAPE}`,
    ],
    [
      "a million objects in one another",
      () => '{"weights":'.repeat(MILLION),
      `:1:12: an object where none belongs; ${SHAPE}`,
    ],
    [
      "a key of a million letters",
      () => `{"${"k".repeat(MILLION)}":1}`,
      `:1:2: unknown key "${"k".repeat(40)}"; keep only "format", "weights" and "biases"`,
    ],
  ])("with %s", async (_, text, message) => {
    const path = fileWith(text(), "large.json");
    await refused(`reduce ${path}`, `${path}${message}`);
  });
});

describe("networks of several layers, or with biases", () => {
  it("are refused by certify connected, which is for two layers without biases", async () => {
    const [command, rest] = ["certify connected 1 2 --network", `-o ${folder}/none.json`];
    const deep = fileWith(networkText(["1", "1", "1"]));
    const biased = fileWith(networkText(["1", "1"], "0; 0"));
    const give = (what: string): string => `give a two-layer network${what}: "weights": [W1, W2]`;
    await refused(`${command} ${deep} ${rest}`, `${deep}: the network has 3 weight matrices; ${give("")}`);
    await refused(
      `${command} ${biased} ${rest}`,
      `${biased}: the network has biases; ${give(" without them")}`,
    );
  });
});

describe("what is no file to be read", () => {
  itRefuses("reduce", {
    "''": '"": no such file; name a file that can be read',
    "test/cli/none.json": "test/cli/none.json: no such file; name a file that can be read",
    "'test/\u001b[2J\nnone'": "test/\\e[2J\\nnone: no such file; name a file that can be read",
    examples: "examples: is a directory; name a file",
    "package.json/x": "package.json/x: can't be read (ENOTDIR); name a file that can be read",
  });

  it("an empty standard input", () => {
    expectRefusal(
      equilossWith({ input: "" }, "reduce", "-"),
      "standard input: an empty file; give the whole file",
    );
  });

  it("a file without permission, unless it can be read all the same, as root can", async () => {
    const path = fileWith(textOf("examples/mixed.json"));
    chmodSync(path, 0o000);
    const run = await typed(`reduce ${path}`);
    if (isReadable(path)) expect(run).toEqual(await typed("reduce examples/mixed.json"));
    else expectRefusal(run, `${path}: no permission to read it; name a file that can be read`);
  });

  it("an error in the middle of reading", async () => {
    // The first page of a process's memory is never there.
    const path = "/proc/self/mem";
    const problem = existsSync(path) ? "can't be read (EIO)" : "no such file";
    await refused(`reduce ${path}`, `${path}: ${problem}; name a file that can be read`);
  });

  it("/dev/zero, without more memory than the cap and the program's own", () => {
    const { run, mebibytes } = watchingMemory(folder, "reduce /dev/zero");
    expectRefusal(run, "/dev/zero: larger than the cap of 268435456 bytes; give a smaller file");
    expect(mebibytes).toBeLessThan(256 + 128);
  });
});

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
