import { requireArguments } from "../../exact/plainJavaScript.js";
import { gcd } from "../../exact/numbers/integer.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Atom, Measure, equalMeasures, measureOf } from "../measure.js";
import type { TwoLayerNetwork } from "../twoLayerNetwork.js";
import type { ActivationSymmetry } from "./activationSymmetry.js";

/**
 * The function of a network of two layers for σ(z) = c + l·z + ρ(z), as f(x) = k + M·x + Σ μ(w) ρ(w · x): the
 * odd measure μ(w) = Σ_{w_i = w} a_i − Σ_{w_i = −w} a_i, or the even one with +, at one of each ±w, and the
 * polynomial part. For a homogeneous activation the points are primitive.
 *
 * @example symmetricMeasureOf(theta, parseSymmetry("tanh")).linear.isZero()
 */
export interface SymmetricMeasure {
  readonly measure: Measure;
  /** k, the multiple of c. */
  readonly constant: RationalVector;
  /** M, row by row. */
  readonly linear: RationalVector;
}

/**
 * The odd or even measure and the polynomial part, from the measure of the network. Claim `ext-parity` and
 * tests check `reduceFor` by it.
 *
 * @example symmetricMeasureOf(theta, parseSymmetry("tanh")).measure.atoms.size === 1
 */
export function symmetricMeasureOf(network: TwoLayerNetwork, symmetry: ActivationSymmetry): SymmetricMeasure {
  requireArguments({ network: { network }, symmetry: { symmetry } });
  const { inputDimension, outputDimension, atoms } = measureOf(network);
  const isZeroAtZero = symmetry.rationalValue(rational(0n))?.equals(0n) === true;
  const found = new Map<string, Atom>();
  let constant = RationalVector.zero(outputDimension);
  let linear = RationalVector.zero(outputDimension * inputDimension);
  for (const { point, mass } of atoms.values()) {
    constant = constant.plus(mass.times(symmetry.constant));
    // Then ρ(0) = 0.
    if (point.isZero() && (symmetry.parity === "odd" || isZeroAtZero)) continue;
    linear = linear.plus(outer(mass.times(symmetry.slope), point));
    const atom = canonical({ point, mass }, symmetry);
    const earlier = found.get(atom.point.key)?.mass;
    found.set(atom.point.key, earlier === undefined ? atom : { ...atom, mass: atom.mass.plus(earlier) });
  }
  const nonzero = [...found].filter(([, atom]) => !atom.mass.isZero());
  return { measure: new Measure(inputDimension, outputDimension, new Map(nonzero)), constant, linear };
}

/** The atom at the one of ±w, or of the multiples of w, that stands for all. */
function canonical({ point, mass }: Atom, { parity, isHomogeneous }: ActivationSymmetry): Atom {
  const first = point.numerators.find((numerator) => numerator !== 0n);
  const turned =
    parity !== undefined && first !== undefined && first < 0n
      ? { point: point.negated(), mass: parity === "odd" ? mass.negated() : mass }
      : { point, mass };
  if (!isHomogeneous || point.isZero()) return turned;
  const content = rational(point.numerators.reduce(gcd), point.denominator).abs();
  return { point: turned.point.times(content.inverse()), mass: turned.mass.times(content) };
}

function outer(left: RationalVector, right: RationalVector): RationalVector {
  return RationalVector.fromRationals(
    left.toRationals().flatMap((one) => right.toRationals().map((other) => one.mul(other))),
  );
}

/** Whether two are the same: then networks compute the same function for the activation. */
export function equalSymmetricMeasures(left: SymmetricMeasure, right: SymmetricMeasure): boolean {
  return (
    equalMeasures(left.measure, right.measure) &&
    left.constant.equals(right.constant) &&
    left.linear.equals(right.linear)
  );
}
