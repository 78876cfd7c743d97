import { streams } from "./streams.js";

/** Writes a result to stdout, with a newline at its end. */
export function print(text: string): void {
  streams().stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
