import { entry } from "../exact/entry.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { DEFINES } from "./statements.js";

/** A definition as a reader of the file sees it. */
export interface WrittenText {
  readonly name: string;
  /** The words of the comment before it. */
  readonly comment: string | undefined;
  /** What the file has from its first word to the end of the line in which it ends. */
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
    const words = new Set(sentence.text.match(WORD));
    const bound = boundIn(sentence.text);
    return {
      name,
      comment: sentence.comment,
      text: linesOf(sentence, lines),
      line: sentence.line,
      uses: [...new Set(names)].filter((other) => other !== name && words.has(other) && !bound.has(other)),
    };
  });
}

const WORD = /[\p{L}_][\p{L}\p{N}_']*/gu;

/** Where names are bound: in brackets before a colon, after a quantifier or `fun`, and by `let`. */
const BINDERS =
  /[({]([\p{L}\p{N}_' ]+) :|(?:forall|exists|fun) ([\p{L}\p{N}_' ]+?) ?(?:,|=>|:)|let ([\p{L}\p{N}_']+)/gu;

/** The names that a text binds itself, which are not those of definitions. */
function boundIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(BINDERS)].flatMap((match) => match.slice(1).join(" ").match(WORD) ?? NONE),
  );
}

const NONE: readonly string[] = [];

/** The fewest lines from the sentence's first word on that hold it. */
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
