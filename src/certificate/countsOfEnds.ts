import type { JudgedRun } from "./endsFile.js";

/** How many runs ended in what. */
export interface EndCounts {
  readonly zero: number;
  /** Of these, close to networks of zero loss that don't lie in Θ. */
  readonly mirrored: number;
  readonly minima: number;
  readonly saddles: number;
  /** At a minimum of the limit with L₂ > 0, which is a minimum at infinity. */
  readonly channels: number;
  /** Those for which the limit is no minimum, or L₂ < 0, among them. */
  readonly undecided: number;
}

/** Counts verdicts. */
export function countsOfEnds(runs: readonly Pick<JudgedRun, "verdict">[]): EndCounts {
  const count = (is: (verdict: JudgedRun["verdict"]) => boolean): number =>
    runs.filter(({ verdict }) => is(verdict)).length;
  const zero = count(({ kind }) => kind === "zero");
  const minima = count((verdict) => verdict.kind === "critical" && verdict.index === 0);
  const saddles = count((verdict) => verdict.kind === "critical" && verdict.index > 0);
  const channels = count(
    (verdict) => verdict.kind === "infinity" && verdict.index === 0 && verdict.slope === 1,
  );
  return {
    zero,
    mirrored: count((verdict) => verdict.kind === "zero" && !verdict.theta),
    minima,
    saddles,
    channels,
    undecided: runs.length - zero - minima - saddles - channels,
  };
}
