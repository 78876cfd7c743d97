import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { type CriticalBox, inclusionRadius } from "../nearCritical/criticalBox.js";
import { newtonChange } from "../nearCritical/newtonStep.js";
import { type EndDerivatives, endDerivatives } from "./endDerivatives.js";
import type { EndData, EndNetwork } from "./endNetwork.js";

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

/** A step of 1 or more leads away. */
const LONGEST_STEP = 0n;

/**
 * Follows Newton's method, and looks for a box where it leads.
 *
 * @returns undefined if it leads away, to a singular Hessian, or to where no box passes.
 */
export function isolatedEnd(start: EndNetwork, data: EndData): IsolatedEnd | undefined {
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
      return box && { center, derivatives, box, radius: distanceBetween(start, center).add(box.radius) };
    }
    center = {
      ...center,
      parameters: center.parameters.map((value, place) => value - entry(change, place)),
    };
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
