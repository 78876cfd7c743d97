import { committedVerdicts } from "../../certificate/committedVerdicts.js";
import type { JudgedRun } from "../../certificate/judgedEnds.js";
import { entry } from "../../exact/entry.js";
import { type Rational, parseRational } from "../../exact/numbers/rational.js";
import {
  type LayeredDatum,
  MOST_MEAN,
  isSurelyAbove,
  layeredProblem,
  meanSquaredError,
} from "../../landscape/ends/layeredEnd.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { committedEnds } from "../../training/committedEnds.js";
import { networkOfLayeredRun } from "../../training/trainedRun.js";
import { withVerdicts } from "./figureOneEnds.js";

/** The widths of each hidden layer whose ends are committed. */
export const LAYERED_WIDTHS = [5, 10] as const;

/** The end of a run of Figure 1(e), and what is said of it. */
export interface LayeredEndCase extends JudgedRun {
  readonly network: MultiLayerNetwork;
  /** Whether the loss is enclosed over all data, not only far enough to be above the bound. */
  readonly isWhole: boolean;
}

/** The committed ends at a width with their verdicts. */
export function layeredEnds(width: number): LayeredEndCase[] {
  const { runs } = committedEnds("fig1e", width);
  const ends = withVerdicts(runs, committedVerdicts(width, "fig1e").runs, networkOfLayeredRun);
  return ends.map((end) => ({ ...end, isWhole: true }));
}

/**
 * At each width one end that the seed draws, whole; and all ends that are said to be above the bound, as far
 * as that takes.
 */
export function layeredCases(seed: number): LayeredEndCase[] {
  return LAYERED_WIDTHS.flatMap((width) => {
    const ends = layeredEnds(width);
    const drawn = seededIntegers(seed, `layered ends ${width}`)(0, ends.length - 1);
    const high = ends.filter(({ verdict }) => verdict.kind === "high");
    return [entry(ends, drawn), ...high.map((end) => ({ ...end, isWhole: false }))];
  });
}

/** How many cases there are, by the verdicts alone. */
export function layeredCaseCount(): bigint {
  const counts = LAYERED_WIDTHS.map((width) => {
    const { runs } = committedVerdicts(width, "fig1e");
    return 1 + runs.filter(({ verdict }) => verdict.kind === "high").length;
  });
  return BigInt(counts.reduce((sum, count) => sum + count));
}

let problem: readonly LayeredDatum[] | undefined;

/** Why what is said of an end does not hold; undefined if it does. */
export function checkLayeredEnd({ network, verdict, isWhole }: LayeredEndCase): string | undefined {
  if (verdict.kind !== "low" && verdict.kind !== "high") return `a verdict ${verdict.kind}`;
  problem ??= layeredProblem();
  if (!isWhole)
    return isSurelyAbove(network, MOST_MEAN, problem) ? undefined : "its loss is not above the bound";
  const [least, most] = verdict.loss.map(parseRational) as [Rational, Rational];
  const isLow = most.compare(MOST_MEAN) <= 0;
  if (!isLow && least.compare(MOST_MEAN) <= 0) return "what is said leaves open whether it is low";
  if (isLow !== (verdict.kind === "low")) return `it is ${isLow ? "low" : "high"}`;
  // What is said of the loss is compared before that is enclosed, which takes most of the time.
  const { lowerEnd, upperEnd } = meanSquaredError(network, problem);
  const isWithin = lowerEnd.compare(least) >= 0 && upperEnd.compare(most) <= 0;
  return isWithin ? undefined : "its loss is not within what is said";
}
