import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { evaluateMultiLayer, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { relu } from "../../../src/landscape/activations/exampleActivations.js";
import { ballRange } from "../../../src/trained/bounds/ballRange.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { differenceBound } from "../../../src/trained/bounds/differenceBound.js";
import { ballBox } from "../../../src/trained/bounds/inputBox.js";

const weight = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 4n)).map(([n, d]) => rational(n, d));
const row = (length: number): fc.Arbitrary<RationalVector> =>
  fc.array(weight, { minLength: length, maxLength: length }).map((all) => RationalVector.fromRationals(all));

/** Points of the unit circle with rational coordinates. */
const CIRCLE = [
  ["1", "0"],
  ["3/5", "4/5"],
  ["-5/13", "12/13"],
  ["-8/17", "-15/17"],
  ["20/29", "-21/29"],
].map((texts) => RationalVector.parse(...texts));

describe("a ball of inputs", () => {
  it("gives w·x + b the range w·c + b ± R|w|, which is exact where |w| is rational", () => {
    const ball = { center: RationalVector.parse("1", "2"), radius: rational(1n, 2n) };
    const range = ballRange(RationalVector.parse("3", "-4", "7"), ball);
    expect([range.lowerEnd, range.upperEnd].map((end) => end.toFraction())).toEqual(["-1/2", "9/2"]);
    const root = ballRange(RationalVector.parse("1", "1"), { ...ball, radius: rational(1n) });
    // 3 + √2, from above
    expect(root.upperEnd.sub(3n).mul(root.upperEnd.sub(3n)).compare(2n)).toBeGreaterThanOrEqual(0);
    expect(root.upperEnd.compare(rational(44142136n, 10_000_000n))).toBeLessThan(0);
  });

  it("bounds all differences in it, and no worse than the box around it", () => {
    const both = fc.tuple(fc.tuple(row(2), row(2), row(2)), fc.tuple(row(2), row(2), row(2)), row(2));
    fc.assert(
      fc.property(both, ([[f1, f2, f3], [g1, g2, g3], center]) => {
        const [f, g] = [multiLayerNetwork([[f1, f2], [f3]]), multiLayerNetwork([[g1, g2], [g3]])];
        const radius = rational(3n, 2n);
        const inBall = ballBox(radius, center);
        const inBox = { lower: inBall.lower, upper: inBall.upper };
        const activation = boundedActivation("relu");
        const { bound } = differenceBound(f, g, activation, inBall);
        expect(bound.compare(differenceBound(f, g, activation, inBox).bound)).toBeLessThanOrEqual(0);
        for (const direction of CIRCLE) {
          const x = center.plus(direction.times(radius));
          const [ours, theirs] = [f, g].map((network) => evaluateMultiLayer(network, x, relu.value).at(0));
          if (ours === undefined || theirs === undefined) throw new Error("no value");
          expect(ours.sub(theirs).abs().compare(bound)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is tighter than the box for one layer of several inputs", () => {
    const f = multiLayerNetwork([[RationalVector.parse("3", "4")], [RationalVector.parse("1")]]);
    const g = multiLayerNetwork([[RationalVector.parse("0", "0")], [RationalVector.parse("1")]]);
    const ball = ballBox(rational(1n), RationalVector.zero(2));
    const activation = boundedActivation("relu");
    expect(differenceBound(f, g, activation, ball).bound.toFraction()).toBe("5");
    const box = { lower: ball.lower, upper: ball.upper };
    expect(differenceBound(f, g, activation, box).bound.toFraction()).toBe("7");
  });

  it("has a radius from 0 on", () => {
    expect(() => ballBox(rational(-1n, 2n), RationalVector.zero(1))).toThrow(
      "the radius -1/2 is negative; give 0 or more",
    );
  });
});
