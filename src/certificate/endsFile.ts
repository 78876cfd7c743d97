import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InputError } from "../exact/inputError.js";
import { decimalAbove, decimalBelow } from "../exact/numbers/decimal.js";
import type { Rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { CertifiedEnd } from "../landscape/ends/certifiedEnd.js";
import type { IsolatedEnd } from "../landscape/ends/isolatedEnd.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";

/** The end of a run as doubles, for two inputs and one output. */
export interface RunEnd {
  readonly seed: number;
  /** By units. */
  readonly incoming: readonly (readonly number[])[];
  readonly outgoing: readonly number[];
}

/** What is proved of an end. Numbers that are rounded are rounded upwards, but for the lower end of a loss. */
export type WrittenVerdict =
  | Readonly<{
      kind: "zero";
      /** No weight differs by more from that of a network of zero loss. */
      distance: string;
      /** The loss is at most this. */
      loss: string;
      /** Whether that network lies in Θ, where no unit is mirrored. */
      theta: boolean;
      /** For each unit the teacher's that it copies, 0, −1, … for groups of zero type, null for a constant. */
      codes: readonly (number | null)[];
      signs: readonly number[];
    }>
  | Readonly<{
      kind: "critical" | "infinity";
      index: number;
      /** No parameter differs by more from that of the critical point. */
      radius: string;
      loss: readonly [string, string];
      /** The sign of L₂, for a channel to infinity. */
      slope?: number;
      /** In units of 2^−160: all w, all c, and for a channel v. */
      center: readonly string[];
    }>
  | Readonly<{ kind: "undecided"; reason: string }>;

/** The end of a run with its verdict. */
export interface JudgedRun extends RunEnd {
  readonly verdict: WrittenVerdict;
}

/** All runs of a width. */
export interface JudgedEnds {
  readonly setting: "fig1";
  readonly width: number;
  readonly runs: readonly JudgedRun[];
}

const DIGITS = 4;

/** What was found of an end, as a file has it. */
export function writtenVerdict(found: CertifiedEnd): WrittenVerdict {
  if (found.kind === "undecided") return found;
  if (found.kind === "zero") {
    const { distance, loss, isInTheta, codes, signs } = found.near;
    return {
      kind: "zero",
      distance: above(distance),
      loss: above(loss),
      theta: isInTheta,
      codes: codes.map((code) => code ?? null),
      signs,
    };
  }
  const written = writtenPoint(found.end);
  if (found.kind === "critical") return { kind: "critical", ...written };
  const { center, ...rest } = written;
  return { kind: "infinity", ...rest, slope: found.slope, center };
}

function writtenPoint({
  center,
  box,
  radius,
  derivatives,
}: IsolatedEnd): Readonly<{ index: number; radius: string; loss: [string, string]; center: string[] }> {
  const { lowerEnd, upperEnd } = derivatives.loss;
  return {
    index: box.negative,
    radius: above(radius),
    loss: [
      decimalBelow({ numerator: lowerEnd.s * lowerEnd.n, denominator: lowerEnd.d }, 10),
      above(upperEnd, 10),
    ],
    center: center.parameters.map(String),
  };
}

function above({ s, n, d }: Rational, digits = DIGITS): string {
  return decimalAbove({ numerator: s * n, denominator: d }, digits);
}

/**
 * The end of a run as a network.
 *
 * @throws InputError if the run has other dimensions.
 * @example networkOfEnd({ seed: 1, incoming: [[0.5, 1]], outgoing: [2] }).units.length === 1
 */
export function networkOfEnd({ incoming, outgoing }: RunEnd): TwoLayerNetwork {
  const heights = outgoing.map((value) => RationalVector.fromDoubles([value]));
  const units = incoming.map((weights, unit) => {
    const outgoingVector = heights[unit];
    if (outgoingVector === undefined || heights.length !== incoming.length)
      throw new InputError("a run has not one outgoing weight for each unit", "give the file of a training");
    return { incoming: RationalVector.fromDoubles(weights), outgoing: outgoingVector };
  });
  return twoLayerNetwork(2, 1, units);
}

/** The folder of committed ends, from the sources and from what they are compiled to. */
const FOLDERS = ["../../proofs/ends/", "../../../proofs/ends/"];

/**
 * The committed ends of Figure 1 at a width, with their verdicts.
 *
 * @throws InputError if the package has none.
 * @example committedEnds(5).runs.length === 50
 */
export function committedEnds(width: number): JudgedEnds {
  const name = `judged-fig1-${width}.json`;
  const file = FOLDERS.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url))).find((path) =>
    existsSync(path),
  );
  if (file === undefined)
    throw new InputError(`no ${name} in proofs/ends`, "take a width whose ends are committed");
  return JSON.parse(readFileSync(file, "utf8")) as JudgedEnds;
}
