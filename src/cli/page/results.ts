import { InputError } from "../../exact/inputError.js";
import { DEFAULT_BUDGET } from "../../manifold/paths/shortestPath.js";
import type { CommandResult, GivenChoices, PathResult } from "../../report/data/networkWorker.js";
import type { PlayedPath } from "../../report/data/player.js";
import { boundedActivation } from "../../trained/bounds/boundedActivation.js";
import { changesOf, classifyReport, examined } from "../commands/classify/examined.js";
import { classifyLines } from "../commands/classify/lines.js";
import { compared } from "../commands/compare/compared.js";
import { compareLines } from "../commands/compare/lines.js";
import { pathActivation } from "../commands/path/activation.js";
import type { Answer, NoPath } from "../commands/path/answer.js";
import { isSoonListed, pathAnswer } from "../commands/path/pathAnswer.js";
import { pathListing } from "../commands/path/pathListing.js";
import { segmentLines } from "../commands/path/segmentLines.js";
import { snappedAnswer } from "../commands/path/snappedAnswer.js";
import { reduceText } from "../commands/reduce/report.js";
import { taggedJson } from "../commands/taggedJson.js";
import { toldNetworkIn } from "../files/networks.js";
import type { Source } from "../files/source.js";
import { symmetryOption } from "../options/activationOption.js";
import { placed } from "../options/placed.js";
import { present } from "../options/present.js";
import { toleranceOption } from "../options/rangeOption.js";
import { keepingNotes } from "../terminal/notes.js";
import { shellWord } from "../terminal/shellWord.js";

/** What `equiloss classify` says. @throws InputError as the command does. */
export function classifyResult(network: Source, choices: GivenChoices): CommandResult {
  return told("classify", [network], choices, () => {
    const request = { network, ...read(choices) };
    const known = examined(request);
    const report = classifyReport(request, known, changesOf(known, undefined));
    return { text: classifyLines(report, network.place), json: taggedJson("classify", report) };
  });
}

/** What `equiloss reduce` says. @throws InputError as the command does. */
export function reduceResult(network: Source, { activation: name }: GivenChoices): CommandResult {
  return told("reduce", [network], { activation: name, tolerance: undefined }, () => {
    const activation = name === undefined ? undefined : symmetryOption(name).name;
    const [text, json] = [false, true].map((isJson) => reduceText({ network, json: isJson, activation }));
    if (text === undefined || json === undefined) throw new RangeError("no text");
    return { text, json };
  });
}

/** What `equiloss compare` says. @throws InputError as the command does. */
export function compareResult([a, b]: Pair, { activation }: GivenChoices): CommandResult {
  const choices = { activation, tolerance: undefined };
  return told("compare", [a, b], choices, () => {
    const { report } = compared({ a, b, ...read(choices) });
    return { text: compareLines(report), json: taggedJson("compare", report) };
  });
}

/** Two networks. */
export type Pair = readonly [Source, Source];

/**
 * What `equiloss path` says. An activation is used if the networks are the same for it alone.
 *
 * @throws InputError as the command does.
 */
export function pathResult([from, to]: Pair, choices: GivenChoices): PathResult {
  const { activation, tolerance } = read(choices);
  const isPlain = tolerance === undefined && verdictOf([from, to], activation) !== "same-for-activation";
  const options = isPlain ? { activation: undefined, tolerance: undefined } : choices;
  let path: PlayedPath | undefined;
  const result = told("path", [from, to], options, () => {
    const wanted = { from, to, asPaper: false, budget: DEFAULT_BUDGET };
    const answer =
      tolerance === undefined
        ? pathAnswer({ ...wanted, ...(isPlain ? {} : mirroring(activation)) }, {})
        : snappedAnswer(wanted, { tolerance, ...present({ activation }) });
    if ("reason" in answer) return { text: answer.reason, json: listed(answer) };
    const text = [answer.summary, ...segmentLines(answer)].join("\n");
    if (!isSoonListed(answer.segments, answer.size)) return { text: `${text}\n${TOO_LONG}`, json: "" };
    path = played(answer, activation ?? toldNetworkIn(from).activation);
    return { text, json: listed(answer) };
  });
  return { ...result, path };
}

const TOO_LONG = "the path is too long to be listed and played in the page; the command with --json lists it";

function verdictOf([a, b]: Pair, activation: string | undefined): string {
  return activation === undefined
    ? ""
    : keepingNotes([], () => compared({ a, b, activation }).report.verdict);
}

function mirroring(activation: string | undefined): { readonly mirroredFor?: string } {
  const { mirroredFor } = pathActivation(activation);
  return present({ mirroredFor });
}

const listed = (answer: Answer | NoPath): string => taggedJson("path", pathListing(answer));

/** The activation of the curve where none is told. */
const CURVE = "tanh";

function played(answer: Answer, activation: string | undefined): PlayedPath | undefined {
  const { points } = pathListing(answer);
  const corners = points.filter((point) => point !== null);
  if (corners.length < 2) return undefined;
  const { mirroring: mirrored } = answer;
  return {
    points: corners.map(({ weights, biases }) => ({ weights, ...present({ biases }) })),
    activation: mirrored?.activation ?? activation ?? CURVE,
    ...(mirrored !== undefined && { isForOne: true }),
  };
}

/** The choices as the commands read them. @throws InputError that names the option at fault. */
function read({ activation: name, tolerance }: GivenChoices): {
  readonly activation?: string;
  readonly tolerance?: string;
} {
  return present({
    activation: name === undefined ? undefined : placed("--activation", () => boundedActivation(name).name),
    tolerance: tolerance === undefined ? undefined : toleranceOption(tolerance),
  });
}

/** What a command says of files with these choices, after what it notes. */
function told(
  command: string,
  files: readonly Source[],
  { activation, tolerance }: GivenChoices,
  work: () => Pick<CommandResult, "text" | "json">,
): CommandResult {
  const notes: string[] = [];
  const { text, json } = keepingNotes(notes, work);
  const words = [
    ...["equiloss", command, ...files.map(({ place }) => shellWord(place))],
    ...(activation === undefined ? [] : ["--activation", shellWord(activation)]),
    ...(tolerance === undefined ? [] : ["--tolerance", shellWord(tolerance)]),
  ];
  return { command: words.join(" "), text: [...new Set(notes), text].join("\n"), json };
}

/** @throws InputError unless there are two. */
export function pairOf(sources: readonly Source[]): Pair {
  const [first, second] = sources;
  if (first !== undefined && second !== undefined) return [first, second];
  throw new InputError("one network alone", "give a second one to compare it with");
}
