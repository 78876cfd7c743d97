import { describe, expect, it } from "vitest";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { pointPasses } from "../../../src/landscape/loss/pointPass.js";
import { gaussNewton, unitTerms } from "../../../src/landscape/loss/unitTerms.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { SQUARE, integers, v } from "../fixtures.js";

// z = 1/2·1 + 1·2 = 5/2, σ = 25/4, σ' = 5, σ'' = 2; f = −25/2 and ∇c = −12.
const network = twoLayerNetwork(2, 1, [unitOf(["1/2", "1"], ["-2"])]);
const [terms] = pointPasses(network, [v("1", "2")], SQUARE).flatMap((pass) =>
  unitTerms(pass, v("-1/2"), squaredError),
);

describe("unitTerms", () => {
  it("has the derivatives of the output in one unit's parameters", () => {
    // a σ' x = (−10, −20), and σ = 25/4, over 4.
    expect(terms?.jacobian).toEqual({ columns: [[-40n], [-80n], [25n]], denominator: 4n });
    expect(terms?.pulled).toEqual(terms?.jacobian);
  });

  it("has full symmetric blocks for the second derivatives weighted by the cost's gradient", () => {
    // (a·∇c) σ'' xxᵀ = 48 xxᵀ, then σ' x ∇c = −60 x.
    expect(terms?.bending).toEqual([
      { numerators: integers("48 96 0; 96 192 0; 0 0 0"), denominator: 1n },
      { numerators: integers("0 0 -240; 0 0 -480; -240 -480 0"), denominator: 4n },
    ]);
  });

  it("has products of derivatives for the Gauss–Newton part", () => {
    if (terms === undefined) throw new Error("no terms");
    expect(gaussNewton(terms, terms)).toEqual({
      numerators: integers("1600 3200 -1000; 3200 6400 -2000; -1000 -2000 625"),
      denominator: 16n,
    });
  });
});
