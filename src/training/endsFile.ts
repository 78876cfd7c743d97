import { InputError } from "../exact/inputError.js";
import { SETTINGS, type SettingName } from "./names.js";
import { STOP_REASONS } from "./secondOrder.js";
import type { TrainedRun } from "./trainedRun.js";

/** The format tag of a file of ends. */
export const ENDS_FORMAT = "equiloss-ends/1";

/** The ends of runs from several starts. */
export interface TrainedEnds {
  readonly setting: SettingName;
  readonly width: number;
  /** The backend of tfjs that did Adam's steps. */
  readonly backend: string;
  /** The command that made the file, and the version of equiloss. */
  readonly command: string;
  readonly version: string;
  readonly runs: readonly TrainedRun[];
}

const REPAIR = "have it made anew by equiloss train";

/**
 * Reads a file of ends.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, and the number of the run, if the text is no such file.
 */
export function parseEnds(text: string, place: string): TrainedEnds {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError("is not JSON, or not whole", REPAIR, place);
  }
  const { format, setting, width, backend, command, version, runs } = fieldsOf(value, place);
  if (format !== ENDS_FORMAT) throw new InputError(`"format" is not "${ENDS_FORMAT}"`, REPAIR, place);
  const known = SETTINGS.find((name) => name === setting);
  if (known === undefined)
    throw new InputError(`"setting" is not one of ${SETTINGS.join(", ")}`, REPAIR, place);
  if (!isCount(width) || width === 0) throw new InputError('"width" is not a width', REPAIR, place);
  for (const [name, text] of Object.entries({ backend, command, version }))
    if (typeof text !== "string") throw new InputError(`"${name}" is not a string`, REPAIR, place);
  if (!Array.isArray(runs) || runs.length === 0)
    throw new InputError('"runs" is not a list of runs', REPAIR, place);
  const read = runs.map((run, index) => endOfRun(run, width, `${place}, run ${index + 1}`));
  const seeds = new Set<number>();
  read.forEach(({ seed }, index) => {
    if (seeds.has(seed))
      throw new InputError(`seed ${seed} has two runs`, REPAIR, `${place}, run ${index + 1}`);
    seeds.add(seed);
  });
  const words = { backend, command, version } as Pick<TrainedEnds, "backend" | "command" | "version">;
  return { setting: known, width, ...words, runs: read };
}

/**
 * Reads a run of a file of ends.
 *
 * @throws InputError with place.
 */
export function endOfRun(value: unknown, width: number, place: string): TrainedRun {
  const { seed, incoming, outgoing, loss, slope, stopped, steps } = fieldsOf(value, place);
  const demand = (holds: boolean, problem: string): void => {
    if (!holds) throw new InputError(problem, REPAIR, place);
  };
  demand(isCount(seed), '"seed" is not a seed');
  demand(isList(incoming, width) && incoming.every(isPair), `"incoming" is not ${width} pairs of numbers`);
  demand(isList(outgoing, width) && outgoing.every(Number.isFinite), `"outgoing" is not ${width} numbers`);
  demand(isSize(loss), '"loss" is not a number from 0 on');
  demand(isSize(slope), '"slope" is not a number from 0 on');
  demand(
    STOP_REASONS.some((reason) => reason === stopped),
    `"stopped" is not one of ${STOP_REASONS.join(", ")}`,
  );
  demand(isCount(steps), '"steps" is not a number of steps');
  return { seed, incoming, outgoing, loss, slope, stopped, steps } as TrainedRun;
}

function fieldsOf(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new InputError("is not an object", REPAIR, place);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isSize = (value: unknown): boolean => Number.isFinite(value) && Number(value) >= 0;
const isList = (value: unknown, length: number): value is unknown[] =>
  Array.isArray(value) && value.length === length;
const isPair = (value: unknown): boolean => isList(value, 2) && value.every(Number.isFinite);
