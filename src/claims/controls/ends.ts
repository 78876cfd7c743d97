import { entry } from "../../exact/entry.js";
import { layeredTeacher } from "../../network/layeredTeacher.js";
import { committedEnds } from "../../training/committedEnds.js";
import type { TrainedRun } from "../../training/trainedRun.js";
import { checkNeurons, checkSize, sizeCases } from "../fig-5.js";
import { checkChannelEnd } from "../ext-channels.js";
import { checkCounts, countCases } from "../instances/endCounts.js";
import {
  type FigureOneEnd,
  checkEnd,
  failurePoints,
  figureOneEnds,
  isFailed,
} from "../instances/figureOneEnds.js";
import { checkUnits } from "../instances/figureOneUnits.js";
import { type LayeredEndCase, checkLayeredEnd, layeredEnds } from "../instances/layeredEnds.js";
import type { Control } from "./control.js";
import { caseControl } from "./engines.js";

type Kind = FigureOneEnd["verdict"]["kind"];

function firstOf(kind: Kind): FigureOneEnd {
  const end = figureOneEnds(5).find(({ verdict }) => verdict.kind === kind);
  if (end === undefined) throw new RangeError(`no ${kind}`);
  return end;
}

/** The verdict with other members. */
function said(kind: Kind, change: (end: FigureOneEnd) => object): () => readonly FigureOneEnd[] {
  return () => {
    const end = firstOf(kind);
    return [{ ...end, verdict: { ...end.verdict, ...change(end) } }];
  };
}

/** The center with its first weight 1e-3 away, and a radius that has room for it. */
function moved({ verdict }: FigureOneEnd): object {
  if (verdict.kind !== "critical" && verdict.kind !== "infinity") throw new RangeError("no center");
  const fixedPoint = verdict.fixedPoint.map((value, place) =>
    place === 0 ? String(BigInt(value) + (1n << 160n) / 1000n) : value,
  );
  return { fixedPoint, radius: "1" };
}

const check = (end: FigureOneEnd): string | undefined => checkEnd(end, failurePoints(figureOneEnds(5)));

/** Wrong verdicts on ends of Figure 1. */
const VERDICTS: readonly (readonly [name: string, ends: () => readonly FigureOneEnd[]])[] = [
  ["a minimum 1e-3 away", said("critical", moved)],
  ["a minimum called a saddle", said("critical", () => ({ index: 1 }))],
  ["a minimum called a channel", said("critical", () => ({ kind: "infinity", slope: 1 }))],
  ["a minimum called zero loss", said("critical", () => ({ ...firstOf("zero").verdict }))],
  ["a minimum said to be farther from the teacher", said("critical", () => ({ nearest: ["1/10", "1/5"] }))],
  ["a minimum said to have copies", said("critical", () => ({ copies: [[1, 2]] }))],
  ["a channel 1e-3 away", said("infinity", moved)],
  ["a channel to a saddle", said("infinity", () => ({ index: 1 }))],
  ["a channel with another sign of L₂", said("infinity", () => ({ slope: -1 }))],
  ["a channel called critical", said("infinity", () => ({ kind: "critical" }))],
  ["zero loss called a minimum", said("zero", () => ({ ...firstOf("critical").verdict }))],
  ["zero loss nearer than it is", said("zero", () => ({ distance: "1/1000000000000000000000000000000" }))],
];

/** With a center whose first unit is the teacher's, mirrored. */
function copying({ verdict }: FigureOneEnd): object {
  if (verdict.kind !== "critical") throw new RangeError("no center");
  const [x, y] = [(-3n << 160n) / 5n, (-1n << 160n) / 2n].map(String);
  return { fixedPoint: [x, y, ...verdict.fixedPoint.slice(2)] };
}

/** An end of Figure 5 with other weights of its first neuron, or another loss. */
function trained(change: (run: TrainedRun) => Partial<TrainedRun>): () => readonly TrainedRun[] {
  return () => {
    const run = entry(committedEnds("fig5", 10).runs, 0);
    return [{ ...run, ...change(run) }];
  };
}

/** The first end of Figure 1(e) of widths 5-5-5, with other members. */
function layered(change: (end: LayeredEndCase) => object): () => readonly LayeredEndCase[] {
  return () => {
    const end = entry(layeredEnds(5), 0);
    return [{ ...end, ...change(end) }];
  };
}

/** Wrong ends of Figures 1 and 5, wrong verdicts on them, and wrong counts. */
export const endControls: readonly Control[] = [
  ...VERDICTS.map(([name, ends]) => caseControl(`ends: ${name}`, ends, check)),
  caseControl(
    "ends: a unit that is the teacher's, mirrored",
    () => said("critical", copying)().filter(isFailed),
    checkUnits,
  ),
  caseControl(
    "ends: a saddle among the channels",
    said("infinity", () => ({ index: 1 })),
    checkChannelEnd,
  ),
  caseControl(
    "ends: a saddle more at width 5",
    () =>
      countCases()
        .map((one) => ({ ...one, claimed: { ...one.claimed, saddles: 1 } }))
        .slice(1, 2),
    checkCounts,
  ),
  caseControl(
    "ends: a high loss called low",
    layered(({ verdict }) => ({ verdict: { ...verdict, kind: "low" } })),
    checkLayeredEnd,
  ),
  caseControl(
    "ends: the teacher with a loss above the bound",
    layered(() => ({ network: layeredTeacher, isWhole: false })),
    checkLayeredEnd,
  ),
  caseControl(
    "ends: another network of three hidden layers",
    layered(() => ({ network: entry(layeredEnds(5), 1).network })),
    checkLayeredEnd,
  ),
  caseControl(
    "ends: Figure 5 with an outgoing weight 1e-2 off",
    trained(({ outgoing }) => ({ outgoing: outgoing.map((a, unit) => (unit === 0 ? a + 1e-2 : a)) })),
    checkNeurons,
  ),
  caseControl(
    "ends: Figure 5 with a loss of 1e-9",
    trained(() => ({ loss: 1e-9 })),
    checkNeurons,
  ),
  caseControl(
    "ends: Figure 5 without one run",
    () => sizeCases(committedEnds("fig5", 10).runs.slice(1)),
    checkSize,
  ),
];
