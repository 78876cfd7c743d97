import { describe, expect, it } from "vitest";
import { surjectionsOf } from "../../../src/combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import type { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { dimensionOf, holdsPoint, includesSubspace } from "../../../src/manifold/subspaces/affineSubspace.js";
import { criticalDimension, criticalSubspace } from "../../../src/manifold/subspaces/criticalSubspace.js";
import { gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { intersectionByEquations } from "../../../src/manifold/subspaces/intersection.js";
import { toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { listedG, sizesUpTo } from "../../combinatorics/oeisRows.js";
import { faultOf } from "../bothForms.js";
import { DIMENSIONS, partition, theta } from "../fixtures.js";

/** The point of Def. 4.1 for given β, straight from it. */
function pointOf(network: TwoLayerNetwork, g: LabelledPartition, beta: readonly Rational[]): RationalVector {
  const units = g.codes.map((label, index) => {
    const unit = network.units[label - 1];
    const share = beta[index];
    if (unit === undefined || share === undefined) throw new Error("no unit");
    return { incoming: unit.incoming, outgoing: unit.outgoing.times(share) };
  });
  return toPoint(twoLayerNetwork(network.inputDimension, network.outputDimension, units));
}

/** 2/3, 5/3, 8/3, …, but what is missing to 1 for the last of each block. */
function someBeta(g: LabelledPartition): Rational[] {
  const beta = g.codes.map((_, index) => rational(BigInt(3 * index + 2), 3n));
  for (const block of g.labelledBlocks) {
    const others = block
      .slice(0, -1)
      .reduce((sum, index) => sum.add(beta[index] ?? rational(0n)), rational(0n));
    beta[block.at(-1) ?? 0] = rational(1n).sub(others);
  }
  return beta;
}

describe("a critical subspace", () => {
  it("is what Def. 4.1 says, by hand", () => {
    const network = twoLayerNetwork(1, 2, [unitOf(["1/2"], ["0", "3"])]);
    const { ambientDimension, base, directions, equations } = criticalSubspace(network, partition(1, 1));
    expect(ambientDimension).toBe(6);
    expect(base.toStrings()).toEqual(["1/2", "1/2", "0", "3", "0", "0"]);
    expect(directions.map((direction) => direction.toStrings())).toEqual([["0", "0", "0", "-3", "0", "3"]]);
    expect(equations.map((equation) => equation.toStrings())).toEqual([
      ["2", "0", "0", "0", "0", "0", "1"],
      ["0", "2", "0", "0", "0", "0", "1"],
      ["0", "0", "3", "0", "0", "0", "0"],
      ["0", "0", "0", "0", "3", "0", "0"],
      ["0", "0", "0", "1", "0", "1", "3"],
    ]);
  });

  it.each(sizesUpTo(4).filter(([r]) => r > 0))(
    "agrees in both forms for all surjections of (%d, %d)",
    (r, m) => {
      let visited = 0;
      for (const [inputs, outputs] of DIMENSIONS) {
        if (m === 4 && inputs > 1) continue;
        const network = theta(r, inputs, outputs);
        for (const g of surjectionsOf(r, m)) {
          const subspace = criticalSubspace(network, g);
          const fault = faultOf(subspace);
          if (fault !== undefined) expect.fail(`[${g.key}]: ${fault}`);
          expect(dimensionOf(subspace)).toBe(m - r);
          expect(criticalDimension(g)).toBe(m - r);
          if (!includesSubspace(gammaSubspace(network, g), subspace))
            expect.fail(`[${g.key}] isn't inside its Γ`);
          visited++;
        }
      }
      expect(visited).toBe((m === 4 ? 3 : 9) * listedG(r, m));
    },
  );

  it("holds the points with β of sum 1, and no others", () => {
    const network = theta(2, 2, 3);
    for (const g of surjectionsOf(2, 4)) {
      const subspace = criticalSubspace(network, g);
      const beta = someBeta(g);
      expect(holdsPoint(subspace, pointOf(network, g, beta))).toBe(true);
      beta.forEach((share, index) => {
        const changed = beta.map((other, place) => (place === index ? share.add(rational(1n, 7n)) : other));
        expect(holdsPoint(subspace, pointOf(network, g, changed))).toBe(false);
      });
      // Outgoing vectors of the right sum that aren't parallel to a_t.
      if (g.labelledBlocks.some((block) => block.length > 1)) {
        expect(includesSubspace(subspace, gammaSubspace(network, g))).toBe(false);
      }
    }
  });

  it.each([
    [1, 3],
    [2, 3],
    [2, 4],
  ])("is disjoint from the others of (%d, %d)", (r, m) => {
    const subspaces = [...surjectionsOf(r, m)].map((g) => criticalSubspace(theta(r, 1, 1), g));
    expect(subspaces.length).toBe(listedG(r, m));
    subspaces.forEach((left, first) => {
      subspaces.forEach((right, second) => {
        expect(intersectionByEquations(left, right)).toBe(first === second ? m - r : undefined);
      });
    });
  });

  it("is caught with an equation dropped", () => {
    const subspace = criticalSubspace(theta(2, 1, 2), partition(1, 2, 1));
    expect(subspace.equations.length).toBe(8);
    subspace.equations.forEach((_, dropped) => {
      const equations = subspace.equations.filter((_equation, index) => index !== dropped);
      expect(faultOf({ ...subspace, equations })).toBe("1 directions for another dimension");
    });
  });

  it("is refused where it isn't defined", () => {
    const reducible = twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])]);
    for (const [network, g, message] of [
      [theta(1, 1, 1), partition(1, 2), "a network of width 1 and a partition with 2 labels"],
      [theta(1, 1, 1), partition(1, 0), "a critical subspace has no zero blocks"],
      [reducible, partition(1, 1), "a critical subspace of a reducible network"],
    ] as const)
      expect(() => criticalSubspace(network, g)).toThrow(new RangeError(message));
  });
});
