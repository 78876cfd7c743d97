import { formatRational, parseRational } from "../exact/numbers/rational.js";
import { MOST_DISTANCE, MOST_LOSS, type PointKind } from "../landscape/ends/certifiedEnd.js";
import { MOST_MEAN } from "../landscape/ends/layeredEnd.js";
import { figureTeacher } from "../network/figureOne.js";
import type { WrittenLoss, WrittenPoint, WrittenVerdict, WrittenZero } from "./judgedEnds.js";

/** What has to hold, and what is wrong if it doesn't. */
type Demand = readonly [holds: boolean, problem: string];

/**
 * Why no end of a student of the teacher of Figure 1 can have a verdict; undefined if one can. Whether it is
 * right isn't judged.
 *
 * @example impossibility({ kind: "undecided", reason: "flat" }, 5) === undefined
 */
export function impossibility(verdict: WrittenVerdict, width: number): string | undefined {
  if (verdict.kind === "undecided") return undefined;
  return demandsOf(verdict, width).find(([holds]) => !holds)?.[1];
}

function demandsOf(verdict: Exclude<WrittenVerdict, { kind: "undecided" }>, width: number): Demand[] {
  if (verdict.kind === "low" || verdict.kind === "high") return ofLayers(verdict);
  return verdict.kind === "zero" ? ofZero(verdict, width) : ofPoint(verdict, width);
}

function ofLayers({ kind, loss }: WrittenLoss & { kind: "low" | "high" }): Demand[] {
  const most = formatRational(MOST_MEAN);
  const isOfKind = kind === "low" ? isUpTo(loss[1], most) : !isUpTo(loss[0], most);
  return [
    [isUpTo(...loss), '"loss" has its lower end above the upper one'],
    [isOfKind, `"loss" isn't ${kind === "low" ? "up to" : "above"} ${most}, which is called ${kind}`],
  ];
}

function ofZero({ loss, codes, signs }: WrittenZero, width: number): Demand[] {
  const teachers = figureTeacher.units.length;
  return [
    [
      [codes, signs].every(({ length }) => length === width),
      `not one code and one sign for each of ${width} units`,
    ],
    [
      codes.every((code) => code === null || code <= teachers),
      `"codes" has a unit beyond the teacher's ${teachers}`,
    ],
    [
      Array.from({ length: teachers }, (_, unit) => codes.includes(unit + 1)).every(Boolean),
      `"codes" doesn't have all of the teacher's ${teachers} units`,
    ],
    [
      isUpTo(loss, formatRational(MOST_LOSS)),
      `"loss" is above ${formatRational(MOST_LOSS)}, which is called zero`,
    ],
  ];
}

function ofPoint(
  { kind, index, radius, loss, nearest, copies = [], fixedPoint }: WrittenPoint & { kind: PointKind },
  width: number,
): Demand[] {
  // A limit has one parameter less, as ε isn't one.
  const parameters = width * (figureTeacher.inputDimension + 1) - (kind === "infinity" ? 1 : 0);
  const incoming = width * figureTeacher.inputDimension;
  const units = copies.flat();
  const merged = (units.length - copies.length) * (figureTeacher.inputDimension + 1);
  const most = formatRational(MOST_DISTANCE[kind]);
  const areGroups =
    copies.every(({ length }) => length > 1) &&
    new Set(units).size === units.length &&
    units.every((unit) => unit >= 1 && unit <= width);
  return [
    [areGroups, `"copies" is not groups of units from 1 to ${width}`],
    [
      fixedPoint.length === parameters - merged,
      `"fixedPoint" has ${fixedPoint.length} numbers, not ${parameters - merged}`,
    ],
    // In the outgoing weights the loss is a convex quadratic form.
    [index <= incoming, `"index" is ${index}, and there are ${incoming} incoming weights`],
    [
      !isUpTo(radius, "0") && isUpTo(radius, most),
      `"radius" is ${radius}, which is not above 0 and up to ${most}`,
    ],
    [isUpTo(...loss), '"loss" has its lower end above the upper one'],
    [isUpTo(...nearest), '"nearest" has its lower end above the upper one'],
  ];
}

function isUpTo(value: string, most: string): boolean {
  return parseRational(value).compare(parseRational(most)) <= 0;
}
