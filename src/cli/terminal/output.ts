import { streams } from "./streams.js";
import { visibleJson } from "./visible.js";

/**
 * What is printed as JSON. The tag "equiloss-count/1" is the first member of what `count` prints, and
 * docs/schemas/count.json is its schema. The table of `verify` has its tag already.
 */
export type OutputName =
  | "certify"
  | "check"
  | "claims"
  | "count"
  | "crosscheck"
  | "error"
  | "explain"
  | "graph"
  | "landscape"
  | "path"
  | "path-change"
  | "proofs"
  | "reduce"
  | "regime"
  | "threshold"
  | "topology";

/** Writes a result to stdout, with a newline at its end. */
export function print(text: string): void {
  streams().stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** A result as one line of JSON, which begins with its format. */
export function taggedJson(name: OutputName, result: object): string {
  return visibleJson({ format: `equiloss-${name}/1`, ...result });
}

/** Writes a result as JSON if that was asked for, else as lines for a person. */
export function printResult<Result extends object>(
  { json }: { readonly json?: boolean },
  name: OutputName,
  result: Result,
  lines: (result: Result) => string,
): void {
  print(json === true ? taggedJson(name, result) : lines(result));
}
