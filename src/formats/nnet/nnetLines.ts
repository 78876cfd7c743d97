import { InputError } from "../../exact/inputError.js";
import { decimalValue } from "../../exact/numbers/decimalText.js";
import type { LowestTerms } from "../../exact/numbers/rational.js";
import { type Reading, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";

/** What programs write where training diverged. */
const NOT_FINITE = /^[-+]?(?:nan|inf(?:inity)?)$/i;

/** The lines of an NNet file, one after the other, each of which is a list of numbers. */
export class NnetLines {
  private readonly lines: readonly string[];
  private next = 0;

  constructor(
    text: string,
    private readonly reading: Reading,
  ) {
    this.lines = text.split("\n");
    // Comments come before all else.
    while (this.lines[this.next]?.startsWith("//") === true) this.next += 1;
  }

  /**
   * The numbers of the next line.
   *
   * @param count how many there must be.
   * @param what the line, for messages.
   * @throws InputError if there is no such line, it has another count, or an entry is no finite decimal.
   */
  numbers(count: number, what: string): LowestTerms[] {
    return this.texts(count, what).map((text, index) => this.number(text, `number ${index + 1} of ${what}`));
  }

  /** The sizes of the next line, from 1 on. */
  sizes(count: number, what: string): number[] {
    return this.texts(count, what).map((text) => {
      const size = /^\d{1,7}$/.test(text) ? Number(BigInt(text)) : 0;
      if (size > 0) return size;
      throw this.error(`${what} has the size ${quoted(text)}`, "give integers from 1 on");
    });
  }

  /** @throws InputError if anything but empty lines is left. */
  requireEnd(): void {
    while (this.lines[this.next]?.trim() === "") this.next += 1;
    if (this.next < this.lines.length)
      throw this.error(
        "there is more than the layers that the sizes tell",
        "give the file as it was written",
      );
  }

  private texts(count: number, what: string): string[] {
    const line = this.lines[this.next];
    if (line === undefined)
      throw this.error(`it ends before ${what}`, "give the whole file as it was written");
    this.next += 1;
    const texts = line.split(",").map((text) => text.trim());
    // Each number has a comma behind it.
    if (texts.at(-1) === "") texts.pop();
    if (texts.length === count) return texts;
    throw this.error(
      `${what} has ${texts.length} numbers instead of ${count}`,
      "give the file as it was written",
    );
  }

  private number(text: string, what: string): LowestTerms {
    try {
      const value = decimalValue(text);
      if (value !== undefined) return value;
    } catch (error) {
      throw error instanceof InputError ? this.error(`${what}: ${error.problem}`, error.repair) : error;
    }
    const problem = `${what} is ${quoted(text)}`;
    if (NOT_FINITE.test(text))
      throw this.error(
        `${problem}, as training leaves it where it diverges`,
        "give the weights of a run that did not",
      );
    throw this.error(problem, "write a decimal number, such as -1.5e-3");
  }

  private error(problem: string, repair: string): Error {
    const { format, place } = this.reading;
    return formatError({ format, place: `${place}, line ${this.next}` }, problem, repair);
  }
}
