import type { RunEnd } from "../../../certificate/endsFile.js";
import { InputError } from "../../../exact/inputError.js";
import { type Source, textOf } from "../../files/sources.js";

/** What a file of ends has of its runs that their verdicts need. */
export interface Ends {
  readonly setting: "fig1";
  readonly width: number;
  readonly runs: readonly RunEnd[];
}

const FORMAT = "equiloss-ends/1";
const REPAIR = `give a file of format ${FORMAT}`;

/** Reads a file of ends. @throws InputError with the file and the run that is at fault. */
export function endsIn(source: Source): Ends {
  const { place } = source;
  const { format, setting, width, runs } = membersOf(parsed(source), place);
  if (format !== FORMAT) throw new InputError(`its format is not ${FORMAT}`, REPAIR, place);
  if (setting !== "fig1")
    throw new InputError("its runs are not of Figure 1", "give ends of the setting fig1", place);
  if (typeof width !== "number" || !Number.isSafeInteger(width) || width < 1)
    throw new InputError("its width is not a number of units", REPAIR, place);
  if (!Array.isArray(runs) || runs.length === 0) throw new InputError("it has no runs", REPAIR, place);
  return { setting, width, runs: runs.map((run, index) => runOf(run, width, `${place}, run ${index + 1}`)) };
}

function runOf(value: unknown, width: number, place: string): RunEnd {
  const { seed, incoming, outgoing } = membersOf(value, place);
  if (typeof seed !== "number" || !Number.isSafeInteger(seed))
    throw new InputError("its seed is not an integer", REPAIR, place);
  const isWhole =
    Array.isArray(incoming) && incoming.length === width && incoming.every((row) => isRow(row, 2));
  if (!isWhole) throw new InputError(`"incoming" is not ${width} pairs of numbers`, REPAIR, place);
  if (!isRow(outgoing, width)) throw new InputError(`"outgoing" is not ${width} numbers`, REPAIR, place);
  return { seed, incoming, outgoing };
}

function isRow(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every(Number.isFinite);
}

function parsed(source: Source): unknown {
  try {
    return JSON.parse(textOf(source));
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError("it is not JSON", REPAIR, source.place);
    throw error;
  }
}

function membersOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError("it is not an object", REPAIR, place);
  return { ...value };
}
