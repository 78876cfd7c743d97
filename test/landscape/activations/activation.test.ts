import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activations } from "../../../properties/arbitraries/landscape.js";
import { rationals } from "../../../properties/arbitraries/network.js";
import { binomial } from "../../../src/combinatorics/counts/binomial.js";
import { formatRational, InputError, parseRational, rational } from "../../../src/exact/index.js";
import { type Activation, polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { Jet } from "../../../src/landscape/loss/jets.js";
import { composed } from "../../../src/landscape/loss/lossJet.js";
import { quotientTaylor } from "../../../src/landscape/activations/quotientTaylor.js";
import { polynomial, quotient, shown } from "../fixtures.js";

/** The derivatives at x of these many orders. */
const derivatives = (activation: Activation, x: string, orders: number): string =>
  shown(Array.from({ length: orders }, (_, order) => activation.derivative(order, parseRational(x))));

describe("an activation", () => {
  it.each([
    ["1 + x/2 − 3x² + 2x³", polynomial("1 1/2 -3 2"), "0", "1 1/2 -6 12 0"],
    ["1 + x/2 − 3x² + 2x³", polynomial("1 1/2 -3 2"), "-1/2", "-1/4 5 -12 12 0"],
    ["1/(1 + x)", quotient("1", "1 1"), "0", "1 -1 2 -6 24 -120"],
    ["1/(1 + x)", quotient("1", "1 1"), "1", "1/2 -1/4 1/4"],
    ["1/(1 + x)", quotient("1", "1 1"), "-3", "-1/2 -1/4 -1/4 -3/8"],
    ["(1 + 2x)/(1 + x²)", quotient("1 2", "1 0 1"), "0", "1 2 -2 -12 24"],
    ["0/(1 + x)", quotient("0", "1 1"), "1", "0 0"],
  ])("has the derivatives of %s at %3$s", (_, activation, x, expected) => {
    expect(derivatives(activation, x, expected.split(" ").length)).toBe(expected);
  });

  it("has a value and two derivatives in its jet", () => {
    expect(shown(polynomial("1 1/2 -3 2").jet(rational(2n)))).toBe("6 25/2 18");
    expect(shown(quotient("1 2", "1 0 1").jet(rational(1n)))).toBe("3/2 -1/2 -1/2");
  });

  it.each([
    [polynomial("0 2/4 0"), "poly:0,1/2", "polynomial", "0 1/2", "1"],
    [quotient("1 2 0", "1/2 0 1 0"), "ratio:1,2:1/2,0,1", "rational", "1 2", "1/2 0 1"],
    // A constant denominator makes a polynomial; the zero function keeps its denominator.
    [quotient("1 2", "-2 0"), "poly:-1/2,-1", "polynomial", "-1/2 -1", "1"],
    [quotient("0", "1 1"), "ratio:0:1,1", "rational", "0", "1 1"],
  ])("says what it is, without zeros at the end: %#", (activation, name, kind, numerator, denominator) => {
    expect([activation.name, activation.kind]).toEqual([name, kind]);
    expect(shown(activation.numerator)).toBe(numerator);
    expect(shown(activation.denominator)).toBe(denominator);
  });

  it.each(["", "0", "0 0"])("may be the zero polynomial: %j", (coefficients) => {
    expect(polynomial(coefficients).name).toBe("poly:0");
    expect(derivatives(polynomial(coefficients), "5", 3)).toBe("0 0 0");
  });

  it("has Taylor coefficients over a denominator that doesn't grow with the order", () => {
    const activation = polynomial("0 0 1/3");
    expect(activation.taylor(1n, 2n, 2)).toEqual({ numerators: [1n, 4n, 4n], denominator: 12n });
    expect(activation.taylor(1n, 2n, 3)).toEqual({ numerators: [1n, 4n, 4n, 0n], denominator: 12n });
    expect(activation.taylor(1n, 2n, 0)).toEqual({ numerators: [1n], denominator: 12n });
  });

  it.each(["", "0 0"])("refuses the denominator 0: %j", (denominator) => {
    expect(() => quotient("1", denominator)).toThrow(
      new InputError("an activation's denominator is the zero polynomial", "give it a nonzero coefficient"),
    );
  });

  it("has no value where its denominator vanishes, even if the numerator does too", () => {
    const activation = quotient("-1/2 1", "-1/4 0 1");
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
    const error = new RangeError(`a derivative of order ${order}`);
    expect(() => polynomial("1").derivative(order, rational(0n))).toThrow(error);
  });

  it("agrees with jets", () => {
    fc.assert(
      fc.property(activations, rationals, (activation, x) => {
        const { value, gradient, hessian } = composed(activation, Jet.variable(1, 0, x));
        expect(shown(activation.jet(x))).toBe(shown([value, ...gradient, ...hessian.flat()]));
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
            sum = sum.add(term.mul(rational(binomial(n, k))));
          }
          expect(formatRational(sum)).toBe(formatRational(above.derivative(n, x)));
        }
      }),
      { numRuns: 30 },
    );
  });
});

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
