import { InvalidArgumentError } from "commander";

/** The formats of the table of claims, by the names that `--reporter` takes. */
export const REPORTER_NAMES = ["pretty", "json", "junit", "markdown", "github"] as const;

/** One of {@link REPORTER_NAMES}. */
export type ReporterName = (typeof REPORTER_NAMES)[number];

/** A report that was asked for, and the file that it goes to, if not to standard output. */
export interface Report {
  readonly format: ReporterName;
  readonly file?: string;
}

/**
 * Reads `format` or `format=file`, and adds it to those before.
 *
 * @throws InvalidArgumentError if there is no such format, or if a second report would go to standard output.
 */
export function withReport(text: string, before: readonly Report[] = []): readonly Report[] {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  const format = REPORTER_NAMES.find((known) => known === name);
  if (format === undefined)
    throw new InvalidArgumentError(`Allowed choices are ${REPORTER_NAMES.join(", ")}.`);
  const file = equals < 0 ? undefined : text.slice(equals + 1);
  if (file === "") throw new InvalidArgumentError("Name a file after the =.");
  if (file === undefined && before.some((other) => other.file === undefined))
    throw new InvalidArgumentError(
      "Another report goes to standard output: name a file, as in junit=report.xml.",
    );
  return [...before, file === undefined ? { format } : { format, file }];
}
