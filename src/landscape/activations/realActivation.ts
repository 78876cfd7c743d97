import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, formatRational, parseRational } from "../../exact/numbers/rational.js";
import { sigmoid, sigmoidCurvature, sigmoidSlope } from "./sigmoid.js";
import { softplus } from "./softplus.js";

/**
 * A C² activation function R → R by enclosures. Each function returns an interval of its argument's precision
 * that holds the image of the argument.
 *
 * @example realActivation("tanh").name === "tanh"
 */
export interface RealActivation {
  /** The activation's text, as {@link realActivation} reads it. */
  readonly name: string;
  readonly value: (x: Interval) => Interval;
  readonly derivative: (x: Interval) => Interval;
  readonly secondDerivative: (x: Interval) => Interval;
}

/** Extra bits where an enclosure is scaled before it is rounded. */
const GUARD = 6;

const SIGMOID: RealActivation = {
  name: "sigmoid",
  value: sigmoid,
  derivative: sigmoidSlope,
  secondDerivative: sigmoidCurvature,
};

const SOFTPLUS: RealActivation = {
  name: "softplus",
  value: softplus,
  derivative: sigmoid,
  secondDerivative: sigmoidSlope,
};

/** tanh x = 2σ(2x) − 1, and so tanh' x = 4σ'(2x) and tanh'' x = 8σ''(2x). */
const TANH: RealActivation = {
  name: "tanh",
  value: finer((x) =>
    sigmoid(x.scaled(1))
      .scaled(1)
      .minus(Interval.of(1n, 1n, 0).atPrecision(x.precision)),
  ),
  derivative: finer((x) => sigmoidSlope(x.scaled(1)).scaled(2)),
  secondDerivative: finer((x) => sigmoidCurvature(x.scaled(1)).scaled(3)),
};

/** The function computed with extra bits. */
function finer(enclosure: (x: Interval) => Interval): (x: Interval) => Interval {
  return (x) => enclosure(x.atPrecision(x.precision + GUARD)).atPrecision(x.precision);
}

/**
 * The activation of Remark 4.1, σ_{α,γ}(x) = softplus(x) + α·sigmoid(γx). The two terms of a derivative are
 * enclosed separately, so the enclosure of a wide interval's image need not be tight.
 *
 * @throws InputError unless α and γ are positive.
 * @example softplusWithSigmoid(rational(1n), rational(4n)).name === "softplus+sigmoid:1,4"
 */
export function softplusWithSigmoid(alpha: Rational, gamma: Rational): RealActivation {
  requireArguments({ rational: { alpha, gamma } });
  const name = `softplus+sigmoid:${formatRational(alpha)},${formatRational(gamma)}`;
  if (alpha.s <= 0n || gamma.s <= 0n || alpha.n === 0n || gamma.n === 0n) {
    const problem = `the activation ${name} has α or γ that isn't positive`;
    throw new InputError(problem, "give two positive rationals");
  }
  /** plain(x) + factor · bent(γx). */
  const mixed = (
    plain: (x: Interval) => Interval,
    bent: (x: Interval) => Interval,
    factor: Rational,
  ): ((x: Interval) => Interval) =>
    finer((x) => {
      const stretched = bent(x.times(Interval.enclosing(gamma, x.precision)));
      return plain(x).plus(stretched.times(Interval.enclosing(factor, x.precision)));
    });
  return {
    name,
    value: mixed(softplus, sigmoid, alpha),
    derivative: mixed(sigmoid, sigmoidSlope, alpha.mul(gamma)),
    secondDerivative: mixed(sigmoidSlope, sigmoidCurvature, alpha.mul(gamma).mul(gamma)),
  };
}

const BY_NAME: ReadonlyMap<string, RealActivation> = new Map(
  [SIGMOID, TANH, SOFTPLUS].map((activation) => [activation.name, activation]),
);

/**
 * Reads an activation: `sigmoid`, `tanh`, `softplus`, or `softplus+sigmoid:α,γ` with two positive rationals.
 *
 * @throws InputError for any other text.
 * @example realActivation("softplus+sigmoid:2/4,3").name === "softplus+sigmoid:1/2,3"
 */
export function realActivation(text: string): RealActivation {
  requireArguments({ text: { text } });
  const activation = BY_NAME.get(text);
  if (activation !== undefined) return activation;
  const [, alpha, gamma] = /^softplus\+sigmoid:([^:,]*),([^:,]*)$/.exec(text) ?? [];
  if (alpha !== undefined && gamma !== undefined) {
    return softplusWithSigmoid(parseRational(alpha), parseRational(gamma));
  }
  throw new InputError(
    `${JSON.stringify(text.slice(0, 40))} is not a real activation`,
    "write sigmoid, tanh, softplus, or softplus+sigmoid:1,4 for softplus(x) + 1·sigmoid(4x)",
  );
}
