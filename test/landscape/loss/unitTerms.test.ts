import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { pointPasses } from "../../../src/landscape/loss/pointPass.js";
import { gaussNewton, unitTerms } from "../../../src/landscape/loss/unitTerms.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const square = polynomialActivation([rational(0n), rational(0n), rational(1n)]);

// z = 1/2·1 + 1·2 = 5/2, σ = 25/4, σ' = 5, σ'' = 2; f = −25/2 and ∇c = −12.
const network = twoLayerNetwork(2, 1, [unitOf(["1/2", "1"], ["-2"])]);
const [terms] = pointPasses(network, [RationalVector.parse("1", "2")], square).flatMap((pass) =>
  unitTerms(pass, RationalVector.parse("-1/2"), squaredError),
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
      {
        numerators: [
          [48n, 96n, 0n],
          [96n, 192n, 0n],
          [0n, 0n, 0n],
        ],
        denominator: 1n,
      },
      {
        numerators: [
          [0n, 0n, -240n],
          [0n, 0n, -480n],
          [-240n, -480n, 0n],
        ],
        denominator: 4n,
      },
    ]);
  });

  it("has products of derivatives for the Gauss–Newton part", () => {
    if (terms === undefined) throw new Error("no terms");
    expect(gaussNewton(terms, terms)).toEqual({
      numerators: [
        [1600n, 3200n, -1000n],
        [3200n, 6400n, -2000n],
        [-1000n, -2000n, 625n],
      ],
      denominator: 16n,
    });
  });
});
