import { dominanceMargins } from "../../../src/exact/inertia/diagonalDominance.js";
import { enclosedSigns } from "../../../src/exact/inertia/enclosedSigns.js";
import { overOneDenominator } from "../../../src/exact/inertia/symmetricMatrix.js";
import { worstValues } from "../../../src/exact/inertia/worstValues.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { circleRatio } from "../../../src/exact/intervals/inverseTangent.js";
import { parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { enclosedHessian } from "../../../src/landscape/nearCritical/enclosedHessian.js";
import { inclusionRadius } from "../../../src/landscape/nearCritical/criticalBox.js";
import { isotypicBlocks, orbitSizes } from "../../../src/landscape/spurious/isotypicBlocks.js";
import {
  type StudentDerivatives,
  studentDerivatives,
} from "../../../src/landscape/spurious/symmetricStudent.js";
import type { Expected } from "../../../src/checker/verdict.js";
import type { Json } from "../seal.js";
import { entries, isAsked, matrix, members, need, vectors, whole } from "./reading.js";

const PRECISION = 300;

/** A spurious minimum of a symmetric student, with the intervals of `src/landscape`. */
export function spuriousHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "box", "center", "congruences", "k", "loss");
  need(expected.k !== undefined && isAsked(parts.k, expected.k));
  const k = whole(parts.k);
  need(k >= 5 && k <= 32);
  const [[box, loss] = []] = [matrix([[parts.box ?? null, parts.loss ?? null]])[0]?.map(parseRational)];
  const [center = []] = matrix([parts.center ?? null]).map((row) => row.map(parseRational));
  const congruences = entries(parts.congruences).map((one) => matrix(one));
  need(congruences.length === 2 && center.length === 5);
  need(congruences.every((one) => one.length === 5 && one.every(({ length }) => length === 5)));
  need(box !== undefined && loss !== undefined && box.compare(0n) > 0 && loss.compare(0n) > 0);
  const [trivial = [], standard = []] = congruences.map((one) => overOneDenominator(vectors(one)).numerators);
  const point = center.map((value) => Interval.enclosing(value, PRECISION));
  const reach = Interval.between(box.neg(), box, PRECISION);
  const atCenter = derivativesOf(k, point);
  const around = derivativesOf(
    k,
    point.map((value) => value.plus(reach)),
  );
  const blocks = isotypicBlocks(k, around);
  const gradient = orbitSizes(k).map((size, place) => sized(atCenter.gradient[place], size));
  const radius = inclusionRadius(gradient, enclosedHessian(blocks.trivial), trivial, PRECISION);
  need(radius !== undefined && radius.compare(box) < 0);
  for (const [block, congruence] of [
    [blocks.trivial, trivial],
    [blocks.standard, standard],
  ] as const) {
    const worst = worstValues(enclosedHessian(block), congruence);
    need(dominanceMargins(worst).every((margin) => margin > 0n));
    need(worst.every((row) => (row.at(-1) ?? 0n) > 0n));
  }
  need(blocks.symmetric.sign === 1 && blocks.antisymmetric.sign === 1);
  const pi = circleRatio(PRECISION);
  need(around.loss.dividedBy(pi.plus(pi)).lowerEnd.compare(loss) >= 0);
  requireTruth(k, atCenter);
  return true;
}

/** The same signs at the center, by vectors of its own. */
function requireTruth(k: number, atCenter: StudentDerivatives): void {
  const { trivial, standard } = isotypicBlocks(k, atCenter);
  const negatives = [trivial, standard].map((block) => enclosedSigns(enclosedHessian(block))?.negative);
  if (negatives.some((negative) => negative !== 0)) throw new Error("evidence for a minimum that is none");
}

function derivativesOf(k: number, five: readonly Interval[]): StudentDerivatives {
  try {
    return studentDerivatives(k, five);
  } catch (error) {
    need(!(error instanceof RangeError));
    throw error;
  }
}

function sized(value: Interval | undefined, size: bigint): Interval {
  if (value === undefined) throw new RangeError("no derivative");
  return value.times(Interval.enclosing(rational(size), PRECISION));
}
