import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import type { Parameters } from "../../../shard/kinds/job.js";
import { MOST_UNITS } from "../../../shard/kinds/connected.js";
import { MOST_SEEDS } from "../../../shard/kinds/train.js";
import { figureSettings } from "../../../training/figureSetting.js";
import { REPRODUCIBLE, SETTINGS } from "../../../training/names.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { optionalNumber, widthArguments } from "../../options/sizeArguments.js";

/** Options of `equiloss shard plan`. */
export interface PlanOptions extends CommonOptions {
  readonly output: string;
  readonly shards: string;
  readonly engine?: string;
  readonly width?: string;
  readonly seeds?: string;
}

/** The parameters of a job, and the file that it reads. */
export interface AskedJob {
  readonly parameters: Parameters;
  readonly file?: string;
}

/**
 * Reads what was typed after the kind of a job.
 *
 * @throws InputError if it isn't what the kind needs.
 */
export function askedJob(kind: string, what: readonly string[], options: PlanOptions): AskedJob {
  if (kind !== "train")
    for (const name of ["width", "seeds"] as const)
      if (options[name] !== undefined)
        throw new InputError("is for train alone", "leave it out", `--${name}`);
  if (kind === "connected") {
    const widths = words(kind, what, "two widths", 2);
    return { parameters: { ...widthArguments(entry(widths, 0), entry(widths, 1), MOST_UNITS) } };
  }
  if (kind === "cover") {
    words(kind, what, "nothing more", 0);
    return { parameters: {} };
  }
  const word = entry(words(kind, what, kind === "train" ? "a figure" : "a file of ends", 1), 0);
  return kind === "train" ? { parameters: students(word, options) } : { parameters: {}, file: word };
}

function words(kind: string, what: readonly string[], needed: string, count: number): readonly string[] {
  if (what.length === count) return what;
  throw new InputError(
    `${kind} takes ${needed}, not ${what.length} words`,
    "see equiloss shard plan --help",
    "what",
  );
}

const USUAL_SEEDS = 50;

function students(figure: string, options: PlanOptions): Parameters {
  const setting = SETTINGS.find((name) => name === figure);
  if (setting === undefined)
    throw new InputError(
      `no figure ${JSON.stringify(figure)}`,
      `choose among ${SETTINGS.join(", ")}`,
      "what",
    );
  const { width, widest } = figureSettings[setting];
  return {
    setting,
    width: optionalNumber("--width", options.width, 1, widest) ?? width,
    seeds: optionalNumber("--seeds", options.seeds, 1, MOST_SEEDS) ?? USUAL_SEEDS,
    backend: entry(REPRODUCIBLE, 0),
  };
}
