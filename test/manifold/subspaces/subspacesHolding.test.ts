import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expansions, networks } from "../../../properties/arbitraries/network.js";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { onExpansionManifold } from "../../../src/manifold/subspaces/expansionManifold.js";
import { gammaHolds } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { subspacesHolding } from "../../../src/manifold/subspaces/subspacesHolding.js";
import { reduce } from "../../../src/network/reduction.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { line, theta } from "../fixtures.js";

function keysOf(small: TwoLayerNetwork, network: TwoLayerNetwork): string[] {
  return [...subspacesHolding(small, network)].map((p) => p.key).sort();
}

function byBruteForce(small: TwoLayerNetwork, network: TwoLayerNetwork): string[] {
  return [...labelledPartitions(small.units.length, network.units.length)]
    .filter((p) => gammaHolds(small, p, network))
    .map((p) => p.key)
    .sort();
}

describe("the subspaces that hold a network", () => {
  const small = line([1, 2], [3, 5]);

  it.each([
    ["itself", small, ["1,2"]],
    ["its mirror image", line([3, 5], [1, 2]), ["2,1"]],
    ["a split unit", line([1, 3], [3, 5], [1, -1]), ["1,2,1"]],
    ["a silent copy, in the block or by itself", line([1, 2], [3, 5], [1, 0]), ["1,2,0", "1,2,1"]],
    ["a silent unit elsewhere", line([1, 2], [3, 5], [7, 0]), ["1,2,0"]],
    ["two silent units at one place", line([7, 0], [1, 2], [7, 0], [3, 5]), ["0,1,-1,2", "0,1,0,2"]],
    ["two that cancel", line([7, 1], [1, 2], [7, -1], [3, 5]), ["0,1,0,2"]],
    ["either of two copies", line([1, 2], [3, 5], [1, 2], [1, -2]), ["0,2,1,0", "1,2,0,0", "1,2,1,1"]],
    ["a wrong mass", line([1, 3], [3, 5]), []],
    ["a missing unit", line([1, 2]), []],
    ["an extra unit", line([1, 2], [3, 5], [7, 1]), []],
    ["no unit", line(), []],
  ])("%s", (_, network, keys) => {
    expect(keysOf(small, network)).toEqual(keys);
    expect(byBruteForce(small, network)).toEqual(keys);
  });

  it("with no label are those of what cancels", () => {
    expect(keysOf(line(), line())).toEqual([""]);
    expect(keysOf(line(), line([1, 0], [2, 0]))).toEqual(["0,-1"]);
    expect(keysOf(line(), line([1, 0], [1, 0], [1, 0])).length).toBe(5);
    expect(keysOf(line(), line([1, 1]))).toEqual([]);
  });

  it("are none for other dimensions", () => {
    const empty = (inputs: number, outputs: number) => twoLayerNetwork(inputs, outputs, []);
    expect(keysOf(empty(1, 1), empty(1, 2))).toEqual([]);
    expect(keysOf(empty(1, 1), empty(2, 1))).toEqual([]);
    expect(keysOf(empty(2, 2), empty(2, 2))).toEqual([""]);
    expect(keysOf(theta(2, 1, 1), theta(2, 2, 1))).toEqual([]);
  });

  it("are each yielded once, as brute force over all labelled partitions finds them", () => {
    let several = 0;
    fc.assert(
      fc.property(networks(5), (network) => {
        const { irreducible } = reduce(network);
        const keys = keysOf(irreducible, network);
        expect(keys).toEqual(byBruteForce(irreducible, network));
        if (keys.length > 1) several++;
      }),
      { seed: 81, numRuns: 150 },
    );
    expect(several).toBeGreaterThan(10);
  });

  it("include that of the expansion, and are none once a mass is changed", () => {
    fc.assert(
      fc.property(expansions(1, 3, 3), ({ theta: irreducible, partition: source, network }) => {
        const keys = keysOf(irreducible, network);
        expect(keys).toContain(source.key);
        expect(keys).toEqual(byBruteForce(irreducible, network));
        const units = irreducible.units.map(({ incoming, outgoing }, index) => ({
          incoming,
          outgoing: index === 0 ? outgoing.plus(outgoing) : outgoing,
        }));
        expect(keysOf({ ...irreducible, units }, network)).toEqual([]);
      }),
      { seed: 82, numRuns: 60 },
    );
  });
});

describe("the expansion manifold", () => {
  it("holds a network if and only if one of its subspaces does", () => {
    const answers = new Set<boolean>();
    const pairs = fc.tuple(networks(3), networks(4));
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const { irreducible } = reduce(one);
        const isOn = onExpansionManifold(irreducible, other);
        expect(isOn).toBe(keysOf(irreducible, other).length > 0);
        expect(onExpansionManifold(irreducible, one)).toBe(true);
        answers.add(isOn);
      }),
      { seed: 83, numRuns: 300 },
    );
    expect(answers).toEqual(new Set([true, false]));
  });

  it("is refused for a reducible network", () => {
    expect(() => onExpansionManifold(line([1, 0]), line())).toThrow(
      new RangeError("the expansion manifold of a reducible network"),
    );
  });
});
