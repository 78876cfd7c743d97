import { join } from "node:path";
import { InputError } from "../../../exact/inputError.js";
import { ENGINES } from "../../../shard/engines/list.js";
import { jobFiles, makeFolders, textIfThere, writeJobFile } from "../../../shard/folder.js";
import type { Counts, Parameters } from "../../../shard/kinds/job.js";
import { kindNamed } from "../../../shard/kinds/list.js";
import { planText, planned } from "../../../shard/plan.js";
import { sha256 } from "../../../machine/sha256.js";
import { type Source, textOf } from "../../files/sources.js";
import { programHere } from "./programHere.js";

/** A job to plan. */
export interface PlanRequest {
  readonly folder: string;
  readonly kind: string;
  readonly parameters: Parameters;
  /** The file that the job reads. */
  readonly input?: Source;
  readonly shards: number;
  readonly engine?: {
    readonly name: string;
    /** The folder with its whole path and the program, as words of a shell. */
    readonly folder: string;
    readonly program: string;
  };
}

/** A plan that was written. */
export interface PlanReport {
  readonly kind: string;
  readonly pieces: number;
  readonly expected: Counts;
  readonly shards: number;
  /** The SHA-256 of plan.json. */
  readonly digest: string;
  /** How the engine is started, in the folder. */
  readonly start?: string;
}

/**
 * Plans a job, and writes the plan when all else is there.
 *
 * @throws InputError if the folder has another plan.
 */
export async function planJob({ folder, ...request }: PlanRequest): Promise<PlanReport> {
  const { kind, parameters, shards } = request;
  const input = request.input === undefined ? "" : textOf(request.input);
  const environment = await kindNamed(kind).environment(parameters);
  const program = programHere();
  const plan = planned({ kind, parameters, environment, input, shards, program });
  const [files, text] = [jobFiles(folder), planText(plan)];
  const there = textIfThere(files.plan);
  if (there !== undefined && there !== text)
    throw new InputError("has another plan", "name a new folder", folder);
  makeFolders(files);
  if (kindNamed(kind).hasInput) writeJobFile(files.input, input);
  const engine = ENGINES.find(({ name }) => name === request.engine?.name);
  if (engine !== undefined && request.engine !== undefined) {
    const work = { ...request.engine, version: program.version, slots: shards };
    writeJobFile(join(folder, engine.file), engine.text(work));
  }
  writeJobFile(files.plan, text);
  const { pieces, expected } = plan;
  const start = engine === undefined ? {} : { start: engine.start };
  return { kind, pieces, expected, shards, digest: sha256(text), ...start };
}
