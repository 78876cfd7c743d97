/** A sentence of a Coq file, such as a definition, a command or a tactic. */
export interface Sentence {
  /** Without comments, white space collapsed, its full stop included; leading bullets and braces are cut off. */
  readonly text: string;
  /** The documentation comment `(** … *)` right before it, white space collapsed. */
  readonly comment: string | undefined;
  /** Where it starts, from 1. */
  readonly line: number;
}

/** A stretch of a file: what counts as code, a comment, or a string (which code keeps as it is). */
interface Piece {
  readonly kind: "code" | "comment" | "string";
  readonly text: string;
}

/**
 * Splits the text of a Coq file into sentences.
 *
 * Comments nest, and strings hide both comments and full stops, as Coq's reference manual has it ("Lexical
 * conventions"). What follows the last full stop is a sentence too, so that nothing goes unread.
 *
 * @example
 * ```ts
 * sentencesOf("Lemma a : True. (* why *) Proof. exact I. Qed.").map(({ text }) => text)
 * // ["Lemma a : True.", "Proof.", "exact I.", "Qed."]
 * ```
 */
export function sentencesOf(source: string): Sentence[] {
  const sentences: Sentence[] = [];
  let line = 1;
  let text = "";
  let start = 1;
  let comment: string | undefined;
  const finish = (): void => {
    const collapsed = text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^(?:[-+*{}]+ *)+(?=\S)/, "");
    if (/[^\s{}]/.test(collapsed)) {
      sentences.push({ text: collapsed, comment, line: start });
      comment = undefined;
    }
    text = "";
  };
  for (const piece of pieces(source)) {
    if (piece.kind === "comment") {
      if (piece.text.startsWith("(**") && text.trim() === "") comment = plain(piece.text);
      text += " ";
    } else {
      for (const part of piece.kind === "string" ? [piece.text] : piece.text.split(/(?<=\.)(?=\s|$)/)) {
        if (text.trim() === "") start = line + newlines(/^\s*/.exec(part)?.[0] ?? "");
        text += part;
        line += newlines(part);
        if (piece.kind === "code" && part.endsWith(".")) finish();
      }
      continue;
    }
    line += newlines(piece.text);
  }
  finish();
  return sentences;
}

/** Cuts a text into code, comments and strings; one that doesn't end reaches to the end. */
function* pieces(source: string): Generator<Piece> {
  let from = 0;
  let at = 0;
  while (at < source.length) {
    const kind = source.startsWith("(*", at) ? "comment" : source[at] === '"' ? "string" : undefined;
    if (kind === undefined) {
      at += 1;
      continue;
    }
    if (at > from) yield { kind: "code", text: source.slice(from, at) };
    from = at;
    at = kind === "comment" ? endOfComment(source, at) : endOfString(source, at);
    yield { kind, text: source.slice(from, at) };
    from = at;
  }
  if (at > from) yield { kind: "code", text: source.slice(from, at) };
}

function endOfString(source: string, start: number): number {
  // A quotation mark within a string is doubled, which reads as two strings side by side.
  const end = source.indexOf('"', start + 1);
  return end < 0 ? source.length : end + 1;
}

function endOfComment(source: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < source.length) {
    if (source.startsWith("(*", at)) {
      depth += 1;
      at += 2;
    } else if (source.startsWith("*)", at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else if (source[at] === '"') at = endOfString(source, at);
    else at += 1;
  }
  return at;
}

const newlines = (text: string): number => text.split("\n").length - 1;

const plain = (comment: string): string =>
  comment
    .replace(/^\(\*+|\*+\)$/g, "")
    .replace(/\s+/g, " ")
    .trim();
