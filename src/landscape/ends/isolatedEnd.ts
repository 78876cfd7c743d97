import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { entry } from "../../exact/entry.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { type CriticalBox, inclusionRadius } from "../nearCritical/criticalBox.js";
import { newtonChange } from "../nearCritical/newtonStep.js";
import { type EndDerivatives, endDerivatives } from "./endDerivatives.js";
import { type EndData, type EndNetwork, residuals, unitColumns } from "./endNetwork.js";

/** Where Newton's method leads from a network, and the box about it that holds one critical point. */
export interface IsolatedEnd {
  readonly center: EndNetwork;
  readonly box: CriticalBox;
  /** No parameter of the critical point differs by more from those of the start. */
  readonly radius: Rational;
  /** At the center. */
  readonly derivatives: EndDerivatives;
}

/** A start may be as far away as a run that is on its way to infinity leaves it. */
const MOST_STEPS = 24;

/** Steps downhill, each halved at most so often until the loss falls. */
const [MOST_DOWNHILL, MOST_HALVES] = [60, 20];

/** A step of 1 or more leads away. */
const LONGEST_STEP = 0n;

/**
 * Follows Newton's method, and looks for a box where it leads. If it leads away, as in a long flat valley,
 * the loss is made smaller first, by steps that are Newton's where the Hessian is positive.
 *
 * @returns undefined if that leads away, too, to a singular Hessian, or to where no box passes.
 */
export function isolatedEnd(start: EndNetwork, data: EndData): IsolatedEnd | undefined {
  return newtonEnd(start, data) ?? newtonEnd(below(start, data), data, start);
}

/** Where steps downhill lead. */
function below(start: EndNetwork, data: EndData): EndNetwork {
  let center = start;
  for (let step = 0; step < MOST_DOWNHILL; step += 1) {
    const { loss, gradient, matrix } = endDerivatives(center, 0n, data);
    const signs = enclosedSigns(matrix);
    if (signs === undefined) return center;
    const { change, length } = newtonChange(gradient, matrix, signs.congruence, true);
    if (length >> (BigInt(start.precision) - NEAR) === 0n) return center;
    const next = Array.from({ length: MOST_HALVES }, (_, halves) => halves)
      .map((halves) => stepped(center, change, BigInt(halves)))
      .find((there) => lossAt(there, data).upper < loss.lower);
    if (next === undefined) return center;
    center = next;
  }
  return center;
}

/** Steps downhill end when they are shorter than 2^−20. */
const NEAR = 20n;

function stepped(from: EndNetwork, change: readonly bigint[], halves: bigint): EndNetwork {
  const parameters = from.parameters.map((value, place) => value - (entry(change, place) >> halves));
  return { ...from, parameters };
}

function lossAt(network: EndNetwork, data: EndData): Interval {
  const errors = residuals(unitColumns(network, 0n, data), data);
  return errors.inner(errors).scaled(-1);
}

/**
 * Where Newton's method leads from a network, and how far that is from the end.
 *
 * @returns undefined if that is away, to a singular Hessian, or to where no box passes.
 */
export function newtonEnd(start: EndNetwork, data: EndData, end = start): IsolatedEnd | undefined {
  const precision = BigInt(start.precision);
  let center = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const derivatives = endDerivatives(center, 0n, data);
    const signs = enclosedSigns(derivatives.matrix);
    if (signs === undefined) return undefined;
    const { change, length } = newtonChange(derivatives.gradient, derivatives.matrix, signs.congruence);
    if (length >> (precision - LONGEST_STEP) > 0n) return undefined;
    // So close that the step itself shows what the box has to be.
    if (length >> (precision / 2n) === 0n) {
      const box = boxAbout(center, data);
      return box && { center, derivatives, box, radius: distanceBetween(end, center).add(box.radius) };
    }
    center = stepped(center, change, 0n);
  }
  return undefined;
}

/**
 * The box about a network, as wide as `reachAt` says, that holds exactly one critical point.
 *
 * @returns undefined if this box doesn't pass Krawczyk's test, of which `criticalBox` says how it is done.
 */
export function boxAbout(center: EndNetwork, data: EndData): CriticalBox | undefined {
  const { precision } = center;
  const reach = reachAt(precision);
  const { gradient } = endDerivatives(center, 0n, data);
  const { matrix } = endDerivatives(center, reach, data);
  const signs = enclosedSigns(matrix);
  if (signs === undefined) return undefined;
  const needed = inclusionRadius(gradient, matrix, signs.congruence, precision);
  const radius = rational(reach, 1n << BigInt(precision));
  return needed !== undefined && needed.compare(radius) < 0 ? { ...signs, radius } : undefined;
}

/** Half the width of a box, in units of 2^−p. */
export function reachAt(precision: number): bigint {
  return 1n << (BigInt(precision) / 2n + 16n);
}

/** The largest difference of two parameters. */
export function distanceBetween(from: EndNetwork, to: EndNetwork): Rational {
  const largest = from.parameters.reduce((most, value, place) => {
    const size = magnitude(value - entry(to.parameters, place));
    return size > most ? size : most;
  }, 0n);
  return rational(largest, 1n << BigInt(from.precision));
}
