/** A sentence of a Coq file, such as a definition, a command or a tactic. */
export interface Sentence {
  /** The text with its full stop, without comments, bullets and braces; blanks collapsed outside strings. */
  readonly text: string;
  /** The documentation comment `(** … *)` right before it, white space collapsed. */
  readonly comment: string | undefined;
  /** The line in which it starts, counted from 1. */
  readonly line: number;
  /** Whether a comment in or before it follows a sign without a blank, so that Coq may see another token. */
  readonly glued: boolean;
}

/** A piece of a file: code, a comment, or a string. Strings are code with unchanged blanks. */
interface Piece {
  readonly kind: "code" | "comment" | "string";
  readonly text: string;
}

/** Blanks, as Coq sees them. A no-break space is a letter to Coq, and other spaces are errors. */
const BLANKS = /[ \t\r\n]+/g;

/** Bullets and braces, which are sentences without a full stop. A brace may name its goal. */
const STRUCTURE = /^(?:[-+*{}]+|(?:[0-9][0-9, -]*|\[[^\]]*\]|all|par|!) ?: ?\{| )+/;

/**
 * Splits the text of a Coq file into sentences.
 *
 * Comments nest, and strings hide comments and full stops (Coq's reference manual, "Lexical conventions").
 * The text after the last full stop is a sentence too, so that all is read.
 *
 * @example
 * ```ts
 * sentencesOf("Lemma a : True. (* why *) Proof. exact I. Qed.").map(({ text }) => text)
 * // ["Lemma a : True.", "Proof.", "exact I.", "Qed."]
 * ```
 */
export function sentencesOf(source: string): Sentence[] {
  const reader = new Reader();
  for (const piece of pieces(source)) {
    if (piece.kind === "code")
      for (const part of piece.text.split(/(?<=\.)(?=[ \t\r\n])/)) {
        reader.code(part, part.replace(BLANKS, " "));
        if (part.endsWith(".")) reader.finish();
      }
    else if (piece.kind === "comment") reader.comment(piece.text);
    else reader.code(piece.text, piece.text);
  }
  reader.finish();
  return reader.sentences;
}

/** Collects pieces until a sentence is whole. */
class Reader {
  readonly sentences: Sentence[] = [];
  #line = 1;
  #start = 1;
  #text = "";
  #last = " ";
  #glued = false;
  #comment: string | undefined;

  comment(text: string): void {
    if (/^\(\*\*\s/.test(text) && this.#text === "") this.#comment = plain(text);
    if (!/[ \t\r\n]/.test(this.#last)) this.#glued = true;
    this.#last = " ";
    this.#append(" ");
    this.#line += newlines(text);
  }

  /** Code as it is in the file, and with its blanks collapsed. */
  code(text: string, collapsed: string): void {
    if (this.#text === "") this.#start = this.#line + newlines(text.slice(0, text.search(/[^ \t\r\n]|$/)));
    if (text !== "") this.#last = text.slice(-1);
    this.#append(collapsed);
    this.#line += newlines(text);
  }

  finish(): void {
    const text = this.#text.replace(STRUCTURE, "").replace(/ $/, "");
    if (text !== "" || this.#glued) {
      this.sentences.push({ text, comment: this.#comment, line: this.#start, glued: this.#glued });
      this.#comment = undefined;
    }
    this.#text = "";
    this.#glued = false;
  }

  #append(collapsed: string): void {
    this.#text += this.#text === "" || this.#text.endsWith(" ") ? collapsed.replace(/^ /, "") : collapsed;
  }
}

const OPENS = "(*";

/**
 * Cuts a text into code, comments and strings. Without an end, they reach to the end of the text; such a
 * comment's sign follows it as code, so that the last sentence has no end either.
 */
function* pieces(source: string): Generator<Piece> {
  let from = 0;
  let at = 0;
  while (at < source.length) {
    const kind = source.startsWith(OPENS, at) ? "comment" : source[at] === '"' ? "string" : undefined;
    if (kind === undefined) {
      at += 1;
      continue;
    }
    yield { kind: "code", text: source.slice(from, at) };
    from = at;
    const end = kind === "comment" ? endOfComment(source, at) : endOfString(source, at);
    at = end ?? source.length;
    yield { kind, text: source.slice(from, at) };
    if (end === undefined) yield { kind: "code", text: OPENS };
    from = at;
  }
  yield { kind: "code", text: source.slice(from) };
}

function endOfString(source: string, start: number): number {
  // A quotation mark within a string is doubled, which reads as two strings side by side.
  const end = source.indexOf('"', start + 1);
  return end < 0 ? source.length : end + 1;
}

/** Undefined if the comment has no end. */
function endOfComment(source: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  while (at < source.length) {
    if (source.startsWith(OPENS, at)) {
      depth += 1;
      at += 2;
    } else if (source.startsWith("*)", at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else if (source[at] === '"') at = endOfString(source, at);
    else at += 1;
  }
  return undefined;
}

const newlines = (text: string): number => text.split("\n").length - 1;

const plain = (comment: string): string =>
  comment
    .replace(/^\(\*+|\*+\)$/g, "")
    .replace(/\s+/g, " ")
    .trim();
