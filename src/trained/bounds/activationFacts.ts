import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, parseRational, rational } from "../../exact/numbers/rational.js";
import { namedValues } from "../../landscape/activations/namedValues.js";
import { type ActivationSymmetry, everyActivation } from "../../network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";

/** What is known of an activation for all arguments, without any function but +, · and max. */
export interface ActivationFacts {
  readonly lipschitz: Rational;
  readonly symmetry: ActivationSymmetry;
  /** Holds σ(z) for all z of the argument; hardly narrower than what the facts say. */
  readonly image: (x: Interval) => Interval;
}

/**
 * In hundredths: a Lipschitz constant, and between which numbers σ(z) is, or σ(z) − max(z, 0) for those that
 * follow it. The least values of silu and gelu are −0.2784… and −0.1699…; 2/√π = 1.1283…, π/2 = 1.5707… and
 * ln 2 = 0.6931…; `namedSlopes` has the largest slopes of the others.
 */
const FACTS: Readonly<Record<string, readonly [bigint, bigint, bigint, "follows max(z, 0)"?]>> = {
  tanh: [100n, -100n, 100n],
  erf: [113n, -100n, 100n],
  arctan: [100n, -158n, 158n],
  softsign: [100n, -100n, 100n],
  sigmoid: [25n, 0n, 100n],
  gaussian: [86n, 0n, 100n],
  softplus: [100n, 0n, 70n, "follows max(z, 0)"],
  silu: [110n, -28n, 0n, "follows max(z, 0)"],
  gelu: [113n, -17n, 0n, "follows max(z, 0)"],
};

const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * The facts that the kind `difference` of certificates knows; src/checker/SPEC.md has them. Undefined for an
 * activation that it doesn't know, such as a formula.
 *
 * @param name as `boundedActivation` gives it.
 */
export function activationFacts(name: string): ActivationFacts | undefined {
  const [, alpha, gamma] = /^softplus\+sigmoid:(.*),(.*)$/.exec(name) ?? [];
  if (alpha !== undefined && gamma !== undefined) {
    const [height, steepness] = [parseRational(alpha), parseRational(gamma)];
    const lipschitz = ONE.add(height.mul(steepness).div(4n));
    return factsOf(lipschitz, [ZERO, height.add(rational(7n, 10n))], "relu", everyActivation);
  }
  if (name === "relu" || name.startsWith("leaky:")) {
    const size = name === "relu" ? ZERO : parseRational(name.slice("leaky:".length)).abs();
    return factsOf(size.compare(ONE) > 0 ? size : ONE, [ZERO, ZERO], name, parseSymmetry(name));
  }
  const facts = FACTS[name];
  if (facts === undefined) return undefined;
  const [lipschitz, least, most, isRamp] = facts;
  const range = [rational(least, 100n), rational(most, 100n)] as const;
  return factsOf(rational(lipschitz, 100n), range, isRamp && "relu", parseSymmetry(name));
}

/** @param ramp the name of what σ follows, if it follows anything. */
function factsOf(
  lipschitz: Rational,
  [least, most]: readonly [Rational, Rational],
  ramp: string | undefined,
  symmetry: ActivationSymmetry,
): ActivationFacts {
  const follow = ramp === undefined ? undefined : namedValues(ramp).value;
  const atZero = symmetry.rationalValue(ZERO);
  const image = (x: Interval): Interval => {
    const band = Interval.between(least, most, x.precision);
    const far = follow === undefined ? band : follow(x).plus(band);
    if (atZero === undefined) return far;
    const steep = Interval.enclosing(lipschitz, x.precision);
    const slopes = Interval.of(-steep.upper, steep.upper, x.precision);
    const near = Interval.enclosing(atZero, x.precision).plus(x.absolute().times(slopes));
    const both = far.intersection(near);
    if (both === undefined) throw new RangeError(`no value of ${symmetry.name} fits its bounds`);
    return both;
  };
  return { lipschitz, symmetry, image };
}
