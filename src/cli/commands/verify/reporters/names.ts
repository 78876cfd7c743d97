/** The formats of the table of claims, by the names that `--reporter` takes. */
export const REPORTER_NAMES = ["pretty", "json", "junit", "markdown"] as const;

/** One of {@link REPORTER_NAMES}. */
export type ReporterName = (typeof REPORTER_NAMES)[number];
