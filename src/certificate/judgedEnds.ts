import type { Interval } from "../exact/intervals/interval.js";
import { decimalAbove, decimalBelow } from "../exact/numbers/decimal.js";
import { decimalValue } from "../exact/numbers/decimalText.js";
import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { type CertifiedEnd, type CriticalEnd, PRECISION } from "../landscape/ends/certifiedEnd.js";
import type { LayeredEnd } from "../landscape/ends/layeredEnd.js";
import { reachAt } from "../landscape/ends/isolatedEnd.js";
import { distanceOfUnits, incomingOf } from "../landscape/ends/nearestUnit.js";
import { figureTeacher } from "../network/figureOne.js";

/** A critical point close to an end. What is rounded is rounded upwards, but for lower ends. */
export interface WrittenPoint {
  /** The number of negative eigenvalues. */
  readonly index: number;
  /** No parameter differs by more from that of the critical point. */
  readonly radius: string;
  readonly loss: readonly [string, string];
  /** Between these is the least distance of a unit's incoming vector from ± one of the teacher's. */
  readonly nearest: readonly [string, string];
  /** The groups of units that are copies there, which share the outgoing weight of one; left out if none. */
  readonly copies?: readonly (readonly number[])[];
  /** In units of 2^−160: all w, all c, and for a channel v. Copies are merged. */
  readonly fixedPoint: readonly string[];
}

/** A network of zero loss close to an end. */
export interface WrittenZero {
  /** No weight differs by more. */
  readonly distance: string;
  /** The end's loss is at most this. */
  readonly loss: string;
  /** Whether it lies in Θ, where no unit is mirrored. */
  readonly theta: boolean;
  /** For each unit the teacher's that it copies; 0, −1, … for groups of zero type; null for a constant. */
  readonly codes: readonly (number | null)[];
  readonly signs: readonly number[];
}

/** The end of a run of several layers, of which no more is proved. */
export interface WrittenLoss {
  /** The mean squared error is between these. */
  readonly loss: readonly [string, string];
}

/**
 * What is proved of an end; for a channel to infinity with the sign of L₂. Of several layers, whether the
 * mean squared error is at most 1/10,000 (low) or above (high).
 */
export type WrittenVerdict =
  | (Readonly<{ kind: "low" }> & WrittenLoss)
  | (Readonly<{ kind: "high" }> & WrittenLoss)
  | (Readonly<{ kind: "zero" }> & WrittenZero)
  | (Readonly<{ kind: "critical" }> & WrittenPoint)
  | (Readonly<{ kind: "infinity"; slope: number }> & WrittenPoint)
  | Readonly<{ kind: "undecided"; reason: string }>;

/** A run, by its seed, and the verdict on its end. */
export interface JudgedRun {
  readonly seed: number;
  readonly verdict: WrittenVerdict;
}

/** The problems whose ends are judged: Figure 1(c), and 1(e) with three hidden layers. */
export const JUDGED_SETTINGS = ["fig1", "fig1e"] as const;

/** One of {@link JUDGED_SETTINGS}. */
export type JudgedSetting = (typeof JUDGED_SETTINGS)[number];

/** The runs of a file of ends. */
export interface JudgedEnds {
  readonly setting: JudgedSetting;
  readonly width: number;
  /** The file, by the SHA-256 of its bytes: "sha256:" and 64 digits. */
  readonly ends: string;
  /** The version of equiloss that judged. */
  readonly version: string;
  readonly runs: readonly JudgedRun[];
}

/** Significant digits. */
const DIGITS = 4;
const LOSS_DIGITS = 10;

/** What was found of an end, as a file has it. */
export function writtenVerdict(found: CertifiedEnd | LayeredEnd): WrittenVerdict {
  if (found.kind === "undecided") return found;
  if (found.kind === "low" || found.kind === "high") return { kind: found.kind, loss: bounds(found.loss) };
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
  const written = writtenPoint(found.found);
  if (found.kind === "critical") return { kind: "critical", ...written };
  return { kind: "infinity", slope: found.slope, ...written };
}

function writtenPoint({ end, index, radius, copies }: CriticalEnd): WrittenPoint {
  const nearest = distanceOfUnits(end.center, reachAt(PRECISION), incomingOf(figureTeacher));
  return {
    index,
    radius: above(radius),
    loss: bounds(end.derivatives.loss),
    nearest: [below(nearest.lowerEnd, DIGITS), above(nearest.upperEnd)],
    ...(copies.length === 0 ? {} : { copies }),
    fixedPoint: end.center.parameters.map(String),
  };
}

function bounds({ lowerEnd, upperEnd }: Interval): readonly [string, string] {
  return [below(lowerEnd, LOSS_DIGITS), above(upperEnd, LOSS_DIGITS)];
}

function below({ s, n, d }: Rational, digits: number): string {
  return asFraction(decimalBelow({ numerator: s * n, denominator: d }, digits));
}

function above({ s, n, d }: Rational, digits = DIGITS): string {
  return asFraction(decimalAbove({ numerator: s * n, denominator: d }, digits));
}

function asFraction(decimal: string): string {
  const value = decimalValue(decimal);
  if (value === undefined) throw new RangeError(`${decimal} is no decimal`);
  return formatRational(rational(value.numerator, value.denominator));
}
