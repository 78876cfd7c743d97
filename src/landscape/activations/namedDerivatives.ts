import { errorFunction, rootOfCircleRatio } from "../../exact/intervals/errorFunction.js";
import { exponential } from "../../exact/intervals/exponential.js";
import { Interval } from "../../exact/intervals/interval.js";
import { namedValues, rootOfHalf } from "./namedValues.js";
import { type RealActivation, realActivation } from "./realActivation.js";
import { sigmoid, sigmoidCurvature, sigmoidSlope } from "./sigmoid.js";

type Derivatives = Pick<RealActivation, "derivative" | "secondDerivative">;

/**
 * σ' and σ'' by the names of `namedValues`, where `realActivation` has none. They are products, which enclose
 * their images poorly if the argument is wide.
 */
const DERIVATIVES: ReadonlyMap<string, Derivatives> = new Map(
  Object.entries<Derivatives>({
    erf: {
      derivative: bellOfErf,
      secondDerivative: (x) => x.times(bellOfErf(x)).scaled(1).negated(),
    },
    arctan: {
      derivative: (x) => one(x).dividedBy(one(x).plus(x.power(2))),
      secondDerivative: (x) =>
        x
          .scaled(1)
          .negated()
          .dividedBy(one(x).plus(x.power(2)).power(2)),
    },
    // z·s(z) with s = sigmoid
    silu: {
      derivative: (x) => sigmoid(x).plus(x.times(sigmoidSlope(x))),
      secondDerivative: (x) =>
        sigmoidSlope(x)
          .scaled(1)
          .plus(x.times(sigmoidCurvature(x))),
    },
    // z·Φ(z) with Φ' = φ and φ'(z) = −zφ(z)
    gelu: {
      derivative: (x) => normal(x).plus(x.times(bell(x))),
      secondDerivative: (x) => one(x).scaled(1).minus(x.power(2)).times(bell(x)),
    },
    gaussian: {
      derivative: (x) => x.times(gauss(x)).scaled(1).negated(),
      secondDerivative: (x) => x.power(2).scaled(2).minus(one(x).scaled(1)).times(gauss(x)),
    },
  }),
);

/**
 * A C² activation by the name that `namedValues` reads, with both derivatives, in enclosures of the
 * argument's precision.
 *
 * @throws InputError for another name, and for one without two derivatives.
 * @example namedDerivatives("gaussian").derivative(Interval.of(0n, 0n, 8)).contains(rational(0n)) === true
 */
export function namedDerivatives(name: string): RealActivation {
  const derivatives = DERIVATIVES.get(name);
  return derivatives === undefined ? realActivation(name) : { ...namedValues(name), ...derivatives };
}

function one({ precision }: Interval): Interval {
  return Interval.of(1n, 1n, 0).atPrecision(precision);
}

/** e^(−z²). */
function gauss(x: Interval): Interval {
  return exponential(x.power(2).negated());
}

/** erf' = 2e^(−z²)/√π. */
function bellOfErf(x: Interval): Interval {
  return gauss(x).scaled(1).dividedBy(rootOfCircleRatio(x.precision));
}

/** Φ(z) = (1 + erf(z/√2))/2. */
function normal(x: Interval): Interval {
  return one(x)
    .plus(errorFunction(x.times(rootOfHalf(x.precision))))
    .scaled(-1);
}

/** φ(z) = e^(−z²/2)/√(2π). */
function bell(x: Interval): Interval {
  const power = exponential(x.power(2).scaled(-1).negated());
  return power.times(rootOfHalf(x.precision)).dividedBy(rootOfCircleRatio(x.precision));
}
