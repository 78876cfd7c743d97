import { entry } from "../exact/entry.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { DEFINES } from "./statements.js";

/** A definition as a reader of the file sees it. */
export interface WrittenText {
  readonly name: string;
  /** The words of the comment before it. */
  readonly comment: string | undefined;
  /** The lines of the file that hold it. */
  readonly text: string;
  /** The line in which it starts, counted from 1. */
  readonly line: number;
  /** Names of definitions of the file that it uses directly, in the order of the file. */
  readonly uses: readonly string[];
}

/**
 * Every definition and statement of a file, with its lines as they are.
 *
 * @example
 * ```ts
 * writtenTextsIn("Definition a :=\n  0.\nDefinition b := a.")[1]
 * // { name: "b", comment: undefined, text: "Definition b := a.", line: 3, uses: ["a"] }
 * ```
 */
export function writtenTextsIn(source: string): WrittenText[] {
  const lines = source.split("\n");
  const named = sentencesOf(source).flatMap((sentence) => {
    const name = DEFINES.exec(sentence.text)?.[1];
    return name === undefined ? [] : [{ name, sentence }];
  });
  const names = named.map(({ name }) => name);
  return named.map(({ name, sentence }) => {
    const words = new Set(sentence.text.match(/[\p{L}_][\p{L}\p{N}_']*/gu));
    return {
      name,
      comment: sentence.comment,
      text: linesOf(sentence, lines),
      line: sentence.line,
      uses: [...new Set(names)].filter((other) => other !== name && words.has(other)),
    };
  });
}

/** The fewest lines from the sentence's first on that hold it; what stands before it there is left out. */
function linesOf({ text, line }: Sentence, lines: readonly string[]): string {
  const start = entry(lines, line - 1).search(FIRST_WORD);
  for (let end = line; end <= lines.length; end += 1) {
    const part = lines
      .slice(line - 1, end)
      .join("\n")
      .slice(Math.max(start, 0))
      .trimEnd();
    if (sentencesOf(part)[0]?.text === text) return part;
  }
  return text;
}

const FIRST_WORD = /(?:Local |Global )?(?:Definition|Fixpoint|Inductive|Record) /;
