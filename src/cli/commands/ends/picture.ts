import { type WayToEnd, countsOfEnds, wayToEnd } from "../../../certificate/countsOfEnds.js";
import type { JudgedEnds, JudgedSetting } from "../../../certificate/judgedEnds.js";
import { PAIRED_IN_PAPER, figureTeacher, studentGroups } from "../../../claims/instances/trainedStudents.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { type EndsOf, type TrainedEnds, parseEnds } from "../../../training/endsFile.js";
import { ZERO_LOSS } from "../../../training/secondOrder.js";
import { layeredShape } from "../../../training/studentShape.js";
import { networkOfRun } from "../../../training/trainedRun.js";
import { textOf } from "../../files/sources.js";
import { type Bar, barPicture } from "../../../pictures/barChart.js";
import { COLOURS, type Picture } from "../../../pictures/picture.js";
import { type Kind, type Strip, stripPicture } from "../../../pictures/stripChart.js";
import type { Hear } from "../../terminal/progress.js";
import { type EndsRequest, judgedEnds } from "./judged.js";

/**
 * The picture of ends: of Figure 1 the losses of all runs by width, with what is proved of each, as its
 * panels (c) and (e) are about; of Figure 5 the neurons of all students by what they are, as on its right.
 *
 * @throws InputError as {@link judgedEnds}; or if there are ends of both figures, or two files of one width.
 */
export async function endsPicture(request: EndsRequest, hear: Hear): Promise<Picture> {
  const files = request.ends.map((source) => parseEnds(textOf(source), source.place));
  const first = entry(files, 0);
  const { setting } = first;
  files.forEach((file, index) => {
    const { place } = entry(request.ends, index);
    if (file.setting !== setting)
      throw new InputError(`its runs are of ${file.setting}`, `give ends of ${setting} alone`, place);
    if (files.findIndex(({ width }) => width === file.width) < index)
      throw new InputError(`has width ${file.width}, as another file has`, "give one for each width", place);
  });
  if (first.setting !== "fig5") return lossesByWidth(files, await judgedEnds(request, hear));
  if (request.from.length + files.length > 1 || request.slot !== undefined)
    throw new InputError("ends of fig5 are drawn from one file, and not judged", "give that file alone");
  return neuronsByKind(first);
}

const KINDS: Readonly<Record<WayToEnd, Kind>> = {
  zero: { name: "zero loss", colour: COLOURS.blue, shape: "circle" },
  minima: { name: "strict local minimum", colour: COLOURS.vermilion, shape: "triangle-up" },
  induced: { name: "local minimum with copies", colour: COLOURS.purple, shape: "square" },
  saddles: { name: "saddle", colour: COLOURS.black, shape: "triangle-down" },
  channels: { name: "channel to infinity", colour: COLOURS.green, shape: "diamond" },
  low: { name: "at most 1e-4", colour: COLOURS.blue, shape: "circle" },
  high: { name: "above 1e-4", colour: COLOURS.vermilion, shape: "triangle-up" },
  undecided: { name: "undecided", colour: COLOURS.grey, shape: "cross" },
};

/** Losses of doubles below this are drawn at it: a sum of squares of rounding errors, or 0. */
const LEAST_LOSS = 1e-34;

/** What stands in the picture of a figure. */
interface Panel {
  readonly title: string;
  /** What counts as a success. */
  readonly success: WayToEnd;
  readonly widths: (width: number) => string;
}

const PANELS: Readonly<Record<JudgedSetting, Panel>> = {
  fig1: {
    title: "Where runs on the problem of Figure 1 end, and how many at zero loss",
    success: "zero",
    widths: String,
  },
  fig1e: {
    title: "Where runs with three hidden layers end, and how many at a loss of at most 1e-4",
    success: "low",
    widths: (width) => layeredShape(width).name,
  },
};

/** Runs stand in the order of their losses. */
function lossesByWidth(files: readonly TrainedEnds[], judged: readonly JudgedEnds[]): Picture {
  const { title, success, widths: named } = PANELS[entry(judged, 0).setting];
  const widths = files
    .map(({ width, runs }, index) => ({
      width,
      losses: new Map(runs.map(({ seed, loss }) => [seed, loss])),
      index,
    }))
    .sort((left, right) => left.width - right.width)
    .map(({ width, losses, index }) => {
      const runs = entry(judged, index).runs.map(({ seed, verdict }) => {
        return { seed, way: wayToEnd(verdict), loss: Math.max(losses.get(seed) ?? NaN, LEAST_LOSS) };
      });
      return { width, runs, counts: countsOfEnds(entry(judged, index).runs) };
    });
  const all = widths.flatMap(({ runs }) => runs);
  const strips = widths.map(({ width, runs, counts }): Strip => {
    const marks = runs
      .sort((left, right) => left.loss - right.loss)
      .map(({ seed, way, loss }) => {
        return { height: loss, kind: KINDS[way].name, name: `width ${named(width)}, seed ${seed}` };
      });
    return { name: named(width), note: `${counts[success]} of ${runs.length}`, marks };
  });
  const told = widths.map(({ width, runs, counts }) => {
    const others = Object.entries(KINDS).flatMap(([way, { name }]) => {
      const count = counts[way as WayToEnd];
      return way === success || count === 0 ? [] : [`${name} ${count}`];
    });
    const first = `Width ${named(width)}: ${KINDS[success].name} ${counts[success]} of ${runs.length}`;
    return [first, ...others].join(", ");
  });
  const powers = all.map(({ loss }) => Math.floor(Math.log10(loss)));
  return stripPicture({
    title,
    description: `Final losses of students by width, a mark for each run. ${told.join(". ")}.`,
    x: "width of the students; runs in the order of their losses",
    y: "mean squared error",
    kinds: Object.entries(KINDS).flatMap(([way, kind]) => (all.some((run) => run.way === way) ? [kind] : [])),
    strips,
    range: [10 ** Math.min(...powers), 10 ** (Math.max(...powers) + 1)],
  });
}

const [COPIES, ZERO_TYPE, OTHERS] = ["copies of a teacher's neuron", "zero type", "neither, or not certain"];

function neuronsByKind({ width, runs }: EndsOf<"fig5">): Picture {
  const found = runs.map((run) => studentGroups(networkOfRun(run)));
  const groups = found.flatMap((own) => (typeof own === "string" ? [] : own));
  const neurons = (own: typeof groups): number => own.reduce((sum, { members }) => sum + members.length, 0);
  const silent = groups.filter(({ copies }) => copies === undefined);
  const sizes = [...new Set(silent.map(({ members }) => members.length))].sort((one, other) => one - other);
  const unclear = width * found.filter((own) => typeof own === "string").length;
  const bars: Bar[] = [
    ...figureTeacher.units.map((_, unit) => ({
      name: `neuron ${unit + 1}`,
      height: neurons(groups.filter(({ copies }) => copies === unit)),
      kind: COPIES,
    })),
    ...sizes.map((size) => ({
      name: size === 1 ? "alone" : `groups of ${size}`,
      height: neurons(silent.filter(({ members }) => members.length === size)),
      kind: ZERO_TYPE,
      ...(size === 2 ? { elsewhere: PAIRED_IN_PAPER } : {}),
    })),
    ...(unclear === 0 ? [] : [{ name: "others", height: unclear, kind: OTHERS }]),
  ];
  const low = runs.filter(({ loss }) => loss < ZERO_LOSS).length;
  return barPicture({
    title: `The ${width * runs.length} neurons of ${runs.length} students of width ${width} on the problem of Figure 5`,
    description:
      `${low} of ${runs.length} losses are below 1e-16. ` +
      bars.map(({ name, height, kind }) => `${kind}, ${name}: ${height}.`).join(" ") +
      ` The paper's text has ${PAIRED_IN_PAPER} of zero type in groups of 2.`,
    x: "the teacher's neuron that is copied, or the size of the group of zero type",
    y: "neurons",
    bars,
    elsewhere: `the paper's number, ${PAIRED_IN_PAPER} in groups of 2`,
  });
}
