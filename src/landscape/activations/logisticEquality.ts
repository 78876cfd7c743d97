import { coefficient } from "../../exact/vectors/coefficient.js";
import { lcm } from "../../exact/numbers/integer.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { measureOf } from "../../network/measure.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/** One term mass · σ(weight · x) of a network with one input and one output. */
interface Term {
  readonly weight: Rational;
  readonly mass: Rational;
}

/**
 * Whether two networks with one input and one output compute the same function for σ = sigmoid, at every real
 * x.
 *
 * For integers w_i, σ_sig(w_i x) is u^{w_i}/(1 + u^{w_i}) at u = e^x. So the difference is a rational
 * function of u, which vanishes for all u > 0 if and only if its numerator is the polynomial 0. Rational
 * weights become integers with u = e^{x/q}.
 *
 * @throws InputError if a network has more inputs or outputs.
 * @example equalWithSigmoid(theta, theta) === true
 */
export function equalWithSigmoid(left: TwoLayerNetwork, right: TwoLayerNetwork): boolean {
  return sigmoidSumVanishes(difference(left, right));
}

/**
 * Whether two networks with one input and one output compute the same function for σ = softplus. At 0 the
 * functions are multiples of ln 2, and their derivatives are sums of a_i w_i σ_sig(w_i x).
 *
 * @throws InputError if a network has more inputs or outputs.
 */
export function equalWithSoftplus(left: TwoLayerNetwork, right: TwoLayerNetwork): boolean {
  const terms = difference(left, right);
  const atZero = terms.reduce((sum, { mass }) => sum.add(mass), rational(0n));
  const derivative = terms.map(({ weight, mass }) => ({ weight, mass: mass.mul(weight) }));
  return atZero.equals(0n) && sigmoidSumVanishes(derivative);
}

/** The terms of f(x|left) − f(x|right), one for each weight. */
function difference(left: TwoLayerNetwork, right: TwoLayerNetwork): Term[] {
  for (const { inputDimension, outputDimension } of [left, right]) {
    if (inputDimension !== 1 || outputDimension !== 1) {
      throw new InputError(
        `a network of ${inputDimension} inputs and ${outputDimension} outputs`,
        "compare networks with one input and one output",
      );
    }
  }
  const negated = right.units.map(({ incoming, outgoing }) => ({ incoming, outgoing: outgoing.negated() }));
  const { atoms } = measureOf(twoLayerNetwork(1, 1, [...left.units, ...negated]));
  return [...atoms.values()].map(({ point, mass }) => ({ weight: point.at(0), mass: mass.at(0) }));
}

/** Whether Σ mass · σ_sig(weight · x) is 0 for all x, by its numerator over 2·Π(1 + u^d). */
function sigmoidSumVanishes(terms: readonly Term[]): boolean {
  const scale = terms.reduce((common, { weight }) => lcm(common, weight.d), 1n);
  const scaled = terms.map(({ weight, mass }) => {
    const exponent = Number((weight.s * weight.n * scale) / weight.d);
    return { mass, exponent, size: Math.abs(exponent) };
  });
  const sizes = [...new Set(scaled.map(({ size }) => size))].filter((size) => size > 0);
  let numerator: Rational[] = [];
  for (const { mass, exponent, size } of scaled) {
    // a/2 for w = 0, a·u^w/(1 + u^w) for w > 0, and a/(1 + u^|w|) for w < 0, each times the common
    // denominator.
    let product = [size === 0 ? mass : mass.mul(2n)];
    if (exponent > 0) product = shifted(product, exponent);
    for (const other of sizes) if (other !== size) product = added(product, shifted(product, other));
    numerator = added(numerator, product);
  }
  return numerator.every((value) => value.equals(0n));
}

function shifted(polynomial: readonly Rational[], exponent: number): Rational[] {
  return [...new Array<Rational>(exponent).fill(rational(0n)), ...polynomial];
}

function added(left: readonly Rational[], right: readonly Rational[]): Rational[] {
  const zero = rational(0n);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    coefficient(left, index, zero).add(coefficient(right, index, zero)),
  );
}
