import { InputError } from "../exact/inputError.js";
import { entry } from "../exact/entry.js";
import { type Fields, demanding, fieldsOf, isCount, jsonFields } from "../machine/jsonFields.js";
import { gcd } from "../exact/numbers/integer.js";
import { JUDGED_SETTINGS, type JudgedEnds, type JudgedRun } from "./judgedEnds.js";
import { impossibility } from "./possibleVerdict.js";

/** The format tag of a file of verdicts on ends. */
export const JUDGED_FORMAT = "equiloss-judged-ends/1";

const REPAIR = "have it made anew by equiloss ends";

/**
 * Reads a file of verdicts on ends. Nothing is judged again, but impossible verdicts are refused.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, and the number of the run, if the text is no such file.
 */
export function parseJudgedEnds(text: string, place: string): JudgedEnds {
  const at = { place, repair: REPAIR };
  const { format, setting, width, ends, version, runs } = jsonFields(text, at);
  const demand = demanding(at);
  demand(format === JUDGED_FORMAT, `"format" is not "${JUDGED_FORMAT}"`);
  demand(
    JUDGED_SETTINGS.some((known) => known === setting),
    `"setting" is not one of ${JUDGED_SETTINGS.join(", ")}`,
  );
  demand(isCount(width) && width > 0, '"width" is not a width');
  demand(isText(ends, /^sha256:[0-9a-f]{64}$/), '"ends" is not the SHA-256 of a file');
  demand(isText(version, /./), '"version" is not a version');
  if (!Array.isArray(runs)) throw new InputError('"runs" is not a list of runs', REPAIR, place);
  const read = runs.map((run, index) => {
    const own = `${place}, run ${index + 1}`;
    const judged = judgedRun(run, width as number, own);
    const { kind } = judged.verdict;
    const isOfLayers = kind === "low" || kind === "high";
    const isOfSetting = kind === "undecided" || isOfLayers === (setting === "fig1e");
    demanding({ place: own, repair: REPAIR })(
      isOfSetting,
      `a verdict ${kind} is none on an end of ${String(setting)}`,
    );
    return judged;
  });
  read.forEach(({ seed }, index) => {
    const isFirst = read.findIndex((run) => run.seed === seed) === index;
    demanding({ place: `${place}, run ${index + 1}`, repair: REPAIR })(
      isFirst,
      `seed ${seed} has two verdicts`,
    );
  });
  return { setting, width, ends, version, runs: read } as JudgedEnds;
}

/**
 * Reads a run of a file of verdicts.
 *
 * @throws InputError with place, also if no end of a student of this width can have the verdict.
 */
export function judgedRun(value: unknown, width: number, place: string): JudgedRun {
  const at = { place, repair: REPAIR };
  const { seed, verdict } = fieldsOf(value, at);
  const demand = demanding(at);
  demand(isCount(seed), '"seed" is not a seed');
  const fields = fieldsOf(verdict, at);
  const { kind } = fields;
  const problem = typeof kind === "string" ? PROBLEMS.get(kind) : undefined;
  if (problem === undefined) throw new InputError(`"kind" is not one of ${KINDS}`, REPAIR, place);
  const name = problem(fields);
  demand(name === undefined, `"${name}" is not as it should be in a verdict ${String(kind)}`);
  const run = { seed, verdict } as JudgedRun;
  const objection = impossibility(run.verdict, width);
  if (objection !== undefined) throw new InputError(objection, REPAIR, place);
  return run;
}

/** For each kind of verdict the first member that is not of its type; other members are let through. */
const PROBLEMS: ReadonlyMap<string, (verdict: Fields) => string | undefined> = new Map([
  [
    "zero",
    ({ distance, loss, theta, codes, signs }: Fields) =>
      firstFalse({
        distance: isRational(distance),
        loss: isRational(loss),
        theta: typeof theta === "boolean",
        codes: isList(codes, (code) => code === null || Number.isSafeInteger(code)),
        signs: isList(signs, (sign) => sign === 1 || sign === -1),
      }),
  ],
  ["critical", pointProblem],
  [
    "infinity",
    (verdict: Fields) =>
      pointProblem(verdict) ?? firstFalse({ slope: verdict.slope === 1 || verdict.slope === -1 }),
  ],
  ["low", lossProblem],
  ["high", lossProblem],
  ["undecided", ({ reason }: Fields) => firstFalse({ reason: isText(reason, /./) })],
]);
const KINDS = [...PROBLEMS.keys()].join(", ");

function lossProblem({ loss }: Fields): string | undefined {
  return firstFalse({ loss: isList(loss, isRational) && loss.length === 2 });
}

function pointProblem({ index, radius, loss, nearest, copies, fixedPoint }: Fields): string | undefined {
  return (
    lossProblem({ loss }) ??
    firstFalse({
      index: isCount(index),
      radius: isRational(radius),
      nearest: isList(nearest, isRational) && nearest.length === 2,
      copies:
        copies === undefined || (isList(copies, (group) => isList(group, isCount)) && copies.length > 0),
      fixedPoint: isList(fixedPoint, (value) => isText(value, /^-?[0-9]+$/)),
    })
  );
}

function firstFalse(holds: Readonly<Record<string, boolean>>): string | undefined {
  return Object.entries(holds).find(([, value]) => !value)?.[0];
}

const isText = (value: unknown, pattern: RegExp): boolean => typeof value === "string" && pattern.test(value);
/** In lowest terms. Verdicts have few digits; longer numbers would be refused later, without saying where. */
const isRational = (value: unknown): boolean => {
  if (!isText(value, /^(0|[1-9][0-9]{0,998}(\/([2-9]|[1-9][0-9]{1,998}))?)$/)) return false;
  const parts = String(value).split("/").map(BigInt);
  return parts.length === 1 || gcd(entry(parts, 0), entry(parts, 1)) === 1n;
};
const isList = (value: unknown, each: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.every(each);
