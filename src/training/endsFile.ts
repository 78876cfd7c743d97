import { InputError } from "../exact/inputError.js";
import { type Fields, demanding, fieldsOf, isCount, jsonFields } from "../machine/jsonFields.js";
import { figureSettings } from "./figureSetting.js";
import { SETTINGS, type SettingName } from "./names.js";
import { STOP_REASONS } from "./secondOrder.js";
import { type LayerPlaces, layeredShape } from "./studentShape.js";
import type { AnyRun, RunOf } from "./trainedRun.js";

/** The format tag of a file of ends. */
export const ENDS_FORMAT = "equiloss-ends/1";

/** The ends of runs on a problem from several starts. */
export interface EndsOf<Setting extends SettingName> {
  readonly setting: Setting;
  /** The units of a student; with several hidden layers, of each. */
  readonly width: number;
  /** The backend of tfjs that did Adam's steps. */
  readonly backend: string;
  /** The command that made the file, and the version of equiloss. */
  readonly command: string;
  readonly version: string;
  readonly runs: readonly RunOf<Setting>[];
}

/** The ends of runs on one of the problems. */
export type TrainedEnds = { readonly [Setting in SettingName]: EndsOf<Setting> }[SettingName];

const REPAIR = "have it made anew by equiloss train";

/**
 * Reads a file of ends.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, and the number of the run, if the text is no such file.
 */
export function parseEnds(text: string, place: string): TrainedEnds {
  const { format, setting, width, backend, command, version, runs } = jsonFields(text, {
    place,
    repair: REPAIR,
  });
  if (format !== ENDS_FORMAT) throw new InputError(`"format" is not "${ENDS_FORMAT}"`, REPAIR, place);
  const known = SETTINGS.find((name) => name === setting);
  if (known === undefined)
    throw new InputError(`"setting" is not one of ${SETTINGS.join(", ")}`, REPAIR, place);
  const { widest } = figureSettings[known];
  if (!isCount(width) || width === 0 || width > widest)
    throw new InputError(`"width" is not from 1 to ${widest}`, REPAIR, place);
  for (const [name, text] of Object.entries({ backend, command, version }))
    if (typeof text !== "string") throw new InputError(`"${name}" is not a string`, REPAIR, place);
  if (!Array.isArray(runs) || runs.length === 0)
    throw new InputError('"runs" is not a list of runs', REPAIR, place);
  const read = runs.map((run, index) =>
    endOfRun(run, { setting: known, width }, `${place}, run ${index + 1}`),
  );
  const seeds = new Set<number>();
  read.forEach(({ seed }, index) => {
    if (seeds.has(seed))
      throw new InputError(`seed ${seed} has two runs`, REPAIR, `${place}, run ${index + 1}`);
    seeds.add(seed);
  });
  return { setting: known, width, backend, command, version, runs: read } as TrainedEnds;
}

/**
 * Reads a file of ends on a problem.
 *
 * @throws InputError as {@link parseEnds}, and if the runs are of another problem.
 */
export function parseEndsOf<Setting extends SettingName>(
  setting: Setting,
  text: string,
  place: string,
): EndsOf<Setting> {
  const ends = parseEnds(text, place);
  if (ends.setting === setting) return ends as unknown as EndsOf<Setting>;
  throw new InputError(`its runs are of ${ends.setting}`, `give ends of ${setting}`, place);
}

/**
 * Reads a run of a file of ends.
 *
 * @throws InputError with place.
 */
export function endOfRun(
  value: unknown,
  { setting, width }: Pick<TrainedEnds, "setting" | "width">,
  place: string,
): AnyRun {
  const at = { place, repair: REPAIR };
  const fields = fieldsOf(value, at);
  const { seed, loss, slope, stopped, steps } = fields;
  const demand = demanding(at);
  demand(isCount(seed), '"seed" is not a seed');
  const weights =
    setting === "fig1e" ? layeredWeights(fields, width, demand) : twoLayerWeights(fields, width, demand);
  demand(isSize(loss), '"loss" is not a number from 0 on');
  demand(isSize(slope), '"slope" is not a number from 0 on');
  demand(
    STOP_REASONS.some((reason) => reason === stopped),
    `"stopped" is not one of ${STOP_REASONS.join(", ")}`,
  );
  demand(isCount(steps), '"steps" is not a number of steps');
  return { seed, ...weights, loss, slope, stopped, steps } as AnyRun;
}

type Demand = (holds: boolean, problem: string) => void;

function twoLayerWeights({ incoming, outgoing }: Fields, width: number, demand: Demand): Fields {
  const isPairs = isList(incoming, width) && incoming.every((pair) => isNumbers(pair, 2));
  demand(isPairs, `"incoming" is not ${width} pairs of numbers`);
  demand(isNumbers(outgoing, width), `"outgoing" is not ${width} numbers`);
  return { incoming, outgoing };
}

function layeredWeights({ weights, biases }: Fields, width: number, demand: Demand): Fields {
  const { layers, name } = layeredShape(width);
  const isOfShape = (value: unknown, isLayer: (item: unknown, layer: LayerPlaces) => boolean): boolean =>
    isList(value, layers.length) && layers.every((layer, index) => isLayer(value[index], layer));
  const isMatrix = (value: unknown, { rows, columns }: LayerPlaces): boolean =>
    isList(value, rows) && value.every((row) => isNumbers(row, columns));
  demand(isOfShape(weights, isMatrix), `"weights" are not matrices of numbers of hidden widths ${name}`);
  demand(
    isOfShape(biases, (value, { rows }) => isNumbers(value, rows)),
    `"biases" are not lists of numbers of hidden widths ${name}`,
  );
  return { weights, biases };
}

const isSize = (value: unknown): boolean => Number.isFinite(value) && Number(value) >= 0;
const isList = (value: unknown, length: number): value is unknown[] =>
  Array.isArray(value) && value.length === length;
const isNumbers = (value: unknown, length: number): boolean =>
  isList(value, length) && value.every(Number.isFinite);
