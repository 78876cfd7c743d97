import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { SYMMETRY_NAMES } from "../../../src/network/activations/namedSymmetries.js";
import { type BoundedActivation, boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";

const FORMULAS = ["softplus+sigmoid:1,4", "poly:1,0,-1/2,2", "ratio:1,2:1,0,1", "leaky:-1"];
const NAMES = [...SYMMETRY_NAMES, ...FORMULAS];
const P = 120;
const at = (n: bigint): Interval => Interval.of(n, n, 6).atPrecision(P);

/** Whether the difference quotients of random points lie within the slopes of an interval that holds both. */
function holdsQuotients({ value, slope }: BoundedActivation): boolean {
  const place = fc.bigInt(-9n << 6n, 9n << 6n);
  const law = fc.property(place, place, place, (a, b, c) => {
    if (a === b) return true;
    const quotient = value(at(a))
      .minus(value(at(b)))
      .dividedBy(at(a).minus(at(b)));
    return slope(at(a).hull(at(b)).hull(at(c))).intersection(quotient) !== undefined;
  });
  return !fc.check(law, { seed: 5, numRuns: 300 }).failed;
}

describe.each(NAMES)("the slopes of %s", (name) => {
  const activation = boundedActivation(name);

  it("hold its difference quotients", () => {
    expect(holdsQuotients(activation)).toBe(true);
  });

  it("would be caught if they were a tenth narrower, or moved by a ninth", () => {
    const narrow = (x: Interval): Interval => {
      const { lower, upper } = activation.slope(x);
      const middle = (lower + upper) / 2n;
      const part = (end: bigint): bigint => middle + ((end - middle) * 9n) / 10n;
      return Interval.of(part(lower), part(upper), P);
    };
    const moved = (x: Interval): Interval =>
      activation.slope(x).plus(Interval.enclosing(rational(1n, 9n), P));
    const planted = [narrow, moved].map((slope) => holdsQuotients({ ...activation, slope }));
    expect(planted).toContain(false);
  });

  it("are tight at a point", () => {
    const width = activation.slope(at(70n)).width;
    expect(width.compare(rational(1n, 1000n))).toBeLessThan(0);
  });

  it("of a wide box are at most those of the whole line, or of the formula there", () => {
    const wide = activation.slope(Interval.of(-50n, 50n, 0).atPrecision(P)).magnitude;
    const most = name === "poly:1,0,-1/2,2" ? 16_000n : name.startsWith("ratio") ? 200_000n : 5n;
    expect(wide.compare(most)).toBeLessThanOrEqual(0);
  });
});

describe("boundedActivation", () => {
  it("reads names, mixtures and formulas, in one spelling each", () => {
    expect(
      ["softplus+sigmoid:2/2,4", "poly:0,2/4", "leaky:0", "tanh"].map((t) => boundedActivation(t).name),
    ).toEqual(["softplus+sigmoid:1,4", "poly:0,1/2", "relu", "tanh"]);
  });

  it.each([
    ["tahn", '"tahn" is not an activation (Did you mean tanh?); give one of tanh, '],
    ["swish", "softplus+sigmoid:1,4, or a formula such as poly:1,0,1/2"],
    ["leaky:1", "leaky:1 is the identity"],
    ["leaky:x", "is not a rational"],
    ["softplus+sigmoid:0,1", "isn't positive"],
    ["softplus+sigmoid", "is not a real activation"],
    ["poly:", "is not a rational"],
  ])("refuses %s", (text, message) => {
    expect(() => boundedActivation(text)).toThrow(message);
  });

  it("refuses a quotient where its denominator may be 0, and names the place", () => {
    const { value, slope } = boundedActivation("ratio:1:0,1");
    const across = Interval.of(-1n, 1n, 1);
    for (const call of [value, slope]) {
      expect(() => call(across)).toThrow(
        "ratio:1:0,1 may have no value between -0.5 and 0.5; take a smaller",
      );
    }
    expect(value(Interval.of(1n, 2n, 4)).contains(parseRational("10"))).toBe(true);
  });
});
