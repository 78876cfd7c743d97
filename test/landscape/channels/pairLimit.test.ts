import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { parseActivation } from "../../../src/landscape/activations/activationText.js";
import {
  type PairLimit,
  coordinates,
  limitJacobian,
  limitOutput,
  networkAt,
  secondOrder,
  withCoordinates,
} from "../../../src/landscape/channels/pairLimit.js";
import { polynomialThrough } from "../../../src/landscape/channels/polynomialThrough.js";
import { twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";

const limit: PairLimit = {
  incoming: RationalVector.parse("1", "2"),
  direction: RationalVector.parse("3", "-1"),
  sum: RationalVector.parse("1", "4"),
  difference: RationalVector.parse("2", "-1/2"),
  others: twoLayerNetwork(2, 2, [unitOf(["1", "0"], ["1", "1"])]),
};
const x = RationalVector.parse("1", "1/2");
const quartic = parseActivation("poly:1,1,1/2,-1/3,1/5");

describe("the limit of a pair", () => {
  it("is a network whose pair is (w ± εΔ, c/2 ± a/(2ε))", () => {
    const { units } = networkAt(limit, rational(1n, 2n));
    expect(units.map(({ incoming, outgoing }) => `${incoming.key};${outgoing.key}`)).toEqual([
      "5/2,3/2;5/2,3/2",
      "-1/2,5/2;-3/2,5/2",
      "1,0;1,1",
    ]);
  });

  it("computes c·σ + a(Δ·x)σ' beside the others, and h at order ε²", () => {
    // σ = z³ at z = 2 and Δ·x = 5/2: σ' = 12, σ'' = 12, σ''' = 6; the other computes 1.
    const cubic = parseActivation("poly:0,0,0,1");
    expect(limitOutput(limit, cubic, x).key).toBe("69,18");
    expect(secondOrder(limit, cubic, x).key).toBe("275/4,2275/16");
  });

  it("has coordinates, in which a_1 stays", () => {
    const values = coordinates(limit);
    expect(values.key).toBe("1,2,3,-1,1,4,-1/2,1,0,1,1");
    const moved = withCoordinates(limit, values.plus(values));
    expect(moved.difference.key).toBe("2,-1");
    expect(coordinates(moved).key).toBe(values.plus(values).key);
  });

  it("has as derivatives the differences of a small step, but for the square of the step", () => {
    const rows = limitJacobian(limit, quartic, [x]);
    const size = rational(1n, 10n ** 6n);
    const own = coordinates(limit).toRationals();
    own.forEach((value, place) => {
      const there = own.map((other, at) => (at === place ? value.add(size) : other));
      const moved = withCoordinates(limit, RationalVector.fromRationals(there));
      const change = limitOutput(moved, quartic, x).minus(limitOutput(limit, quartic, x));
      rows.forEach((row, output) => {
        const gap = change.at(output).div(size).sub(row.at(place)).abs();
        expect(gap.compare(rational(1n, 1000n))).toBe(-1);
      });
    });
  });
});

describe("a polynomial through values", () => {
  it("has the coefficients of the polynomial, and refuses one of a higher degree", () => {
    const square = (z: ReturnType<typeof rational>): RationalVector =>
      RationalVector.fromRationals([z.mul(z).mul(3n).sub(z).add(7n), z]);
    expect(polynomialThrough(3, square).map(({ key }) => key)).toEqual(["7,0", "-1,1", "3,0", "0,0"]);
    expect(() => polynomialThrough(1, square)).toThrow("a polynomial of degree above 1");
    expect(
      entry(
        polynomialThrough(0, () => RationalVector.parse("5")),
        0,
      ).key,
    ).toBe("5");
  });
});
