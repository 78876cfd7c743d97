import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type EnclosedSigns, enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { Interval } from "../../exact/intervals/interval.js";
import { circleRatio } from "../../exact/intervals/inverseTangent.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { doubled, inclusionRadius } from "../nearCritical/criticalBox.js";
import { enclosedHessian } from "../nearCritical/enclosedHessian.js";
import { newtonChange } from "../nearCritical/newtonStep.js";
import { multiple } from "./arcCosineKernel.js";
import { isotypicBlocks, isotypicDimensions, orbitSizes, trivialBlock } from "./isotypicBlocks.js";
import { LEAST_UNITS, MOST_UNITS, type SpuriousFamily, startOf } from "./starts.js";
import { type StudentDerivatives, studentDerivatives } from "./symmetricStudent.js";

/**
 * A critical point of ½E(Σ_i relu(w_i·x) − Σ_i relu(x_i))², x ~ N(0, I) in k dimensions, that is fixed by the
 * permutations of the first k − 1 units together with the first k − 1 inputs: w_i has a at input i, c at the
 * last and b at others, and w_k has e at the last and d at others.
 *
 * @example symmetricCritical(6, "decaying").index // 0n
 */
export interface SymmetricCritical {
  /** Near a, b, c, d, e: no other critical point of this symmetry is within the radius, in any number. */
  readonly center: readonly Rational[];
  readonly radius: Rational;
  /** The loss there. That of the teacher is 0. */
  readonly loss: Interval;
  /** How many of the k² eigenvalues of the Hessian are negative; none is 0. */
  readonly index: bigint;
  /** By what the two 5 × 5 blocks of the Hessian are seen to be regular, all over the box. */
  readonly trivial: EnclosedSigns;
  readonly standard: EnclosedSigns;
}

/** Bits after the binary point, and half of them. */
const PRECISION = 160;
const HALF = 80n;

/** Steps double the right bits, up to some 50 a step. */
const MOST_STEPS = 8;

/**
 * Such a critical point, with certainty: Newton's method leads there from what floats have found, and
 * Krawczyk's test is passed in the five numbers. Where the gradient is 0 in their places it is 0, since it
 * has the student's symmetry. No weight vector of the box is 0, and no two of student and teacher are
 * parallel, so that the loss is analytic there. Hence for index 0 it is a strict local minimum.
 *
 * @param k from 5 to 20.
 * @throws InputError for another k or family.
 * @example symmetricCritical(5, "decaying").index // 3n
 */
export function symmetricCritical(k: number, family: SpuriousFamily): SymmetricCritical {
  requireArguments({ size: { k }, text: { family } });
  const start = startOf(k, family);
  if (start === undefined) {
    throw new InputError(
      `no critical point is known for k = ${k} of the family ${family}`,
      `give k from ${LEAST_UNITS} to ${MOST_UNITS}, and decaying or persistent`,
    );
  }
  let five = start.map((value) => pointAt(Interval.enclosing(value, PRECISION).lower));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, hessian } = restricted(k, studentDerivatives(k, five));
    const signs = enclosedSigns(hessian);
    if (signs === undefined) break;
    const { change, length } = newtonChange(gradient, hessian, signs.congruence);
    five = five.map(({ lower }, place) => pointAt(lower - entry(change, place)));
    // Half of the digits didn't change, so that this step has brought the rest.
    if (length >> HALF === 0n) return speaking(boxAbout(k, five));
  }
  throw new RangeError(`Newton's method leads nowhere for k = ${k}`);
}

/** The box about these numbers, and what is known all over it. */
function boxAbout(k: number, five: readonly Interval[]): SymmetricCritical {
  const { gradient, hessian } = restricted(k, studentDerivatives(k, five));
  const trivial = regular(hessian);
  const atCenter = inclusionRadius(gradient, hessian, trivial.congruence, PRECISION);
  if (atCenter === undefined) throw new RangeError("a block that is not dominant");
  const radius = doubled(atCenter, PRECISION);
  const reach = Interval.between(radius.neg(), radius, PRECISION);
  const around = studentDerivatives(
    k,
    five.map((value) => value.plus(reach)),
  );
  const blocks = isotypicBlocks(k, around);
  const inBox = inclusionRadius(gradient, enclosedHessian(blocks.trivial), trivial.congruence, PRECISION);
  if (inBox === undefined || inBox.compare(radius) >= 0) throw new RangeError(`no box for k = ${k}`);
  const standard = regular(enclosedHessian(blocks.standard));
  const dimensions = isotypicDimensions(k);
  const { symmetric, antisymmetric } = blocks;
  return {
    center: five.map(({ midpoint }) => midpoint),
    radius,
    loss: around.loss.dividedBy(multiple(circleRatio(PRECISION), 2n)),
    index:
      BigInt(trivial.negative) * dimensions.trivial +
      BigInt(standard.negative) * dimensions.standard +
      negative(symmetric) * dimensions.symmetric +
      negative(antisymmetric) * dimensions.antisymmetric,
    trivial,
    standard,
  };
}

/** The gradient and the Hessian of the loss as a function of the five numbers, times 2π. */
function restricted(k: number, { gradient, image }: StudentDerivatives) {
  const sizes = orbitSizes(k);
  return {
    gradient: gradient.map((value, place) => multiple(value, entry(sizes, place))),
    hessian: enclosedHessian(trivialBlock(k, image)),
  };
}

function regular(hessian: Parameters<typeof enclosedSigns>[0]): EnclosedSigns {
  const signs = enclosedSigns(hessian);
  if (signs === undefined) throw new RangeError("an eigenvalue that may be 0");
  return signs;
}

/** How many numbers of an interval without 0 are negative: 1 or 0. */
function negative({ sign }: Interval): bigint {
  if (sign === undefined || sign === 0) throw new RangeError("an eigenvalue that may be 0");
  return sign < 0 ? 1n : 0n;
}

/** A number, in units of 2^−p. */
function pointAt(units: bigint): Interval {
  return Interval.of(units, units, PRECISION);
}
