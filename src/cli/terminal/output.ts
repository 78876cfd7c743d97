import { streams } from "./streams.js";
import { visibleJson } from "./visible.js";

/** Writes a result to stdout, with a newline at its end. */
export function print(text: string): void {
  streams().stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Writes a result as one line of JSON. */
export function printJson(value: unknown): void {
  print(visibleJson(value));
}
