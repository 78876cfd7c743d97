import { renameSync, rmSync, writeFileSync } from "node:fs";
import type { VerificationResult } from "../../../../claims/evidence/claimResult.js";
import { holdOutput } from "../../../../certificate/heldOutput.js";
import { outputPlace } from "../../../../certificate/outputPlace.js";
import { explainErrors } from "../../../../certificate/systemErrors.js";
import { InputError } from "../../../../exact/inputError.js";
import { identityOf } from "../../../files/withOutput.js";
import { print } from "../../../terminal/output.js";
import { streams } from "../../../terminal/streams.js";
import { visibleJson } from "../../../terminal/visible.js";
import { github } from "./github.js";
import { markdown } from "./markdown.js";
import type { Report, ReporterName } from "./names.js";
import { pretty } from "./pretty.js";
import { outcome, unmetLines } from "./wording.js";

type Writer = (result: VerificationResult) => string | Promise<string>;

const WRITERS: Readonly<Record<ReporterName, Writer>> = {
  pretty: (result) => pretty(result),
  json: visibleJson,
  // Its library of XML takes longer to load than the rest of the command.
  junit: async (result) => (await import("./junit.js")).junit(result),
  markdown,
  github,
};

/**
 * Takes hold of the files of reports before hours of work: nothing else writes to them until they are
 * released.
 *
 * @returns a function that releases them.
 * @throws InputError if one can't be written, is held by another command, or is named by two reports.
 */
export function holdReports(reports: readonly Report[]): () => void {
  const files = reports.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, index) => files.slice(0, index).map(identityOf).includes(identityOf(file)));
  if (twice !== undefined)
    throw new InputError("two reports go to one file", "name another file for one of them", twice);
  const releases: (() => void)[] = [];
  const release = (): void => {
    for (const one of releases) one();
  };
  try {
    for (const file of files) releases.push(holdOutput(file));
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Writes each report to its file, which appears when it is whole, or to standard output. If nothing goes
 * there, stderr has the outcome, so that a log says why a run failed.
 *
 * @throws InputError about the first file that can't be written, such as on a full disk, after the other
 *   reports are written.
 */
export async function writeReports(result: VerificationResult, reports: readonly Report[]): Promise<void> {
  if (reports.every(({ file }) => file !== undefined))
    streams().stderr.write(`${[...unmetLines(result), outcome(result)].join("\n")}\n`);
  const errors: unknown[] = [];
  for (const { format, file } of reports) {
    const text = await WRITERS[format](result);
    try {
      if (file === undefined) print(text);
      else writeReport(file, text);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** @throws InputError if the file can't be written; then nothing is left of it. */
function writeReport(path: string, text: string): void {
  const { file, partial } = outputPlace(path);
  const write = (): void => {
    try {
      writeFileSync(partial, `${text}\n`);
      renameSync(partial, file);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  };
  explainErrors(path, write, "give the command again");
}
