import type { Sign } from "../../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { sameUnit } from "../../../network/twoLayerNetwork.js";
import type { Hear } from "../../terminal/progress.js";
import { sizeOf } from "../../terminal/sizeOf.js";
import { packed } from "../../threads/packed.js";
import type { Say } from "../../threads/saying.js";
import { taggedJson } from "../taggedJson.js";
import type { Answer, NoPath } from "./answer.js";
import { NOTHING, listingPieces, pointBytes } from "./listing.js";
import { type Wanted, pathAnswer } from "./pathAnswer.js";
import { segmentLines } from "./segmentLines.js";
import { snappedAnswer } from "./snappedAnswer.js";
import type { SnapRequest } from "./snapping.js";

/** Which path is asked for, and how it is printed. */
export interface PathRequest extends Wanted {
  readonly json: boolean;
  readonly changes: boolean;
  /** Number of equal pieces of each segment, in JSON. */
  readonly steps: number;
  /** For networks that are only nearly the same. */
  readonly snap?: SnapRequest;
}

/** Results in JSON whose size is told before they are written. */
const LARGE = 50e6;

/** How many segments are looked at, at most, to tell how long the changes of all are. */
const SAMPLED = 1000;

/**
 * What `equiloss path` prints for a person, line by line. JSON may be longer than a string can be, so it is
 * said piece by piece.
 */
export async function tellPath(request: PathRequest, hear: Hear, say: Say): Promise<string[]> {
  const { json, changes, steps, snap } = request;
  const answer =
    snap === undefined ? pathAnswer(request, { "--changes": changes }) : snappedAnswer(request, snap);
  // From here on the output shows how far the work is.
  if (json || changes) hear(1, 1);
  if (changes) {
    for (const part of packed(changeLines(answer))) await say("stdout", part);
    return [];
  }
  if ("reason" in answer)
    return [json ? taggedJson("path", { ...NOTHING, ...answer.mirroring }) : answer.reason];
  if (!json) return [answer.summary, ...segmentLines(answer)];
  const estimate = sizeText(answer, steps);
  if (estimate !== undefined) await say("stderr", new TextEncoder().encode(`${estimate}\n`));
  for (const part of packed(listingPieces(answer, steps))) await say("stdout", part);
  return [];
}

/** How long the JSON will be, if that is much, and how long the changes are, if they are told. */
function sizeText(answer: Answer, steps: number): string | undefined {
  const { all, each } = pointBytes(answer, steps);
  if (all <= LARGE) return undefined;
  const points = `${answer.segments * steps + 1} points of ${sizeOf(each)}`;
  const text = `--json writes about ${sizeOf(all)}: ${points}`;
  if (answer.path === undefined) return text;
  return `${text}; --changes has about ${sizeOf(changesBytes(answer))}`;
}

/** By the first segments; the very first has the codes of all neurons. */
function changesBytes(answer: Answer): number {
  let [first, others, count] = [0, 0, 0];
  for (const line of changeLines(answer)) {
    if (count === 0) first = line.length;
    else others += line.length;
    count += 1;
    if (count === SAMPLED) break;
  }
  return first + (others / Math.max(count - 1, 1)) * (answer.segments - 1);
}

/** What changes on one segment, as `equiloss path --changes` prints it. Neurons are counted from 1. */
export interface PathChange {
  /** Neurons and their new codes in the labelled partition. */
  readonly codes: readonly (readonly [number, number])[];
  /** With --activation, neurons and their new signs: −1 for a mirrored one, 0 for a silent one. */
  readonly signs?: readonly (readonly [number, Sign])[];
  readonly units: readonly {
    readonly neuron: number;
    readonly incoming: readonly string[];
    readonly outgoing: readonly string[];
  }[];
}

/** What changes on each segment, a line of JSON each. */
function* changeLines(answer: Answer | NoPath): Generator<string> {
  if (!("path" in answer)) throw new InputError("there is no path", "leave out --changes to read why");
  const { path } = answer;
  const current = [...path.from.units];
  for (const { codes, signs, units } of path.steps()) {
    const changed = units.filter(([index, unit]) => !sameUnit(entry(current, index), unit));
    for (const [index, unit] of changed) current[index] = unit;
    const change: PathChange = {
      codes: codes.map(([index, code]) => [index + 1, code] as const),
      ...(signs && { signs: signs.map(([index, sign]) => [index + 1, sign] as const) }),
      units: changed.map(([index, unit]) => ({
        neuron: index + 1,
        incoming: unit.incoming.toStrings(),
        outgoing: unit.outgoing.toStrings(),
      })),
    };
    yield `${taggedJson("path-change", change)}\n`;
  }
}
