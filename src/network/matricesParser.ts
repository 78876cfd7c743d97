import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { lastEntry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { decimalValue } from "../exact/numbers/decimalText.js";
import { doubleValue } from "../exact/numbers/doubleValue.js";
import { formatRational, parseLowestTerms, rational } from "../exact/numbers/rational.js";

/**
 * Matrices as lists of rows of "p/q" texts.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])]))?.weights // [[["1"]], [["1/2"]]]
 */
export type WeightTexts = readonly (readonly (readonly string[])[])[];

/** A JSON number that is written as an integer: no point, no exponent. */
const INTEGER = /^-?(?:0|[1-9][0-9]*)$/;

/** How many characters of a text are shown where it goes wrong. */
const SHOWN = 20;

/** What a decimal or a hexadecimal float has, and no integer. */
const MARKS = /[.ep]/i;

/** A float that is no number, as programs write it. */
const NOT_FINITE = /^[-+]?(?:nan|inf(?:inity)?)\b/i;

/** The errors of the parser, by its own names. */
const SYNTAX_ERRORS = new Map([
  ["InvalidSymbol", "an unknown word"],
  ["InvalidNumberFormat", "a number that goes wrong"],
  ["PropertyNameExpected", "the name of a key is missing"],
  ["ValueExpected", "a value is missing"],
  ["ColonExpected", "a colon is missing"],
  ["CommaExpected", "a comma is missing"],
  ["CloseBraceExpected", "a closing } is missing"],
  ["CloseBracketExpected", "a closing ] is missing"],
  ["EndOfFileExpected", "more text after the document"],
  ["InvalidCommentToken", "a comment"],
  ["UnexpectedEndOfComment", "a comment without an end"],
  ["UnexpectedEndOfString", "a string without an end"],
  ["UnexpectedEndOfNumber", "a number without an end"],
  ["InvalidUnicode", "an unfinished \\u in a string"],
  ["InvalidEscapeCharacter", "an unknown \\ in a string"],
  ["InvalidCharacter", "a control character in a string"],
]);

/** Keys whose values are no matrices: the required tag, and the address of a schema, which editors read. */
const TEXT_KEYS = ["format", "$schema"] as const;

/** A key that holds matrices. */
interface MatricesKey {
  readonly name: string;
  /** 2 if the key holds one matrix, as a list of rows; 3 if it holds a list of matrices. */
  readonly depth: 2 | 3;
  /** Whether the key may be missing. */
  readonly optional: boolean;
}

/** The layout of a document of matrices: its format and its keys. */
export interface MatricesLayout {
  /** The required value of the key "format". */
  readonly format: string;
  readonly keys: readonly MatricesKey[];
  /** The name of an entry in messages. */
  readonly entry: string;
  /** The expected document, for messages. */
  readonly shape: string;
  /** Whether a string may be a decimal or a hexadecimal float, such as "0.5" or "0x1p-1". */
  readonly decimals: boolean;
  /** What a JSON number stands for; if left out, it must be an integer. */
  readonly numbers?: JsonNumbers;
  /** What to do about a float, if numbers must be integers. */
  readonly floatRepair: string;
}

/** What a JSON number stands for: the rational that its digits say, or the double nearest to that. */
export const JSON_NUMBERS = ["double", "decimal"] as const;
export type JsonNumbers = (typeof JSON_NUMBERS)[number];

/**
 * Reads `{"format": tag, key: …, …}` by events. So every number is read from its digits (a JSON parser would
 * give a rounded double), repeated keys are found, and each error has its place. Every entry is checked to be
 * a rational, and is returned as it is written, or as "p/q" if it is a decimal. A key "$schema" with a string
 * is passed over.
 *
 * @returns the matrices of every key in the document; one matrix for a key of depth 2, unless its value is
 *   not a list.
 * @throws InputError, with place, line and column, for anything that is not such a document.
 */
export function parseMatrices(
  text: string,
  place: string,
  layout: MatricesLayout,
): ReadonlyMap<string, WeightTexts> {
  const reader = new MatricesReader(text, place, layout);
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, character) => {
        reader.beginObject(line, character);
      },
      onObjectProperty: (key, _offset, _length, line, character) => {
        reader.key(key, line, character);
      },
      onArrayBegin: (_offset, _length, line, character) => {
        reader.beginArray(line, character);
      },
      onArrayEnd: () => {
        reader.endArray();
      },
      onLiteralValue: (value: unknown, offset, length, line, character) => {
        reader.literal(value, offset, length, line, character);
      },
      onError: (error, offset, length, line, character) => {
        reader.syntaxError(error, offset, length, line, character);
      },
    },
    { disallowComments: true },
  );
  return reader.finish();
}

/** The state between events: which key is being read, and at which depth of arrays. */
class MatricesReader {
  private readonly matricesOf = new Map<string, string[][][]>();
  private readonly textsRead = new Set<string>();
  /** The current key, if it is one of {@link TEXT_KEYS}. */
  private textKey: (typeof TEXT_KEYS)[number] | undefined;
  /** The matrices of the current key, if it has any. */
  private matrices: string[][][] | undefined;
  private row: string[] = [];
  /** The depth of rows under the current key. */
  private rowDepth = 0;
  private depth = 0;
  private started = false;

  constructor(
    private readonly text: string,
    private readonly place: string,
    private readonly layout: MatricesLayout,
  ) {}

  beginObject(line: number, character: number): void {
    if (this.started) throw this.error("an object where none belongs", this.layout.shape, line, character);
    this.started = true;
  }

  key(key: string, line: number, character: number): void {
    const { keys } = this.layout;
    if (this.textsRead.has(key) || this.matricesOf.has(key)) {
      throw this.error(`the key ${JSON.stringify(key)} appears twice`, "keep one of them", line, character);
    }
    this.textKey = TEXT_KEYS.find((name) => name === key);
    if (this.textKey !== undefined) {
      this.textsRead.add(key);
      this.matrices = undefined;
      return;
    }
    const current = keys.find(({ name }) => name === key);
    if (current === undefined) {
      const shown = JSON.stringify(key.slice(0, 40));
      const names = listed(["format", ...keys.map(({ name }) => name)]);
      throw this.error(`unknown key ${shown}`, `keep only ${names}`, line, character);
    }
    this.rowDepth = current.depth;
    this.matrices = [];
    this.matricesOf.set(key, this.matrices);
  }

  beginArray(line: number, character: number): void {
    this.depth += 1;
    if (this.matrices === undefined || this.depth > this.rowDepth) {
      throw this.error("an array where none belongs", this.layout.shape, line, character);
    }
    if (this.depth === this.rowDepth - 1) this.matrices.push([]);
    else if (this.depth === this.rowDepth) lastEntry(this.matrices).push((this.row = []));
  }

  endArray(): void {
    this.depth -= 1;
  }

  literal(value: unknown, offset: number, length: number, line: number, character: number): void {
    if (this.depth > 0 && this.depth === this.rowDepth) {
      // This event comes millions of times: it cuts out a text only if it needs it.
      const source = typeof value === "string" ? value : this.text.slice(offset, offset + length);
      this.row.push(this.entry(value, source, line, character));
      return;
    }
    const { format, shape } = this.layout;
    const shown = this.text.slice(offset, offset + Math.min(length, 60));
    if (this.textKey === undefined) throw this.error(`${shown} stands outside a row`, shape, line, character);
    if (this.textKey === "$schema") {
      if (typeof value === "string") return;
      throw this.error(`"$schema" is ${shown}`, "give the address of a schema, a string", line, character);
    }
    if (value !== format) {
      throw this.error(`the format is ${shown}`, `use "format": "${format}"`, line, character);
    }
  }

  syntaxError(code: ParseErrorCode, offset: number, length: number, line: number, character: number): void {
    // To the parser a sign before no digit is an error of its own.
    const following = this.text.slice(offset, offset + SHOWN);
    const source = following.slice(0, length);
    if (source.startsWith("\uFEFF")) {
      throw this.error("a byte order mark", "save the file as UTF-8 without one", line, character);
    }
    if (NOT_FINITE.test(following)) throw this.notFinite(following, line, character);
    const name = printParseErrorCode(code);
    const near = source === "" ? "at the end of the text" : `at ${JSON.stringify(source)}`;
    throw this.error(
      `not JSON: ${SYNTAX_ERRORS.get(name) ?? name} ${near}`,
      "give one complete JSON document",
      line,
      character,
    );
  }

  finish(): ReadonlyMap<string, WeightTexts> {
    const { keys, shape } = this.layout;
    const missingKey = keys.find(({ name, optional }) => !optional && !this.matricesOf.has(name))?.name;
    const missing = this.textsRead.has("format") ? missingKey : "format";
    if (missing !== undefined) throw new InputError(`the key "${missing}" is missing`, shape, this.place);
    return this.matricesOf;
  }

  private entry(value: unknown, source: string, line: number, character: number): string {
    const { entry, decimals, numbers, floatRepair } = this.layout;
    if (typeof value !== "string" && typeof value !== "number") {
      throw this.error(`${source} is not a ${entry}`, 'write "p/q" strings or integers', line, character);
    }
    try {
      if (typeof value === "number" && numbers === "double") return formatRational(doubleValue(value));
      const isDecimal = typeof value === "string" ? decimals : numbers === "decimal";
      const read = isDecimal && MARKS.test(source) ? decimalValue(source) : undefined;
      if (read !== undefined) return formatRational(rational(read.numerator, read.denominator));
      if (typeof value === "number" && !INTEGER.test(source))
        throw new InputError(`${source.slice(0, 60)} is a float`, floatRepair);
      parseLowestTerms(source);
      return source;
    } catch (error) {
      if (NOT_FINITE.test(source)) throw this.notFinite(source, line, character);
      throw error instanceof InputError ? error.at(this.at(line, character)) : error;
    }
  }

  private notFinite(source: string, line: number, character: number): InputError {
    const problem = `${NOT_FINITE.exec(source)?.join() ?? source} is no number, as training leaves it where it diverges`;
    return this.error(problem, "give the weights of a run that did not", line, character);
  }

  private at(line: number, character: number): string {
    return `${this.place}:${line + 1}:${character + 1}`;
  }

  private error(problem: string, repair: string, line: number, character: number): InputError {
    return new InputError(problem, repair, this.at(line, character));
  }
}

/** A list in words, such as: "format" and "weights"; "format", "inputs" and "targets". */
function listed(keys: readonly string[]): string {
  const quoted = keys.map((key) => `"${key}"`);
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.slice(-1).join()}`;
}
