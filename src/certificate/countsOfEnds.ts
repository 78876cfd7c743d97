import { parseRational, rational } from "../exact/numbers/rational.js";
import type { JudgedRun } from "./judgedEnds.js";

/** How many runs ended in what. */
export interface EndCounts {
  readonly zero: number;
  /** Of these, close to networks of zero loss that don't lie in Θ. */
  readonly mirrored: number;
  /** Strict local minima: isolated, so that they are not symmetry-induced. */
  readonly minima: number;
  /** Local minima with copies, in some Θ̄. */
  readonly induced: number;
  readonly saddles: number;
  /** At a minimum of the limit with L₂ > 0, which is a minimum at infinity. */
  readonly channels: number;
  /** Of several layers, with a mean squared error of at most 1/10,000, and above it. */
  readonly low: number;
  readonly high: number;
  /** Those for which the limit is no minimum, or L₂ < 0, among them. */
  readonly undecided: number;
  /** Those at points that are not symmetry-induced, and no unit of which copies one of the teacher's. */
  readonly neither: number;
  /** Those at points of which a unit is within {@link NEAR_COPY} of one of the teacher's, up to sign. */
  readonly near: number;
}

/** How near to the teacher's a unit nearly copies it. */
export const NEAR_COPY = rational(1n, 100n);

/** What a run ended in, by the name of its count. */
export type WayToEnd = Exclude<keyof EndCounts, "mirrored" | "neither" | "near">;

/** What a verdict counts as. */
export function wayToEnd(verdict: JudgedRun["verdict"]): WayToEnd {
  if (verdict.kind !== "critical" && verdict.kind !== "infinity") return verdict.kind;
  const isMinimum = verdict.index === 0;
  if (verdict.kind === "infinity") return isMinimum && verdict.slope === 1 ? "channels" : "undecided";
  if (!isMinimum) return "saddles";
  return verdict.copies === undefined ? "minima" : "induced";
}

/** Counts verdicts. */
export function countsOfEnds(runs: readonly Pick<JudgedRun, "verdict">[]): EndCounts {
  const ways = runs.map(({ verdict }) => wayToEnd(verdict));
  const points = runs.flatMap(({ verdict }) => ("nearest" in verdict ? [verdict] : []));
  const count = (way: WayToEnd): number => ways.filter((own) => own === way).length;
  return {
    zero: count("zero"),
    mirrored: runs.filter(({ verdict }) => verdict.kind === "zero" && !verdict.theta).length,
    minima: count("minima"),
    induced: count("induced"),
    saddles: count("saddles"),
    channels: count("channels"),
    low: count("low"),
    high: count("high"),
    undecided: count("undecided"),
    neither: points.filter(({ copies, nearest: [least] }) => copies === undefined && least !== "0").length,
    near: points.filter(({ nearest: [, most] }) => parseRational(most).compare(NEAR_COPY) <= 0).length,
  };
}
