import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { explainErrors } from "../certificate/systemErrors.js";
import { InputError } from "../exact/inputError.js";
import { writeAtomically } from "../machine/atomicFile.js";

/** Where a job's files are. */
export interface JobFiles {
  readonly folder: string;
  readonly plan: string;
  /** The file that the job reads, if it does. */
  readonly input: string;
  readonly results: string;
  readonly merged: string;
  result(slot: number): string;
  /** Pieces of a slot that are done before all are. */
  progress(slot: number): string;
}

export function jobFiles(folder: string): JobFiles {
  return {
    folder,
    plan: join(folder, "plan.json"),
    input: join(folder, "input.json"),
    results: join(folder, "results"),
    merged: join(folder, "merged.json"),
    result: (slot) => join(folder, "results", `${slot}.json`),
    progress: (slot) => join(folder, "progress", `${slot}.jsonl`),
  };
}

/** How to have a slot made anew, whatever is wrong with its result. */
export function anew(folder: string, slot: number): string {
  return `remove it, and run equiloss shard run ${folder} --slot ${slot}`;
}

/** Makes the folders. */
export function makeFolders({ folder, results }: JobFiles): void {
  for (const path of [results, join(folder, "progress")])
    explainErrors(path, () => mkdirSync(path, { recursive: true }));
}

/** Writes a whole file; see `writeAtomically`. */
export function writeJobFile(path: string, text: string): void {
  explainErrors(path, () => {
    writeAtomically(path, text);
  });
}

/** The text of a file; undefined if there is none. @throws InputError if it can't be read. */
export function textIfThere(path: string): string | undefined {
  return existsSync(path) ? requiredText(path) : undefined;
}

/** The text of a file. @throws InputError if it can't be read. */
export function requiredText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new InputError(`can't be read (${code})`, "let it be a file that can be read", path);
  }
}
