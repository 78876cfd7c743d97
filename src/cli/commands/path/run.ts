import { InputError } from "../../../exact/inputError.js";
import { readSources } from "../../files/sources.js";
import { type CommonOptions, DEFAULT_ACTIVATION } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { wholeNumber } from "../../options/sizeArguments.js";
import { chartsSvg } from "../../../pictures/lineChart.js";
import { print } from "../../terminal/output.js";
import { fitted } from "../../terminal/wrapped.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { type PathActivation, pathActivation } from "./activation.js";
import { snapChoices } from "./snapChoices.js";

/** Options of `equiloss path`. */
export interface PathOptions extends CommonOptions {
  readonly asPaper?: boolean;
  readonly steps: string;
  readonly budget: string;
  readonly changes?: boolean;
  readonly svg?: boolean;
  readonly data?: string;
  readonly activation?: string;
  readonly tolerance?: string;
  readonly within?: string;
}

const MAX_STEPS = 10_000;
const MAX_BUDGET = 100_000_000;

/** Runs `equiloss path from to`. */
export async function runPath(from: string, to: string, options: PathOptions): Promise<void> {
  const steps = wholeNumber("--steps", options.steps, 1, MAX_STEPS);
  const budget = wholeNumber("--budget", options.budget, 1, MAX_BUDGET);
  const memory = memoryBudget(options.maxMemory);
  const format = { json: options.json === true, changes: options.changes === true };
  if (steps > 1 && (!format.json || format.changes)) {
    throw new InputError("it cuts the listed path", "add --json, and leave out --changes", "--steps");
  }
  const snap = snapChoices(options);
  const asked = snap === undefined ? pathActivation(options.activation) : {};
  if (snap === undefined) requirePicture(options, asked);
  const { activation, mirroredFor } = asked;
  const asPaper = options.asPaper === true;
  const sources = await readSources({ from, to, data: options.data }, memory);
  // JSON is printed while it is made.
  const finished = format.json || format.changes ? { finished: () => "what was printed isn't whole" } : {};
  const alone = { budget: memory, bar: waiting("searching"), sources, ...finished };
  const { data, ...ends } = sources;
  if (options.svg === true) {
    const request = { ...ends, ...present({ data, activation, mirroredFor }), asPaper, budget };
    print(await chartsSvg(await runAlone("pathCharts", request, alone)));
    return;
  }
  const lines = await runAlone(
    "path",
    {
      ...ends,
      ...format,
      ...present({ mirroredFor, snap: snap && { ...snap, ...present({ data }) } }),
      asPaper,
      steps,
      budget,
    },
    alone,
  );
  const isForPeople = !format.json && !format.changes;
  for (const line of lines) print(isForPeople ? fitted(line) : line);
}

/** @throws InputError if an option is given without what it needs, or with what excludes it. */
function requirePicture(
  { svg, data, asPaper }: PathOptions,
  { activation, mirroredFor }: PathActivation,
): void {
  const add = "add --svg, or leave it out";
  if (data !== undefined && svg !== true) throw new InputError("the loss is only drawn", add, "--data");
  if (activation !== undefined && svg !== true) {
    const name = "or give the name of an odd or even activation, by which neurons are mirrored";
    throw new InputError("the form is for the loss, which is only drawn", `${add}, ${name}`, "--activation");
  }
  if (mirroredFor === undefined) return;
  if (asPaper === true)
    throw new InputError(
      "the path of that proof mirrors no neuron",
      "leave it or --activation out",
      "--as-paper",
    );
  if (data !== undefined) {
    throw new InputError(
      `the loss for ${mirroredFor} is not rational, so it isn't drawn`,
      `leave it out, or give --activation a form such as ${DEFAULT_ACTIVATION}`,
      "--data",
    );
  }
}
