import { fstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { holdOutput } from "../../certificate/heldOutput.js";
import { outputPlace, partialPath } from "../../certificate/outputPlace.js";
import { InputError } from "../../exact/inputError.js";
import { type Sources, placeOf, readSources } from "./sources.js";

/** What a command reads and writes. */
export interface Traffic<Paths> {
  /** The option that names the output, for messages. */
  readonly option: string;
  readonly output: string;
  /** What is written, for messages, as in "a certificate". */
  readonly what: string;
  readonly inputs: Paths;
  /** MiB that reading and parsing may take. */
  readonly budget: number;
}

/**
 * Reads the inputs and does work that writes to the output. No other command writes to it meanwhile.
 *
 * @throws InputError if the output can't be written, or is one of the inputs. Nothing has been written then.
 */
export async function withOutput<Paths extends Readonly<Record<string, string | undefined>>, Result>(
  { budget, ...traffic }: Traffic<Paths>,
  work: (files: Sources<Paths>) => Promise<Result>,
): Promise<Result> {
  requirePlace(traffic);
  const files = await readSources(traffic.inputs, budget);
  return holding(traffic.output, () => work(files));
}

/**
 * Does work that writes to a second output, besides that of {@link withOutput}.
 *
 * @throws InputError as withOutput does.
 */
export async function withOutputToo<Result>(traffic: Place, work: () => Promise<Result>): Promise<Result> {
  requirePlace(traffic);
  return holding(traffic.output, work);
}

type Place = Omit<Traffic<Readonly<Record<string, string | undefined>>>, "budget">;

function requirePlace({ option, output, what, inputs }: Place): void {
  if (output === "" || output === "-") {
    throw new InputError(`${what} goes to a file, not to standard output`, "name a file", option);
  }
  requireApart(output, inputs);
}

async function holding<Result>(output: string, work: () => Promise<Result>): Promise<Result> {
  const release = holdOutput(output);
  try {
    return await work();
  } finally {
    release();
  }
}

/** What most commands do if they are given again, and what those do that read the partial file. */
const MADE_ANEW = "makes it anew, and writes only what the file doesn't hold";
export const GOES_ON = "goes on with the rest";

/** What an interrupted command says about the file that it leaves. */
export function leftBy(output: string, again = MADE_ANEW): string {
  const partial = partialPath(output);
  const written = statSync(partial, { throwIfNoEntry: false })?.size;
  return written !== undefined && written > 0
    ? `${partial} holds a part; the same command ${again}`
    : "nothing was written";
}

/**
 * Refuses an output that is an input. Files are compared as the disk has them, since one file may have many
 * names.
 */
function requireApart(output: string, inputs: Readonly<Record<string, string | undefined>>): void {
  const { file, partial, lock } = outputPlace(output);
  for (const input of Object.values(inputs)) {
    if (input === undefined) continue;
    const same = [file, partial, lock].find((path) => identityOf(path) === identityOf(input));
    if (same === undefined) continue;
    const problem =
      same === file ? "is an input, too" : `is written by way of ${same}, which is an input, too`;
    throw new InputError(`${problem} (${placeOf(input)})`, "name another output", output);
  }
}

/** A key that is equal for two names of one file, and for two spellings of a place where there is no file. */
export function identityOf(path: string): string {
  try {
    const { dev, ino } = path === "-" ? fstatSync(0, { bigint: true }) : statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return placeIn(resolve(path));
  }
}

function placeIn(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}
