import { InputError } from "../../../exact/inputError.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import type { CommonOptions } from "../../options/commandParts.js";
import {
  type MirrorOptions,
  largestWidth,
  mirrorOptions,
  mirroringFor,
} from "../../options/mirrorOptions.js";
import { memoryBudget, regimeBytes, requireMemory } from "../../options/memory.js";
import { print } from "../../terminal/output.js";
import { printResult } from "../outputs.js";
import { measured } from "../../terminal/progress.js";
import { regimeSvg } from "./picture.js";
import { type RegimeRequest, regimeLines } from "./report.js";
import { present } from "../../options/present.js";
import { placed } from "../../options/placed.js";
import { SEARCHED, optionalNumber, wholeNumber } from "../../options/sizeArguments.js";
import { runAlone } from "../runAlone.js";

/** Options of `equiloss regime`. */
export interface RegimeOptions extends CommonOptions, MirrorOptions {
  readonly rstar: string;
  readonly depth: string;
  readonly epsilon: string;
  readonly maxM?: string;
  readonly width?: string;
  readonly levels?: string;
  readonly curves?: boolean;
  readonly svg?: boolean;
}

/** The least width up to which the search goes, if none is given. */
const LEAST_SEARCHED = 256;

const MAX_DEPTH = 1_000_000_000;

/** Runs `equiloss regime --rstar r --depth L`. */
export async function runRegime(options: RegimeOptions): Promise<void> {
  const request = regimeRequest(options);
  const { rstar, lastWidth, budget, mirrored } = request;
  const { images } = mirroringFor(mirrored);
  requireMemory(
    `regime of r* = ${rstar} up to m = ${lastWidth}`,
    regimeBytes(rstar, lastWidth, images),
    budget,
  );
  const report = await runAlone("regime", request, { budget, bar: measured("searching") });
  if (options.svg === true && report.curves !== undefined) print(await regimeSvg(report, report.curves));
  else printResult(options, "regime", report, () => regimeLines(report, mirrored));
}

/**
 * Reads the question from the options.
 *
 * @throws InputError unless the options are numbers in their ranges and fit together.
 */
function regimeRequest(options: RegimeOptions): RegimeRequest {
  const mirrored = mirrorOptions(options);
  const largest = largestWidth(mirrored);
  const rstar = wholeNumber("--rstar", options.rstar, 2, Math.trunc(largest / SEARCHED));
  const depth = wholeNumber("--depth", options.depth, 2, MAX_DEPTH);
  const epsilon = positive(options.epsilon);
  const lastWidth =
    optionalNumber("--max-m", options.maxM, rstar, largest) ?? Math.max(SEARCHED * rstar, LEAST_SEARCHED);
  const width = optionalNumber("--width", options.width, rstar, lastWidth);
  const levels = optionalNumber("--levels", options.levels, 1, rstar - 1) ?? rstar - 1;
  if (options.curves === true && options.json !== true) {
    throw new InputError("the points of curves are printed as JSON only", "add --json", "--curves");
  }
  const points = options.maxM === undefined ? ("settled" as const) : ("all" as const);
  const curves = options.curves === true || options.svg === true ? points : undefined;
  const budget = memoryBudget(options.maxMemory);
  return { rstar, depth, epsilon, lastWidth, levels, budget, mirrored, ...present({ width, curves }) };
}

function positive(text: string): string {
  const value = placed("--epsilon", () => parseRational(text));
  if (value.n > 0n && value.s > 0n) return formatRational(value);
  throw new InputError(
    `${formatRational(value)} is not positive`,
    "give a rational above 0, such as 1/100",
    "--epsilon",
  );
}
