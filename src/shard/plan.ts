import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { type Fields, fieldsOf, isCount, jsonFields } from "../machine/jsonFields.js";
import { sha256 } from "../machine/sha256.js";
import { jobFiles, requiredText, textIfThere } from "./folder.js";
import type { Counts, Job, Parameters, Program } from "./kinds/job.js";
import { kindNamed } from "./kinds/list.js";

/** The format tag of a plan. */
export const PLAN_FORMAT = "equiloss-shard-plan/1";

/** The most shards of a plan. */
export const MOST_SHARDS = 10_000;

/** The pieces `from` … `to` − 1 of a job. */
export interface Shard {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

/** What is to be done, in shards. It follows from the kind, parameters, input, environment, and program. */
export interface Plan extends Program {
  readonly kind: string;
  readonly parameters: Parameters;
  readonly environment: Parameters;
  /** The SHA-256 of the file that the job reads; "" if it reads none. */
  readonly inputDigest: string;
  readonly pieces: number;
  /** What the counts of all pieces add up to, in closed form. */
  readonly expected: Counts;
  readonly shards: readonly Shard[];
}

/** What a plan is made of. */
export interface Planned {
  readonly kind: string;
  readonly parameters: Parameters;
  readonly environment: Parameters;
  /** The text of the file that the job reads; "" if it reads none. */
  readonly input: string;
  readonly shards: number;
  readonly program: Program;
}

/** A plan with its job, and the SHA-256 of its text. */
export interface PlannedJob {
  readonly plan: Plan;
  readonly job: Job;
  readonly digest: string;
}

/**
 * Cuts a job into shards that differ by a piece at most.
 *
 * @throws InputError if the parameters are none of the kind, or there are more shards than pieces.
 */
export function planned({ kind, parameters, environment, input, shards, program }: Planned): Plan {
  const job = kindNamed(kind).job(parameters, input);
  const most = Math.min(MOST_SHARDS, job.pieces);
  if (!isCount(shards) || shards < 1 || shards > most)
    throw new InputError(`${shards} shards of ${job.pieces} pieces`, `give 1 to ${most}`, "--shards");
  const cut = (slot: number): number => Number((BigInt(slot) * BigInt(job.pieces)) / BigInt(shards));
  return {
    kind,
    parameters,
    environment,
    inputDigest: input === "" ? "" : sha256(input),
    version: program.version,
    code: program.code,
    pieces: job.pieces,
    expected: job.expected,
    shards: Array.from({ length: shards }, (_, slot) => ({ slot, from: cut(slot), to: cut(slot + 1) })),
  };
}

/** A plan as its file has it. */
export function planText(plan: Plan): string {
  return `${JSON.stringify({ format: PLAN_FORMAT, ...plan }, null, 2)}\n`;
}

/**
 * Reads the plan of a folder, and plans anew: the file has to say exactly what this program plans.
 *
 * @throws InputError if there is none, it was changed, it is of another program, or the input was changed.
 */
export function readPlan(folder: string, program: Program): PlannedJob {
  const { plan: place, input: inputPlace } = jobFiles(folder);
  const text = textIfThere(place);
  if (text === undefined) throw new InputError("no such plan", "make it by equiloss shard plan", place);
  const fields = planFields(text, place);
  requireProgram(fields, program, place);
  const input = fields.inputDigest === "" ? "" : requiredText(inputPlace);
  if (fields.inputDigest !== "" && sha256(input) !== fields.inputDigest)
    throw new InputError("isn't the file that the plan was made for", PLAN_ANEW, inputPlace);
  const anew = plannedAnew(fields, input, program, place);
  if (planText(anew) !== text)
    throw new InputError("was changed: it isn't what follows from it", PLAN_ANEW, place);
  return { plan: anew, job: kindNamed(anew.kind).job(anew.parameters, input), digest: sha256(text) };
}

const PLAN_ANEW = "plan anew, in another folder";

function planFields(text: string, place: string): Fields {
  const at = { place, repair: PLAN_ANEW };
  const fields = jsonFields(text, at);
  if (fields.format !== PLAN_FORMAT)
    throw new InputError(`"format" is not "${PLAN_FORMAT}"`, PLAN_ANEW, place);
  return fields;
}

/** @throws InputError if something was made by another program. */
function requireProgram({ version, code }: Fields, program: Program, place: string): void {
  if (version === program.version && code === program.code) return;
  throw new InputError(
    `is of another program: version ${String(version)} with code ${shortDigest(code)}, where this is version ` +
      `${program.version} with code ${shortDigest(program.code)}`,
    "use that one, or plan anew, in another folder",
    place,
  );
}

/** The first digits of a digest, for messages. */
export function shortDigest(digest: unknown): string {
  return /^sha256:[0-9a-f]{64}$/.test(String(digest))
    ? String(digest).slice(0, 19)
    : JSON.stringify(digest ?? null);
}

function plannedAnew(fields: Fields, input: string, program: Program, place: string): Plan {
  const at = { place, repair: PLAN_ANEW };
  const { kind, shards } = fields;
  const plain = (value: unknown): Parameters => {
    const members = fieldsOf(value, at);
    const isPlain = Object.values(members).every((one) => typeof one === "string" || isCount(one));
    if (!isPlain) throw new InputError("has a parameter that is neither text nor number", PLAN_ANEW, place);
    return members as Parameters;
  };
  if (!Array.isArray(shards)) throw new InputError('"shards" is not a list', PLAN_ANEW, place);
  try {
    return planned({
      ...{ kind: String(kind), parameters: plain(fields.parameters), environment: plain(fields.environment) },
      ...{ input, shards: shards.length, program },
    });
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.problem, PLAN_ANEW, place) : error;
  }
}

/** The shard of a slot. @throws InputError if the plan has none. */
export function shardOf({ shards }: Plan, slot: number): Shard {
  if (slot < shards.length) return entry(shards, slot);
  throw new InputError(`no slot ${slot}`, `give one of 0 to ${shards.length - 1}`, "--slot");
}
