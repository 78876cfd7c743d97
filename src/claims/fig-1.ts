import { type EndCounts, countsOfEnds } from "../certificate/countsOfEnds.js";
import { committedVerdicts } from "../certificate/judgedEnds.js";
import { type BinomialInterval, binomialInterval } from "../combinatorics/counts/binomialInterval.js";
import { entry } from "../exact/entry.js";
import { properties } from "../../properties/fig-1.js";
import { certificates } from "./evidence/certificates.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import type { FoundTable } from "./evidence/verdict.js";
import { failureCertificates } from "./instances/figureOneCertificates.js";
import {
  type FigureOneEnd,
  checkEnd,
  failurePoints,
  figureOneEnds,
  isFailed,
} from "./instances/figureOneEnds.js";
import { checkUnits } from "./instances/figureOneUnits.js";

/** The width of Fig. 1 at which students fail, and how many runs there are at each width. */
const WIDTH = 5;
const RUNS = 50;

const WAYS = { minima: 0, induced: 0, saddles: 0, channels: 0, undecided: 0 };
const NONE = { ...WAYS, mirrored: 0, neither: 0, near: 0 };

/** The widths whose ends are committed, with what is claimed of them. */
const CLAIMED: readonly (EndCounts & { readonly width: number })[] = [
  { ...NONE, width: 4, zero: 11, minima: 39, neither: 39 },
  { ...NONE, width: 5, zero: 37, mirrored: 8, minima: 11, channels: 2, neither: 13 },
  { ...NONE, width: 6, zero: 47, mirrored: 16, minima: 1, channels: 2, neither: 3 },
  { ...NONE, width: 7, zero: 47, mirrored: 20, minima: 1, channels: 2, neither: 3 },
  { ...NONE, width: 8, zero: 49, mirrored: 30, channels: 1, neither: 1 },
  { ...NONE, width: 9, zero: 50, mirrored: 32 },
  { ...NONE, width: 10, zero: 50, mirrored: 35 },
  { ...NONE, width: 45, zero: 50, mirrored: 46 },
];

export const claim: Claim = {
  id: "fig-1",
  title: "Do the failed runs of Figure 1 end at saddles?",
  answer:
    "no, as we trained them: of 13 failures of 50 runs at width 5, 11 end at strict local minima " +
    "that are neither symmetry-induced nor copy-average points, and 2 on a channel to infinity",
  statement:
    "Of 50 students of width 5, trained by Adam and then by steps of second order, 37 end close to a " +
    "network of zero loss, 8 of them outside Θ, where units are mirrored or add a constant; 11 end within " +
    "1e-10 of a strict local minimum of loss above 0.0014, and 2 on their way to infinity: the outgoing " +
    "weights of two units grow with opposite signs, and the limit is a strict local minimum, from which " +
    "the loss rises along the channel (L₂ > 0). None of the 13 failures ends at a saddle, and none of the " +
    "minima is symmetry-induced: their Hessians are regular, while points of Θ̄_{r→5}, r < 5, are never " +
    "isolated. Nor is one a copy-average point (Şimşek et al. 2023), of which all units but one are the " +
    "teacher's, and the last averages its others: none of their units is ± one of the teacher's, or " +
    "within 1/100 of one. But each has a unit within 3/40 of ± the mean of the teacher's third and " +
    "fourth, which are twice as far from their mean. So for these runs it isn't saddles that the failures " +
    "of Figure 1 end at. At width 4, 39 of 50 fail, at widths 6, 7 and 8 three, three and one, at 9, 10 " +
    "and 45 none: again at strict local minima and on channels, one of them at width 7 along which three " +
    "units run off, two of which become mirror images and one a constant; none ends at a saddle",
  limits:
    "This is about where these runs end, not about what slowed them, and not about other optimizers or " +
    "starts: those of the paper are not published. Training is in floats, and only its ends are judged. " +
    "That a run is close to zero loss is that its loss is at most 1e-9, with the distance to a network " +
    "of zero loss told for each. The checker's targets are the teacher's outputs, rounded at 2^−120. " +
    "That a limit with L₂ > 0 is a minimum at infinity is the claim ext-channels. A run of verify judges " +
    "all ends of width 5; of the other widths it counts the committed verdicts, which a test judges",
  source: "Şimşek et al. 2021, Fig. 1",
  hypotheses: ["the problem of Figure 1: sigmoid, a teacher of 4 units, 1,681 inputs", "the committed ends"],
  evidence: [
    certificates("minima", {
      what:
        "where runs fail, a strict local minimum lies within the radius of the end, or one of the limit that " +
        "it is on its way to, from which the loss rises along the channel",
      range: `the points at which runs of width ${WIDTH} fail, one for all runs that end there`,
      expected: () => BigInt(new Set(lossesOfFailures()).size),
      instances: () => failureCertificates(failurePoints(figureOneEnds(WIDTH))),
    }),
    everyCase("ends", {
      what:
        "each run ends as its verdict says: near a network that reduces to the teacher, or near a point, " +
        "perhaps of a limit, with a certificate",
      range: `all runs of width ${WIDTH}`,
      expected: BigInt(RUNS),
      cases: () => figureOneEnds(WIDTH),
      check: (end: FigureOneEnd) => checkEnd(end, failurePoints(figureOneEnds(WIDTH))),
    }),
    everyCase("units", {
      what:
        "the point near an end, which may be of a limit, is not symmetry-induced, and no unit of it is ± one of " +
        "the teacher's, or within 1/100 of that; but one is within 3/40 of ± the mean of the third and the fourth",
      range: "the runs that fail, of all widths whose ends are committed",
      expected: CLAIMED.reduce((sum, { zero }) => sum + BigInt(RUNS - zero), 0n),
      cases: () => CLAIMED.flatMap(({ width }) => figureOneEnds(width).filter(isFailed)),
      check: checkUnits,
    }),
    everyCase("counts", {
      what: "as many runs end in each way as is claimed, and the exact 95 % intervals have their tails",
      range: "the widths whose ends are committed",
      expected: BigInt(CLAIMED.length),
      cases: countCases,
      check: checkCounts,
      table: countTable,
    }),
  ],
  properties,
};

/** The losses at which runs fail, to ten digits: as many as there are points. */
function lossesOfFailures(): string[] {
  return committedVerdicts(WIDTH).runs.flatMap(({ verdict }) =>
    verdict.kind === "critical" || verdict.kind === "infinity" ? verdict.loss.join(" ") : [],
  );
}

/** How the runs of a width end, what is claimed, and the interval of the rate of success. */
export interface CountCase {
  readonly width: number;
  readonly counts: EndCounts;
  readonly claimed: EndCounts;
  readonly interval: BinomialInterval;
}

/** The case of each width. */
export function countCases(): CountCase[] {
  return CLAIMED.map(({ width, ...claimed }) => {
    const counts = countsOfEnds(committedVerdicts(width).runs);
    return { width, counts, claimed, interval: binomialInterval(counts.zero, RUNS) };
  });
}

/** The counts are the claimed ones, and the tails at both ends are those of Clopper and Pearson. */
export function checkCounts({ width, counts, claimed, interval }: CountCase): string | undefined {
  const other = Object.entries(counts).find(([name, count]) => !hasCount(claimed, name, count));
  if (other !== undefined) return `${other[1]} runs of width ${width} count as ${other[0]}`;
  const { lower, upper } = interval;
  const isExact = isEnd(counts.zero, lower) && isEnd(RUNS - counts.zero, UNITS - upper);
  return isExact ? undefined : `the interval at width ${width} has other tails`;
}

function hasCount(claimed: EndCounts, name: string, count: unknown): boolean {
  return Object.entries(claimed).some(([own, value]) => own === name && value === count);
}

const UNITS = 10_000n;

/** Whether p is the last at which `least` or more of RUNS have a probability of at most 1/40. */
function isEnd(least: number, p: bigint): boolean {
  if (least === 0) return p === 0n;
  const isUnlikely = (at: bigint): boolean => 40n * upperTail(least, at) <= UNITS ** BigInt(RUNS);
  return isUnlikely(p) && !isUnlikely(p + 1n);
}

/** By the distributions of one run, two runs, and so on. */
function upperTail(least: number, p: bigint): bigint {
  let chances = [1n];
  for (let run = 0; run < RUNS; run += 1) {
    const [failed, won] = [
      [...chances, 0n],
      [0n, ...chances],
    ];
    chances = failed.map((chance, place) => (UNITS - p) * chance + p * entry(won, place));
  }
  return chances.slice(least).reduce((sum, chance) => sum + chance, 0n);
}

function countTable(): FoundTable {
  const rows = countCases().map(({ width, counts, interval: { lower, upper } }) => {
    const { zero, mirrored, minima, induced, saddles, channels, undecided, neither } = counts;
    const numbers = [width, RUNS, zero, mirrored, minima, induced, saddles, channels, undecided, neither];
    return [...numbers.map(String), `${percent(lower)} to ${percent(upper)}`];
  });
  return {
    title: "What students of Figure 1 end in",
    head: [
      ...["m", "runs", "zero loss", "of these outside Θ", "strict minima", "minima with copies", "saddles"],
      ...["channels", "undecided", "failures without copies", "rate of success, 95 %"],
    ],
    rows,
  };
}

function percent(units: bigint): string {
  return `${units / 100n}.${(units % 100n).toString().padStart(2, "0")} %`;
}
