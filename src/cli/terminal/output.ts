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

/** Writes a result as JSON if that was asked for, else as lines for a person. */
export function printResult<Result>(
  { json }: { readonly json?: boolean },
  result: Result,
  lines: (result: Result) => string,
): void {
  if (json === true) printJson(result);
  else print(lines(result));
}
