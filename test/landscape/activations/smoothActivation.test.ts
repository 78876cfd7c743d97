import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError, Interval, rational } from "../../../src/exact/index.js";
import { smoothActivation } from "../../../src/landscape/activations/smoothActivation.js";

const NAMES = [
  "sigmoid",
  "tanh",
  "softplus",
  "silu",
  "gelu",
  "erf",
  "arctan",
  "gaussian",
  "softplus+sigmoid:1,4",
  "poly:1,-2,0,1/3",
  "ratio:1,1:1,0,1",
];

const PRECISION = 500;
/** Steps of difference quotients: their error is some 2^−200 times a third or fourth derivative. */
const STEP = 100;

const place = fc.bigInt(-5n << 8n, 5n << 8n);
const at = (n: bigint, precision: number): Interval => Interval.of(n, n, 8).atPrecision(precision);
const half = Interval.enclosing(rational(1n, 1n << 150n), PRECISION);
const slack = half.hull(half.negated());

describe.each(NAMES)("%s", (name) => {
  const activation = smoothActivation(name);

  it.each([
    ["derivative", "value"],
    ["secondDerivative", "derivative"],
  ] as const)("has in %s the limit of the quotients of %s", (slope, below) => {
    fc.assert(
      fc.property(place, (n) => {
        const step = Interval.enclosing(rational(1n, 1n << BigInt(STEP)), PRECISION);
        const x = at(n, PRECISION);
        const change = activation[below](x.plus(step)).minus(activation[below](x.minus(step)));
        const quotient = change.scaled(STEP - 1).plus(slack);
        expect(quotient.intersection(activation[slope](x))).toBeDefined();
        // The enclosure is narrow: else anything would hold the limit.
        expect(activation[slope](x).width.compare(rational(1n, 1n << 470n))).toBeLessThan(0);
      }),
      { seed: 51, numRuns: 25 },
    );
  });

  it("holds what it is at the points of an interval", () => {
    fc.assert(
      fc.property(place, place, fc.bigInt(0n, 8n), (a, b, part) => {
        const inside = Interval.of(a * (8n - part) + b * part, a * (8n - part) + b * part, 11).atPrecision(
          90,
        );
        const wide = at(a, 90).hull(at(b, 90));
        for (const order of ["value", "derivative", "secondDerivative"] as const) {
          expect(activation[order](wide).intersection(activation[order](inside))).toBeDefined();
        }
      }),
      { seed: 52, numRuns: 40 },
    );
  });
});

describe("what is refused", () => {
  it.each([
    ["relu", "relu has a kink at 0, so the loss has no Hessian everywhere"],
    ["leaky:1/10", "leaky:1/10 has a kink at 0, so the loss has no Hessian everywhere"],
    ["softsign", "softsign has a second derivative that jumps at 0, so the loss has no Hessian everywhere"],
    ["softplu", '"softplu" is not an activation (Did you mean softplus?)'],
    ["leaky:x", '"x" is not a rational'],
    ["ratio:1:0", "an activation's denominator is the zero polynomial"],
    ["softplus+sigmoid:0,1", "the activation softplus+sigmoid:0,1 has α or γ that isn't positive"],
  ])("%s", (text, problem) => {
    expect(() => smoothActivation(text)).toThrow(InputError);
    expect(() => smoothActivation(text)).toThrow(problem);
  });

  it("a quotient where its denominator may be 0", () => {
    const { derivative } = smoothActivation("ratio:1:1,1");
    expect(() => derivative(Interval.of(-2n, 0n, 0))).toThrow("may have no value between -2 and 0");
    expect(derivative(Interval.of(1n, 1n, 0)).contains(rational(-1n, 4n))).toBe(true);
  });
});
