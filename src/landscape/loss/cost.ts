import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Activation, polynomialActivation, rationalActivation } from "../activations/activation.js";

/**
 * A cost c(f, y) of an output f ∈ Q^{d_out} for a target y, twice differentiable in f (§3), of the form c =
 * φ(½|f − y|²) for a polynomial or rational profile φ.
 *
 * @example formatRational(squaredError.value(RationalVector.parse("3"), RationalVector.parse("1"))) === "2"
 */
export interface Cost {
  readonly name: string;
  /** φ, as a function of s = ½|f − y|². */
  readonly profile: Activation;
  /** c(f, y). */
  value(f: RationalVector, y: RationalVector): Rational;
  /** The derivatives of c in f: φ'(s)·(f − y). */
  gradient(f: RationalVector, y: RationalVector): Rational[];
  /** The second derivatives of c in f, as rows: φ'(s)·I + φ''(s)·(f − y)(f − y)ᵀ. */
  hessian(f: RationalVector, y: RationalVector): Rational[][];
}

/**
 * The cost φ(½|f − y|²). All its functions throw InputError where φ has no value, and RangeError if f and y
 * have different dimensions.
 *
 * @example radialCost("twice", polynomialActivation([rational(0n), rational(2n)])).name === "twice"
 */
export function radialCost(name: string, profile: Activation): Cost {
  requireArguments({ text: { name }, activation: { profile } });
  const at = (f: RationalVector, y: RationalVector): RadialPoint => {
    const residual = f.minus(y);
    return {
      residual,
      // Where a derivative is constant, its argument has not to be computed.
      derivative: (order) => profile.derivative(order, isConstant(profile, order) ? zero : half(residual)),
    };
  };
  return speaking({
    name,
    profile,
    value: (f, y) => at(f, y).derivative(0),
    gradient: (f, y) => {
      const { residual, derivative } = at(f, y);
      const slope = derivative(1);
      return (slope.equals(one) ? residual : residual.times(slope)).toRationals();
    },
    hessian: (f, y) => {
      const { residual, derivative } = at(f, y);
      const [slope, curvature] = [derivative(1), derivative(2)];
      const { numerators, denominator } = residual.times(curvature);
      return numerators.map((left, row) =>
        residual.numerators.map((right, column) => {
          const product = rational(left * right, denominator * residual.denominator);
          return row === column ? product.add(slope) : product;
        }),
      );
    },
  });
}

/** Whether a derivative of φ has the same value everywhere. */
function isConstant({ kind, numerator }: Activation, order: number): boolean {
  return kind === "polynomial" && numerator.length <= order + 1;
}

/** s = ½|f − y|². */
function half({ numerators, denominator }: RationalVector): Rational {
  const square = numerators.reduce((sum, numerator) => sum + numerator * numerator, 0n);
  return rational(square, 2n * denominator * denominator);
}

/**
 * The cost times a factor, such as 1/N for the mean over N data. It keeps its name.
 *
 * @example scaledCost(squaredError, rational(1n, 3n)).name === "squared"
 */
export function scaledCost({ name, profile }: Cost, factor: Rational): Cost {
  const numerator = profile.numerator.map((coefficient) => coefficient.mul(factor));
  return radialCost(name, rationalActivation(numerator, profile.denominator));
}

interface RadialPoint {
  /** f − y. */
  readonly residual: RationalVector;
  /** The derivatives of φ at s. */
  readonly derivative: (order: number) => Rational;
}

const [zero, one] = [rational(0n), rational(1n)];

/**
 * The squared error ½|f − y|².
 *
 * @example squaredError.gradient(RationalVector.parse("3"), RationalVector.parse("1"))
 *   .map(formatRational) // ["2"]
 */
export const squaredError: Cost = radialCost("squared", polynomialActivation([zero, one]));

/**
 * The quartic error ¼|f − y|⁴, whose second derivatives vanish at f = y.
 *
 * @example formatRational(quarticError.value(RationalVector.parse("3"), RationalVector.parse("1"))) === "4"
 */
export const quarticError: Cost = radialCost("quartic", polynomialActivation([zero, zero, one]));

/**
 * The bounded error s/(1 + s) of s = ½|f − y|², which is not convex in f (Geman and McClure, 1987).
 *
 * @example formatRational(boundedError.value(RationalVector.parse("3"), RationalVector.parse("1"))) === "2/3"
 */
export const boundedError: Cost = radialCost("bounded", rationalActivation([zero, one], [one, one]));
