import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationals } from "../../../properties/arbitraries/network.js";
import { formatRational, InputError, parseRational, rational } from "../../../src/exact/index.js";
import { Jet } from "../../../src/landscape/loss/jets.js";
import { shown, shownRows } from "../fixtures.js";

const x = (value: string): Jet => Jet.variable(2, 0, parseRational(value));
const y = (value: string): Jet => Jet.variable(2, 1, parseRational(value));

const texts = ({ value, gradient, hessian }: Jet): string[] => [
  formatRational(value),
  shown(gradient),
  shownRows(hessian),
];

describe("Jet", () => {
  it.each([
    ["a constant", Jet.constant(2, rational(3n)), "3", "0 0", "0 0; 0 0"],
    ["a constant without variables", Jet.constant(0, rational(3n)), "3", "", ""],
    ["x at 5", x("5"), "5", "1 0", "0 0; 0 0"],
    ["y at 1/2", y("1/2"), "1/2", "0 1", "0 0; 0 0"],
    ["3y at 1/2", y("1/2").scaled(rational(3n)), "3/2", "0 3", "0 0; 0 0"],
    ["x²y at (5, 1/2)", x("5").times(x("5")).times(y("1/2")), "25/2", "5 25", "1 10; 10 0"],
    ["x² + y at (5, 1/2)", x("5").times(x("5")).plus(y("1/2")), "51/2", "10 1", "2 0; 0 0"],
    ["x²/2 at 5", x("5").times(x("5")).scaled(rational(1n, 2n)), "25/2", "5 0", "1 0; 0 0"],
    ["x/y at (3, 2)", x("3").over(y("2")), "3/2", "1/2 -3/4", "0 -1/4; -1/4 3/4"],
    // 1/(xy) has the second derivatives 2/(x³y), 1/(x²y²), 2/(xy³).
    [
      "1/(xy) at (1, 2)",
      Jet.constant(2, rational(1n)).over(x("1").times(y("2"))),
      "1/2",
      "-1/2 -1/4",
      "1 1/4; 1/4 1/4",
    ],
  ])("has the derivatives of %s", (_, jet, ...expected) => {
    expect(texts(jet)).toEqual(expected);
  });

  it("refuses a divisor of value 0", () => {
    expect(() => x("1").over(y("0"))).toThrow(
      new InputError("a jet is divided by a jet of value 0", "move the point"),
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
