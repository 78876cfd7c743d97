import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationals } from "../../../properties/arbitraries/network.js";
import { InputError } from "../../../src/exact/inputError.js";
import {
  type Rational,
  formatRational,
  parseRational,
  rational,
} from "../../../src/exact/numbers/rational.js";
import { Jet } from "../../../src/landscape/loss/jets.js";

const x = (value: string): Jet => Jet.variable(2, 0, parseRational(value));
const y = (value: string): Jet => Jet.variable(2, 1, parseRational(value));

function texts({ value, gradient, hessian }: Jet): unknown {
  const row = (entries: readonly Rational[]): string[] => entries.map(formatRational);
  return [formatRational(value), row(gradient), hessian.map(row)];
}

describe("Jet", () => {
  it("has constants and variables", () => {
    const zeros = [
      ["0", "0"],
      ["0", "0"],
    ];
    expect(texts(Jet.constant(2, rational(3n)))).toEqual(["3", ["0", "0"], zeros]);
    expect(texts(x("5"))).toEqual(["5", ["1", "0"], zeros]);
    expect(texts(y("1/2"))).toEqual(["1/2", ["0", "1"], zeros]);
    expect(texts(Jet.constant(0, rational(3n)))).toEqual(["3", [], []]);
  });

  it("differentiates x²y + 3y at (5, 1/2)", () => {
    const sum = x("5")
      .times(x("5"))
      .times(y("1/2"))
      .plus(y("1/2").scaled(rational(3n)));
    expect(texts(sum)).toEqual([
      "14",
      ["5", "28"],
      [
        ["1", "10"],
        ["10", "0"],
      ],
    ]);
  });

  it("scales all of a jet", () => {
    expect(texts(x("5").times(x("5")).scaled(rational(1n, 2n)))).toEqual([
      "25/2",
      ["5", "0"],
      [
        ["1", "0"],
        ["0", "0"],
      ],
    ]);
  });

  it("differentiates x/y at (3, 2)", () => {
    expect(texts(x("3").over(y("2")))).toEqual([
      "3/2",
      ["1/2", "-3/4"],
      [
        ["0", "-1/4"],
        ["-1/4", "3/4"],
      ],
    ]);
  });

  it("differentiates 1/(xy) at (1, 2)", () => {
    // 1/(xy) has the second derivatives 2/(x³y), 1/(x²y²), 2/(xy³).
    expect(texts(Jet.constant(2, rational(1n)).over(x("1").times(y("2"))))).toEqual([
      "1/2",
      ["-1/2", "-1/4"],
      [
        ["1", "1/4"],
        ["1/4", "1/4"],
      ],
    ]);
  });

  it("refuses a divisor of value 0", () => {
    expect(() => x("1").over(y("0"))).toThrow(
      new InputError("a jet is divided by one of value 0", "move the point"),
    );
  });

  it("takes back a product by a quotient", () => {
    const jet = fc.tuple(rationals, rationals, rationals).map(([a, b, c]) => {
      const [s, t] = [Jet.variable(2, 0, a), Jet.variable(2, 1, b)];
      return s.times(s).plus(t.times(t).times(s)).plus(t.scaled(c));
    });
    fc.assert(
      fc.property(
        jet,
        jet.filter(({ value }) => value.n !== 0n),
        (left, right) => {
          expect(texts(left.times(right).over(right))).toEqual(texts(left));
        },
      ),
      { numRuns: 30 },
    );
  });
});
