import { WriteStream } from "node:tty";
import wrapAnsi from "wrap-ansi";
import { streams } from "./streams.js";

/** Characters in a line where there is no terminal. */
export const PLAIN_WIDTH = 80;

/** Characters in a line of a stream: those of its terminal, or 80. */
export function widthOf(stream: NodeJS.WritableStream): number {
  return stream instanceof WriteStream ? stream.columns : PLAIN_WIDTH;
}

/** Text broken at words to the width of stdout, its later lines indented like the first. */
export function wrapped(text: string, indent = ""): string {
  const room = Math.max(widthOf(streams().stdout) - indent.length, 20);
  return wrapAnsi(text, room, { trim: true })
    .split("\n")
    .map((line) => indent + line)
    .join("\n");
}
