import { readFileSync } from "node:fs";
import { outputPlace } from "../../certificate/outputPlace.js";
import { ResumedFile } from "../../certificate/resumedFile.js";
import { explainErrors } from "../../certificate/systemErrors.js";
import { InputError } from "../../exact/inputError.js";

/** One of many runs, which its seed names. */
export interface Seeded {
  readonly seed: number;
}

/** A file of runs: a JSON object of its header and a list `runs`, a line for each. */
export interface RunsOutput<Run> {
  /** The file, as it was typed. */
  readonly output: string;
  /** What it is, for messages, as in "a file of ends". */
  readonly what: string;
  /** What it says of all its runs; the format is first. */
  readonly header: { readonly format: string } & Readonly<Record<string, string | number>>;
  /** Reads a run; throws an InputError with the place if it is none. */
  readonly read: (value: unknown, place: string) => Run;
}

/** What stands between two runs, and after the last one. */
const BETWEEN = ",\n";
const END = "\n]}\n";

/** As much of either as a text may end with. */
const CUT = /(?:,\n?|\n(?:\]\}?\n?)?)$/;

/** What a command leaves before its first run: nothing is lost if another takes its place. */
const WITHOUT_RUNS = /^\{"format":[^\n]*,"runs":\[\n$/;

/** The runs of these seeds, and where they come from. */
export interface Gathering<Run> {
  readonly seeds: readonly number[];
  /** Those that needn't be made, in any order. */
  readonly known: readonly Run[];
  /** Where all of them are written as they come; what an interrupted command left there isn't made again. */
  readonly file: RunsOutput<Run> | undefined;
  /** Makes the others, in the order of their seeds. */
  readonly make: (missing: readonly number[]) => Generator<Run> | AsyncGenerator<Run>;
}

/**
 * Gathers runs, in the order of their seeds.
 *
 * @throws InputError if a partial file is damaged or holds other runs; it is left as it is.
 */
export async function gatheredRuns<Run extends Seeded>(gathering: Gathering<Run>): Promise<Run[]> {
  const { seeds, known, make } = gathering;
  const file = gathering.file === undefined ? undefined : new RunsFile(gathering.file, seeds);
  const runs: Run[] = [];
  const add = (run: Run): void => {
    file?.add(run);
    runs.push(run);
  };
  try {
    file?.start().forEach(add);
    const bySeed = new Map(known.map((run) => [run.seed, run]));
    const left = seeds.slice(runs.length);
    const made = make(left.filter((seed) => !bySeed.has(seed)));
    for (const seed of left) {
      const run = bySeed.get(seed) ?? (await next(made));
      if (run.seed !== seed) throw new RangeError(`seed ${run.seed} where ${seed} was to come`);
      add(run);
    }
    file?.finish();
    return runs;
  } finally {
    file?.close();
  }
}

async function next<Run>(made: Generator<Run> | AsyncGenerator<Run>): Promise<Run> {
  const result = await made.next();
  if (result.done === true) throw new RangeError("fewer runs than seeds");
  return result.value;
}

/** A file that grows by a run at a time, and has another name until it is whole. */
class RunsFile<Run extends Seeded> {
  private readonly file: ResumedFile;
  private readonly partial: string;
  private readonly beginning: string;
  private count = 0;

  constructor(
    private readonly wanted: RunsOutput<Run>,
    private readonly seeds: readonly number[],
  ) {
    const { output, what, header } = wanted;
    const place = outputPlace(output);
    this.partial = place.partial;
    this.beginning = `${JSON.stringify(header).slice(0, -1)},"runs":[\n`;
    const tag = `${JSON.stringify({ format: header.format }).slice(0, -1)},`;
    this.file = explainErrors(output, () => new ResumedFile(place, output, tag, what));
  }

  /** The runs that the partial file has. They have to be added again before others. */
  start(): Run[] {
    const runs = this.earlier(readFileSync(this.partial, "utf8"));
    this.append(this.beginning);
    return runs;
  }

  add(run: Run): void {
    this.append((this.count === 0 ? "" : BETWEEN) + JSON.stringify(run));
    this.count += 1;
  }

  finish(): void {
    this.append(END);
    explainErrors(this.wanted.output, () => {
      this.file.finish();
    });
  }

  close(): void {
    this.file.close();
  }

  private append(text: string): void {
    explainErrors(this.wanted.output, () => this.file.append(text));
  }

  /** A run at the end that was cut off is left out, as a killed command leaves it. */
  private earlier(text: string): Run[] {
    if (this.beginning.startsWith(text) || WITHOUT_RUNS.test(text)) return [];
    if (!text.startsWith(this.beginning)) throw this.refusal("is of another command, file or version");
    const lines = text.slice(this.beginning.length).replace(CUT, "").split(BETWEEN);
    return lines.flatMap((line, index) => {
      const run = this.runIn(line, index);
      const seed = this.seeds[index];
      if (run !== undefined && run.seed === seed) return [run];
      if (run === undefined && index === lines.length - 1) return [];
      throw this.refusal(
        run === undefined
          ? `is damaged at run ${index + 1}`
          : `has other seeds, as another share has: ${run.seed}, not ${seed ?? "the end"}, is run ${index + 1}`,
      );
    });
  }

  private runIn(line: string, index: number): Run | undefined {
    try {
      return this.wanted.read(JSON.parse(line), `${this.partial}, run ${index + 1}`);
    } catch {
      return undefined;
    }
  }

  private refusal(problem: string): InputError {
    return new InputError(problem, "take it away, or name another output", this.partial);
  }
}

/**
 * The runs of several files, such as the shares of one command.
 *
 * @param files what was read, with the names of the files.
 * @param same what each has to say of its runs, by name.
 * @throws InputError if a file says something else, or if it has a run of another file, or one that isn't
 *   among the seeds.
 */
export function joinedRuns<Run extends Seeded>(
  files: readonly { readonly place: string; readonly runs: readonly Run[] }[],
  same: Readonly<Record<string, string | number>>,
  seeds: readonly number[],
): Run[] {
  const wanted = new Set(seeds);
  const places = new Map<number, string>();
  return files.flatMap((file) => {
    const { place, runs } = file;
    const own = new Map<string, unknown>(Object.entries(file));
    for (const [name, value] of Object.entries(same))
      if (own.get(name) !== value)
        throw new InputError(`"${name}" is ${String(own.get(name))}, not ${value}`, APART, place);
    for (const { seed } of runs) {
      const other = places.get(seed);
      if (other !== undefined) throw new InputError(`has seed ${seed}, as ${other} has`, APART, place);
      if (!wanted.has(seed))
        throw new InputError(`has seed ${seed}, which is not among those asked for`, APART, place);
      places.set(seed, place);
    }
    return runs;
  });
}

const APART = "give shares of one and the same work";
