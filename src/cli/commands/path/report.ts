import type { Sign } from "../../../combinatorics/signed/signedLabelledPartition.js";
import { InputError } from "../../../exact/inputError.js";
import { unitKey } from "../../../network/twoLayerNetwork.js";
import { taggedJson } from "../outputs.js";
import type { Answer, NoPath } from "./answer.js";
import { NOTHING, type PathListing, pathListing, requireListable } from "./listing.js";
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

/** What `equiloss path` prints, line by line. */
export function pathLines(request: PathRequest): string[] {
  const { snap } = request;
  const answer =
    snap === undefined ? pathAnswer(request, { "--changes": request.changes }) : snappedAnswer(request, snap);
  if (request.changes) return changesOf(answer).map((change) => taggedJson("path-change", change));
  if (request.json) return [taggedJson("path", listed(answer, request.steps))];
  if ("reason" in answer) return [answer.reason];
  return [answer.summary, ...segmentLines(answer)];
}

function listed(answer: Answer | NoPath, steps: number): PathListing {
  if ("reason" in answer) return { ...NOTHING, ...answer.mirroring };
  const leave = "leave out --json for the lengths alone";
  const changes = "use --changes, which tells segment by segment what changes, or ";
  requireListable(answer, steps, answer.allBy === "--changes" ? changes + leave : leave);
  return pathListing(answer, steps);
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

/** What changes on each segment. */
function changesOf(answer: Answer | NoPath): readonly PathChange[] {
  if (!("path" in answer)) throw new InputError("there is no path", "leave out --changes to read why");
  const { path } = answer;
  const current = path.from.units.map(unitKey);
  return Array.from(path.steps(), ({ codes, signs, units }) => {
    const changed = units.filter(([index, unit]) => current[index] !== unitKey(unit));
    for (const [index, unit] of changed) current[index] = unitKey(unit);
    return {
      codes: codes.map(([index, code]) => [index + 1, code] as const),
      ...(signs && { signs: signs.map(([index, sign]) => [index + 1, sign] as const) }),
      units: changed.map(([index, unit]) => ({
        neuron: index + 1,
        incoming: unit.incoming.toStrings(),
        outgoing: unit.outgoing.toStrings(),
      })),
    };
  });
}
