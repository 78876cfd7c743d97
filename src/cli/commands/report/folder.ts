import { randomUUID } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { explainErrors } from "../../../certificate/systemErrors.js";
import { InputError } from "../../../exact/inputError.js";
import type { SiteFile } from "../../../report/data/site.js";
import { placeOf } from "../../files/sources.js";
import { packageVersion } from "../../terminal/packageVersion.js";

/** The file by which a report's folder is known, with the list of its files. */
const MARK = "equiloss-report.json";
const FORMAT = "equiloss-report-folder/1";

const OTHER = "name a new folder";

/**
 * Refuses a place where a report can't go: it replaces nothing but a report, as it was written.
 *
 * @throws InputError that says what is there.
 */
export function requireReportFolder(folder: string): void {
  if (folder === "" || folder === "-")
    throw new InputError("a report goes to a folder", "name one", "--output");
  const place = placeOf(folder);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) {
    const above = statSync(dirname(resolve(folder)), { throwIfNoEntry: false });
    if (above?.isDirectory() === true) return;
    throw new InputError("there is no folder to put it in", "make that, or name another", place);
  }
  if (!stats.isDirectory()) throw new InputError("is not a folder", OTHER, place);
  if (readdirSync(folder).length === 0) return;
  const present = filesIn(folder);
  if (!present.includes(MARK))
    throw new InputError("is a folder that holds something else than a report", OTHER, place);
  const own = [MARK, ...listed(folder)];
  const foreign = present.find((file) => !own.includes(file));
  if (foreign === undefined) return;
  throw new InputError(`holds ${foreign}, which is not of the report`, `take it away, or ${OTHER}`, place);
}

/** The files that the mark of a report lists; none if it can't be read. */
function listed(folder: string): readonly unknown[] {
  try {
    const { format, files } = JSON.parse(readFileSync(join(folder, MARK), "utf8")) as Record<string, unknown>;
    if (format === FORMAT && Array.isArray(files)) return files;
  } catch {
    // What can't be read lists nothing.
  }
  throw new InputError(`its ${MARK} is not one of a report`, OTHER, placeOf(folder));
}

function filesIn(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, `${path}/`) : [path];
  });
}

/**
 * Writes a report beside its place, and moves it there once all is written. What it replaces is moved away
 * before, and removed after.
 *
 * @returns how many bytes were written.
 * @throws InputError if it can't be written; then what was there is still there.
 */
export function writeReport(folder: string, files: readonly SiteFile[]): number {
  requireReportFolder(folder);
  const target = resolve(folder);
  const [partial, replaced] = ["partial", "replaced"].map(
    (what) => `${target}.equiloss-${what}-${randomUUID().slice(0, 8)}`,
  ) as [string, string];
  return explainErrors(
    placeOf(folder),
    () => {
      try {
        const bytes = writeAll(partial, files);
        replace(target, partial, replaced);
        return bytes;
      } finally {
        rmSync(partial, { recursive: true, force: true });
      }
    },
    "give the command again",
  );
}

function writeAll(partial: string, files: readonly SiteFile[]): number {
  mkdirSync(partial);
  const mark = { format: FORMAT, version: packageVersion(), files: files.map(({ path }) => path) };
  const all = [...files, { path: MARK, text: `${JSON.stringify(mark)}\n` }];
  let bytes = 0;
  for (const { path, text } of all) {
    const content = Buffer.from(text);
    mkdirSync(dirname(join(partial, path)), { recursive: true });
    writeFileSync(join(partial, path), content);
    bytes += content.length;
  }
  return bytes;
}

function replace(target: string, partial: string, replaced: string): void {
  const isThere = lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  if (isThere) renameSync(target, replaced);
  try {
    renameSync(partial, target);
  } catch (error) {
    if (isThere) renameSync(replaced, target);
    throw error;
  }
  rmSync(replaced, { recursive: true, force: true });
}
