import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { InputError } from "../exact/inputError.js";
import { parseLowestTerms } from "../exact/rational.js";
import type { WeightTexts } from "./plainWeights.js";

/** A number of JSON that is an integer as written: no point, no exponent. */
const INTEGER = /^-?(?:0|[1-9][0-9]*)$/;

/**
 * Reads `{"format": tag, "weights": [W1, …]}` by events, so that every number is taken from its own digits
 * (a JSON parser's number would be a rounded double), repeated keys are seen, and each error has its place.
 * Every weight is known to be a rational afterwards, and is given back as it is written.
 *
 * @throws InputError, with place, line and column, for anything that is not such a document.
 */
export function parseWeights(text: string, place: string, format: string): WeightTexts {
  const reader = new WeightsReader(text, place, format);
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
        reader.syntaxError(error, text.slice(offset, offset + Math.min(length, 20)), line, character);
      },
    },
    { disallowComments: true },
  );
  return reader.finish();
}

/** The events' state: which key is being read, and how many arrays deep. */
class WeightsReader {
  private readonly matrices: string[][][] = [];
  private readonly keys = new Set<string>();
  private row: string[] = [];
  private current: string | undefined;
  private depth = 0;
  private started = false;

  constructor(
    private readonly text: string,
    private readonly place: string,
    private readonly format: string,
  ) {}

  beginObject(line: number, character: number): void {
    if (this.started) throw this.error("an object where none belongs", this.shape(), line, character);
    this.started = true;
  }

  key(key: string, line: number, character: number): void {
    if (this.keys.has(key)) {
      throw this.error(`the key ${JSON.stringify(key)} stands twice`, "keep one of them", line, character);
    }
    if (key !== "format" && key !== "weights") {
      const shown = JSON.stringify(key.slice(0, 40));
      throw this.error(`unknown key ${shown}`, 'keep only "format" and "weights"', line, character);
    }
    this.keys.add(key);
    this.current = key;
  }

  beginArray(line: number, character: number): void {
    this.depth += 1;
    if (this.current !== "weights" || this.depth > 3) {
      throw this.error("an array where none belongs", this.shape(), line, character);
    }
    if (this.depth === 2) this.matrices.push([]);
    else if (this.depth === 3) this.matrices.at(-1)?.push((this.row = []));
  }

  endArray(): void {
    this.depth -= 1;
  }

  literal(value: unknown, offset: number, length: number, line: number, character: number): void {
    if (this.depth === 3) {
      // The one event that comes by the million: no text is cut out unless it is needed.
      const source = typeof value === "string" ? value : this.text.slice(offset, offset + length);
      this.row.push(this.weight(value, source, line, character));
      return;
    }
    const shown = this.text.slice(offset, offset + Math.min(length, 60));
    if (this.current !== "format")
      throw this.error(`${shown} stands outside a row`, this.shape(), line, character);
    if (value !== this.format) {
      throw this.error(`the format is ${shown}`, `use "format": "${this.format}"`, line, character);
    }
  }

  syntaxError(code: ParseErrorCode, source: string, line: number, character: number): void {
    if (source.startsWith("\uFEFF")) {
      throw this.error("a byte order mark", "save the file as UTF-8 without one", line, character);
    }
    const near = source === "" ? "at the end of the text" : `at ${JSON.stringify(source)}`;
    throw this.error(
      `not JSON: ${printParseErrorCode(code)} ${near}`,
      "give one complete JSON document",
      line,
      character,
    );
  }

  finish(): WeightTexts {
    for (const key of ["format", "weights"]) {
      if (!this.keys.has(key)) throw new InputError(`the key "${key}" is missing`, this.shape(), this.place);
    }
    return this.matrices;
  }

  private weight(value: unknown, source: string, line: number, character: number): string {
    if (typeof value === "number" && !INTEGER.test(source)) {
      throw this.error(
        `${source.slice(0, 60)} is a float`,
        'write it exactly, as a string "p/q" (a double is an integer over a power of two: 0.5 is "1/2")',
        line,
        character,
      );
    }
    if (typeof value !== "string" && typeof value !== "number") {
      throw this.error(`${source} is not a weight`, 'write "p/q" strings or integers', line, character);
    }
    try {
      parseLowestTerms(source);
      return source;
    } catch (error) {
      throw error instanceof InputError ? error.at(this.at(line, character)) : error;
    }
  }

  private shape(): string {
    return `give {"format": "${this.format}", "weights": [W1, W2]} with matrices as lists of rows`;
  }

  private at(line: number, character: number): string {
    return `${this.place}:${line + 1}:${character + 1}`;
  }

  private error(problem: string, repair: string, line: number, character: number): InputError {
    return new InputError(problem, repair, this.at(line, character));
  }
}
