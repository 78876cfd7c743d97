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
  /** Those for which the limit is no minimum, or L₂ < 0, among them. */
  readonly undecided: number;
}

type Point = Extract<JudgedRun["verdict"], { readonly kind: "critical" }>;

/** Counts verdicts. */
export function countsOfEnds(runs: readonly Pick<JudgedRun, "verdict">[]): EndCounts {
  const count = (is: (verdict: JudgedRun["verdict"]) => boolean): number =>
    runs.filter(({ verdict }) => is(verdict)).length;
  const zero = count(({ kind }) => kind === "zero");
  const isMinimum = (verdict: JudgedRun["verdict"]): verdict is Point =>
    verdict.kind === "critical" && verdict.index === 0;
  const minima = count((verdict) => isMinimum(verdict) && verdict.copies === undefined);
  const induced = count((verdict) => isMinimum(verdict) && verdict.copies !== undefined);
  const saddles = count((verdict) => verdict.kind === "critical" && verdict.index > 0);
  const channels = count(
    (verdict) => verdict.kind === "infinity" && verdict.index === 0 && verdict.slope === 1,
  );
  return {
    zero,
    mirrored: count((verdict) => verdict.kind === "zero" && !verdict.theta),
    minima,
    induced,
    saddles,
    channels,
    undecided: runs.length - zero - minima - induced - saddles - channels,
  };
}
