import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { doubleValue } from "../../../src/exact/numbers/doubleValue.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import {
  type IntervalMultiLayer,
  enclosed,
  intervalMultiLayer,
  intervalOutput,
  largestMagnitude,
  parametersOf,
  withParameters,
} from "../../../src/landscape/enclosures/intervalMultiLayer.js";
import { intervalGradient, intervalLoss } from "../../../src/landscape/enclosures/intervalLoss.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import { type RealActivation, realActivation } from "../../../src/landscape/activations/realActivation.js";
import { secondVariation } from "../../../src/landscape/enclosures/secondVariation.js";
import { toNetwork, toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  multiLayerNetwork,
} from "../../../src/network/multiLayerNetwork.js";

const PRECISION = 100;
const space = { inputDimension: 2, outputDimension: 2, width: 3 };
const cubic = polynomialActivation([1n, -2n, 0n, 1n].map((c) => rational(c, 3n)));

/**
 * The polynomial, as what the interval functions take: each argument's two ends, as these are so close that
 * it is all but linear between.
 */
const cubicInIntervals: RealActivation = {
  name: cubic.name,
  ...Object.fromEntries(
    ["value", "derivative", "secondDerivative"].map((name, order) => [
      name,
      (x: Interval) =>
        Interval.enclosing(cubic.derivative(order, x.lowerEnd), x.precision)
          .hull(Interval.enclosing(cubic.derivative(order, x.upperEnd), x.precision))
          .plus(Interval.of(-4n, 4n, x.precision)),
    ]),
  ),
} as RealActivation;

const entry = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 7n)).map(([n, d]) => rational(n, d));
const vector = (length: number): fc.Arbitrary<RationalVector> =>
  fc.array(entry, { minLength: length, maxLength: length }).map((all) => RationalVector.fromRationals(all));
const data = fc.array(fc.tuple(vector(2), vector(2)), { minLength: 1, maxLength: 3 }).map((pairs) =>
  dataSet(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y),
  ),
);
const point = vector(12);
const boxed = (parameters: RationalVector): IntervalMultiLayer =>
  intervalMultiLayer(asMultiLayer(toNetwork(space, parameters)), PRECISION);
const deep = fc
  .tuple(vector(2), vector(2), vector(2), vector(2), vector(2), vector(2), vector(2), vector(1))
  .map(([a, b, c, d, e, f, g, h]) => multiLayerNetwork([[a, b], [c, d], [e]], [f, g, h]));

/** Close enough that an error elsewhere couldn't hide: 2^−60. */
const narrow = (x: Interval): boolean => x.upper - x.lower < 1n << 40n;
const holds = (x: Interval, value: Rational | undefined): boolean =>
  value !== undefined && x.contains(value) && narrow(x);
const meet = (x: Interval, y: Interval): boolean => x.intersection(y) !== undefined;

/** The parameters of two layers in the order of parameterSpace.ts, which has the last matrix by columns. */
function inPaperOrder({ weights }: IntervalMultiLayer): Interval[] {
  const last = weights[1] ?? [];
  return [
    ...(weights[0] ?? []).flat(),
    ...(last[0] ?? []).flatMap((_, unit) => last.flatMap((row) => row[unit] ?? [])),
  ];
}

describe("against the exact loss of a polynomial activation", () => {
  it("the loss and the gradient hold the exact ones", () => {
    fc.assert(
      fc.property(point, data, (theta, points) => {
        const network = toNetwork(space, theta);
        const value = intervalLoss(boxed(theta), points, cubicInIntervals);
        expect(holds(value, loss(network, points, cubic, squaredError))).toBe(true);
        const exact = gradient(network, points, cubic, squaredError).toRationals();
        const found = inPaperOrder(intervalGradient(boxed(theta), points, cubicInIntervals));
        expect(found.length).toBe(exact.length);
        expect(found.every((value, index) => holds(value, exact[index]))).toBe(true);
      }),
      { seed: 51, numRuns: 40 },
    );
  });

  /** Whether the forms hold δᵀHε of the exact Hessian. */
  const formsHold = (activation: RealActivation, seed: number): boolean =>
    !fc.check(
      fc.property(point, point, point, data, (theta, left, right, points) => {
        const { numerators, denominator } = hessian(toNetwork(space, theta), points, cubic, squaredError);
        const image = RationalVector.fromRationals(
          numerators.map((row) => RationalVector.of(row, denominator).dot(right)),
        );
        const form = secondVariation(boxed(theta), boxed(left), boxed(right), points, activation);
        return holds(form, image.dot(left));
      }),
      { seed, numRuns: 40 },
    ).failed;

  it("the second variations hold the forms of the exact Hessian", () => {
    expect(formsHold(cubicInIntervals, 52)).toBe(true);
  });

  it("a planted error in a derivative is caught", () => {
    const { derivative, secondDerivative } = cubicInIntervals;
    const off = Interval.of(1n, 1n, 40).atPrecision(PRECISION);
    expect(formsHold({ ...cubicInIntervals, derivative: (x) => derivative(x).plus(off) }, 53)).toBe(false);
    const bent = { ...cubicInIntervals, secondDerivative: (x: Interval) => secondDerivative(x).plus(off) };
    expect(formsHold(bent, 54)).toBe(false);
  });

  it("outputs of three layers with biases hold the exact ones", () => {
    fc.assert(
      fc.property(deep, vector(2), (network, x) => {
        const exact = evaluateMultiLayer(network, x, (z) => cubic.derivative(0, z)).toRationals();
        const layers = intervalMultiLayer(network, PRECISION);
        const outputs = intervalOutput(layers, enclosed(x, PRECISION), cubicInIntervals);
        expect(outputs.map((value, index) => value.contains(exact[index] ?? rational(1n, 3n)))).toEqual([
          true,
        ]);
      }),
      { seed: 55, numRuns: 40 },
    );
  });
});

describe.each(["sigmoid", "tanh", "softplus", "softplus+sigmoid:1,4"].map(realActivation))(
  "of $name, three layers with biases",
  (activation) => {
    const one = deep.chain((network) => fc.tuple(fc.constant(network), deep, dataOfOne));
    const h = 30;

    it("the derivatives along a line are those of the loss, by differences", () => {
      fc.assert(
        fc.property(one, ([network, direction, points]) => {
          const [layers, delta] = [network, direction].map((of) => intervalMultiLayer(of, PRECISION)) as [
            IntervalMultiLayer,
            IntervalMultiLayer,
          ];
          const shifted = (sign: number): IntervalMultiLayer =>
            withParameters(
              layers,
              parametersOf(layers).map((value, index) => {
                const step = (parametersOf(delta)[index] ?? value).scaled(-h);
                return sign > 0 ? value.plus(step) : value.minus(step);
              }),
            );
          const slopeOf = (at: IntervalMultiLayer): Interval =>
            parametersOf(intervalGradient(at, points, activation)).reduce(
              (sum, value, index) => sum.plus(value.times(parametersOf(delta)[index] ?? value)),
              Interval.of(0n, 0n, PRECISION),
            );
          const [low, high] = [shifted(-1), shifted(1)];
          const small = (x: Interval): void => {
            expect(x.magnitude.mul(1n << 20n).compare(1n)).toBeLessThan(0);
          };
          const quotient = intervalLoss(high, points, activation)
            .minus(intervalLoss(low, points, activation))
            .scaled(h - 1);
          small(quotient.minus(slopeOf(layers)));
          const change = slopeOf(high).minus(slopeOf(low));
          small(change.scaled(h - 1).minus(secondVariation(layers, delta, delta, points, activation)));
        }),
        { seed: 56, numRuns: 8 },
      );
    });

    it("a box holds what its networks have", () => {
      fc.assert(
        fc.property(one, ([network, , points]) => {
          const layers = intervalMultiLayer(network, PRECISION);
          const around = Interval.of(-1n, 1n, 10).atPrecision(PRECISION);
          const box = withParameters(
            layers,
            parametersOf(layers).map((value) => value.plus(around)),
          );
          expect(meet(intervalLoss(box, points, activation), intervalLoss(layers, points, activation))).toBe(
            true,
          );
          const [wide, thin] = [box, layers].map((at) =>
            parametersOf(intervalGradient(at, points, activation)),
          );
          expect(wide?.every((value, index) => value.includes(thin?.[index] ?? around))).toBe(true);
        }),
        { seed: 57, numRuns: 8 },
      );
    });
  },
);

const dataOfOne: fc.Arbitrary<DataSet> = fc.tuple(vector(2), vector(1)).map(([x, y]) => dataSet([x], [y]));

describe("a critical point", () => {
  /** Tangents of ½(a·tanh(w) − 1)²: a·tanh(w) = 1 has loss 0, so that the gradient vanishes. */
  const network = (outgoing: number): MultiLayerNetwork =>
    multiLayerNetwork([[RationalVector.parse("1")], [RationalVector.fromRationals([doubleValue(outgoing)])]]);
  const points = dataSet([RationalVector.parse("1")], [RationalVector.parse("1")]);
  const bound = (outgoing: number): Rational =>
    largestMagnitude(
      intervalGradient(intervalMultiLayer(network(outgoing), 128), points, realActivation("tanh")),
    );

  it("of doubles has a residual that is bounded with certainty, and no longer if a digit is off", () => {
    const critical = 1 / Math.tanh(1);
    const [residual, other] = [bound(critical), bound(critical + 1e-9)];
    expect(residual.compare(rational(1n, 10n ** 15n))).toBeLessThan(0);
    expect(residual.compare(0n)).toBeGreaterThan(0);
    expect(other.compare(rational(1n, 10n ** 10n))).toBeGreaterThan(0);
  });
});

describe("what doesn't fit is refused", () => {
  const layers = boxed(RationalVector.of(new Array<bigint>(12).fill(1n)));
  const sigmoid = realActivation("sigmoid");

  it.each([
    dataSet([RationalVector.parse("1")], [RationalVector.parse("1", "2")]),
    dataSet([RationalVector.parse("1", "2")], [RationalVector.parse("1")]),
  ])("data of other dimensions", (points) => {
    for (const make of [
      () => intervalLoss(layers, points, sigmoid),
      () => intervalGradient(layers, points, sigmoid),
      () => secondVariation(layers, layers, layers, points, sigmoid),
    ]) {
      expect(make).toThrow(InputError);
      expect(make).toThrow("input 1 and its target have dimensions");
    }
  });

  it("inputs and lists of another shape or precision", () => {
    const one = Interval.of(1n, 1n, PRECISION);
    expect(() => intervalOutput(layers, [one], sigmoid)).toThrow("vectors of dimensions 2 and 1");
    expect(() => intervalOutput(layers, [one, Interval.of(1n, 1n, 5)], sigmoid)).toThrow(
      "intervals of precisions 100 and 5",
    );
    const other = intervalMultiLayer(
      multiLayerNetwork([[RationalVector.parse("1")], [RationalVector.parse("1")]]),
      PRECISION,
    );
    expect(() => withParameters(layers, [one])).toThrow(RangeError);
    expect(() => withParameters(other, [one, one, one])).toThrow("3 values for 2 parameters");
  });

  it("keeps the order of parametersOf, and that of the paper", () => {
    const theta = RationalVector.of(Array.from({ length: 12 }, (_, index) => BigInt(index)));
    const box = boxed(theta);
    expect(withParameters(box, parametersOf(box))).toEqual(box);
    expect(inPaperOrder(box).map((value) => value.midpoint.toFraction())).toEqual(theta.toStrings());
    expect(toPoint(toNetwork(space, theta)).key).toBe(theta.key);
  });
});
