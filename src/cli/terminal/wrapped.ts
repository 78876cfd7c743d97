import { WriteStream } from "node:tty";
import { stripVTControlCharacters } from "node:util";
import wrapAnsi from "wrap-ansi";
import { streams } from "./streams.js";

/** How wide lines are, and whether a terminal shows them: what is piped has no boxes and no broken lines. */
export interface Layout {
  readonly width: number;
  readonly isTerminal: boolean;
}

/** The layout of a stream: its terminal's width, or else 80 characters. */
export function layoutOf(stream: NodeJS.WritableStream): Layout {
  return stream instanceof WriteStream
    ? { width: stream.columns, isTerminal: true }
    : { width: 80, isTerminal: false };
}

/** What stands before the text of a line: an indent, a dash, or a label and the gap of spaces after it. */
const LABEL = /^(?: *\S+(?: \S+)* {2,}| *(?:- )?)/;

/** Fewer characters than these are no room for words. */
const LEAST_ROOM = 20;

/**
 * Lines that a terminal shows broken at words, and a pipe as they are. A line that is broken goes on below
 * the text after its label.
 *
 * @param indent where each line goes on instead.
 */
export function fitted(
  text: string,
  { width, isTerminal }: Layout = layoutOf(streams().stdout),
  indent?: string,
): string {
  if (!isTerminal) return text;
  const broken = (line: string): string => {
    const [label] = LABEL.exec(line) ?? [""];
    const below = indent ?? " ".repeat(stripVTControlCharacters(label).length);
    const lines = wrapAnsi(line.slice(label.length), Math.max(width - below.length, LEAST_ROOM));
    return `${label}${lines.replaceAll("\n", `\n${below}`)}`;
  };
  return text.split("\n").map(broken).join("\n");
}
