import { WriteStream } from "node:tty";
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

/** Text that a terminal shows broken at words, and a pipe as one line. */
export function fitted(
  text: string,
  indent: string,
  { width, isTerminal }: Layout = layoutOf(streams().stdout),
): string {
  return isTerminal ? wrapped(text, indent, width) : text;
}

/** Fewer characters than these are no room for words. */
const LEAST_ROOM = 20;

/**
 * Text broken at words, each line after the first with this indent.
 *
 * @param width characters in a line; that of stdout if left out.
 */
export function wrapped(text: string, indent = "", width = layoutOf(streams().stdout).width): string {
  const lines = wrapAnsi(text, Math.max(width - indent.length, LEAST_ROOM)).split("\n");
  return lines.join(`\n${indent}`);
}
