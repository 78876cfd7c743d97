import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activations } from "../../../properties/arbitraries/landscape.js";
import { rationals } from "../../../properties/arbitraries/network.js";
import { InputError } from "../../../src/exact/inputError.js";
import {
  type Rational,
  formatRational,
  parseRational,
  rational,
} from "../../../src/exact/numbers/rational.js";
import {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "../../../src/landscape/activations/activation.js";
import { Jet } from "../../../src/landscape/loss/jets.js";
import { quotientTaylor } from "../../../src/landscape/activations/quotientTaylor.js";

const of = (...texts: string[]): Rational[] => texts.map(parseRational);
const derivatives = (activation: Activation, x: string, orders: number): string[] =>
  Array.from({ length: orders }, (_, order) =>
    formatRational(activation.derivative(order, parseRational(x))),
  );

/** P(x)/Q(x) and two derivatives, by jets. */
function byJets({ numerator, denominator }: Activation, x: Rational): string[] {
  const variable = Jet.variable(1, 0, x);
  const horner = (polynomial: readonly Rational[]): Jet =>
    polynomial.reduceRight(
      (sum, coefficient) => sum.times(variable).plus(Jet.constant(1, coefficient)),
      Jet.constant(1, rational(0n)),
    );
  const { value, gradient, hessian } = horner(numerator).over(horner(denominator));
  return [value, gradient[0], hessian[0]?.[0]].map((entry) =>
    entry === undefined ? "" : formatRational(entry),
  );
}

describe("polynomialActivation", () => {
  it("has the derivatives of a polynomial, zero beyond its degree", () => {
    const cubic = polynomialActivation(of("1", "1/2", "-3", "2"));
    expect(derivatives(cubic, "0", 5)).toEqual(["1", "1/2", "-6", "12", "0"]);
    expect(derivatives(cubic, "-1/2", 5)).toEqual(["-1/4", "5", "-12", "12", "0"]);
    expect(cubic.jet(rational(2n)).map(formatRational)).toEqual(["6", "25/2", "18"]);
  });

  it("says what it is, without zeros at the end", () => {
    const activation = polynomialActivation(of("0", "2/4", "0"));
    expect(activation.name).toBe("poly:0,1/2");
    expect(activation.kind).toBe("polynomial");
    expect(activation.numerator.map(formatRational)).toEqual(["0", "1/2"]);
    expect(activation.denominator.map(formatRational)).toEqual(["1"]);
  });

  it.each([[of()], [of("0")], [of("0", "0")]])("takes the zero polynomial", (coefficients) => {
    const activation = polynomialActivation(coefficients);
    expect(activation.name).toBe("poly:0");
    expect(derivatives(activation, "5", 3)).toEqual(["0", "0", "0"]);
  });

  it("has Taylor coefficients over a denominator that doesn't grow with the order", () => {
    const activation = polynomialActivation(of("0", "0", "1/3"));
    expect(activation.taylor(1n, 2n, 2)).toEqual({ numerators: [1n, 4n, 4n], denominator: 12n });
    expect(activation.taylor(1n, 2n, 3)).toEqual({ numerators: [1n, 4n, 4n, 0n], denominator: 12n });
    expect(activation.taylor(1n, 2n, 0)).toEqual({ numerators: [1n], denominator: 12n });
  });
});

describe("rationalActivation", () => {
  it("has the derivatives of 1/(1 + x)", () => {
    const activation = rationalActivation(of("1"), of("1", "1"));
    expect(derivatives(activation, "0", 6)).toEqual(["1", "-1", "2", "-6", "24", "-120"]);
    expect(derivatives(activation, "1", 3)).toEqual(["1/2", "-1/4", "1/4"]);
    expect(derivatives(activation, "-3", 4)).toEqual(["-1/2", "-1/4", "-1/4", "-3/8"]);
  });

  it("has the derivatives of (1 + 2x)/(1 + x²)", () => {
    const activation = rationalActivation(of("1", "2"), of("1", "0", "1"));
    expect(derivatives(activation, "0", 5)).toEqual(["1", "2", "-2", "-12", "24"]);
    expect(activation.jet(rational(1n)).map(formatRational)).toEqual(["3/2", "-1/2", "-1/2"]);
  });

  it("says what it is", () => {
    const activation = rationalActivation(of("1", "2", "0"), of("1/2", "0", "1", "0"));
    expect(activation.name).toBe("ratio:1,2:1/2,0,1");
    expect(activation.kind).toBe("rational");
    expect(activation.numerator.map(formatRational)).toEqual(["1", "2"]);
    expect(activation.denominator.map(formatRational)).toEqual(["1/2", "0", "1"]);
  });

  it("is a polynomial if its denominator is constant", () => {
    const activation = rationalActivation(of("1", "2"), of("-2", "0"));
    expect(activation.name).toBe("poly:-1/2,-1");
    expect(activation.kind).toBe("polynomial");
  });

  it("keeps the zero function's denominator", () => {
    const activation = rationalActivation(of("0"), of("1", "1"));
    expect(activation.name).toBe("ratio:0:1,1");
    expect(derivatives(activation, "1", 2)).toEqual(["0", "0"]);
  });

  it.each([[of()], [of("0", "0")]])("refuses the denominator 0", (denominator) => {
    expect(() => rationalActivation(of("1"), denominator)).toThrow(
      new InputError("an activation's denominator is the zero polynomial", "give it a nonzero coefficient"),
    );
  });

  it("has no value where its denominator vanishes, even if the numerator does too", () => {
    const activation = rationalActivation(of("-1/2", "1"), of("-1/4", "0", "1"));
    const error = new InputError(
      "the activation ratio:-1/2,1:-1/4,0,1 has no value at 1/2",
      "change the weights or the inputs, or take an activation whose denominator has no rational zero",
    );
    expect(() => activation.derivative(0, rational(1n, 2n))).toThrow(error);
    expect(() => activation.jet(rational(1n, 2n))).toThrow(error);
    expect(() => activation.taylor(2n, 4n, 2)).toThrow(error);
    expect(formatRational(activation.derivative(0, rational(1n)))).toBe("2/3");
  });

  it.each([-1, 1.5, Number.NaN])("refuses a derivative of order %d", (order) => {
    const activation = polynomialActivation(of("1"));
    expect(() => activation.derivative(order, rational(0n))).toThrow(
      new RangeError(`a derivative of order ${order}`),
    );
  });

  it("agrees with jets", () => {
    fc.assert(
      fc.property(activations, rationals, (activation, x) => {
        expect(activation.jet(x).map(formatRational)).toEqual(byJets(activation, x));
      }),
      { numRuns: 60 },
    );
  });

  it("times its denominator is its numerator, in all derivatives (Leibniz)", () => {
    fc.assert(
      fc.property(activations, rationals, (activation, x) => {
        const order = 6;
        const series = Array.from({ length: order + 1 }, (_, n) => activation.derivative(n, x));
        const below = polynomialActivation(activation.denominator);
        const above = polynomialActivation(activation.numerator);
        for (let n = 0; n <= order; n++) {
          let sum = rational(0n);
          for (let k = 0; k <= n; k++) {
            const term = (series[k] ?? rational(0n)).mul(below.derivative(n - k, x));
            sum = sum.add(term.mul(rational(choose(n, k))));
          }
          expect(formatRational(sum)).toBe(formatRational(above.derivative(n, x)));
        }
      }),
      { numRuns: 30 },
    );
  });
});

function choose(n: number, k: number): bigint {
  return k === 0 || k === n ? 1n : choose(n - 1, k - 1) + choose(n - 1, k);
}

describe("quotientTaylor", () => {
  it("has a positive denominator, whatever the sign of Q", () => {
    const point = { numerator: -1n, denominator: 2n };
    expect(quotientTaylor([1n], [0n, 1n], point, 0)).toEqual({ numerators: [-2n], denominator: 1n });
    // 1/x at −1/2: −2, −4, −8.
    expect(quotientTaylor([1n], [0n, 1n], point, 2)).toEqual({
      numerators: [-2n, -4n, -8n],
      denominator: 1n,
    });
    expect(quotientTaylor([3n], [-2n], point, 1)).toEqual({ numerators: [-3n, 0n], denominator: 2n });
  });

  it("gives no coefficients at a pole", () => {
    expect(quotientTaylor([1n], [-1n, 2n], { numerator: 1n, denominator: 2n }, 3)).toBeUndefined();
  });
});
