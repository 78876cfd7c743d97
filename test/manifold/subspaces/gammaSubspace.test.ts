import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expansions } from "../../../properties/arbitraries/network.js";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { holdsPoint } from "../../../src/manifold/subspaces/affineSubspace.js";
import { gammaDimension, gammaHolds, gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { toNetwork, toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { sizesUpTo } from "../../combinatorics/oeisRows.js";
import { faultOf } from "../bothForms.js";
import { DIMENSIONS, partition, theta } from "../fixtures.js";
import { expectOneSet } from "./agreement.js";

describe("the subspace of a labelled partition", () => {
  it("is what Def. 3.2 says, by hand for [1, 0, 1]", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["3/4"])]);
    const { ambientDimension, base, directions, equations } = gammaSubspace(network, partition(1, 0, 1));
    expect(ambientDimension).toBe(6);
    expect(base.toStrings()).toEqual(["1/2", "0", "1/2", "3/4", "0", "0"]);
    expect(directions.map((direction) => direction.toStrings())).toEqual([
      ["0", "0", "0", "-1", "0", "1"],
      ["0", "1", "0", "0", "0", "0"],
    ]);
    expect(equations.map((equation) => equation.toStrings())).toEqual([
      ["2", "0", "0", "0", "0", "0", "1"],
      ["0", "0", "2", "0", "0", "0", "1"],
      ["0", "0", "0", "4", "0", "4", "3"],
      ["0", "0", "0", "0", "1", "0", "0"],
    ]);
  });

  it("has equal incoming vectors on zero blocks, by hand for [0, 0]", () => {
    const { base, directions, equations } = gammaSubspace(twoLayerNetwork(1, 1, []), partition(0, 0));
    expect(base.toStrings()).toEqual(["0", "0", "0", "0"]);
    expect(directions.map((direction) => direction.toStrings())).toEqual([
      ["1", "1", "0", "0"],
      ["0", "0", "-1", "1"],
    ]);
    expect(equations.map((equation) => equation.toStrings())).toEqual([
      ["-1", "1", "0", "0", "0"],
      ["0", "0", "1", "1", "0"],
    ]);
  });

  it.each(sizesUpTo(3))("agrees in equations, parameters and dimension for all P of (%d, %d)", expectOneSet);

  it("is caught with an equation, a direction or a sign gone wrong", () => {
    const subspace = gammaSubspace(theta(2, 2, 2), partition(1, 2, 0, 1, 0));
    expect(faultOf(subspace)).toBeUndefined();
    expect(subspace.equations.length).toBe(14);
    subspace.equations.forEach((_, dropped) => {
      const equations = subspace.equations.filter((_equation, index) => index !== dropped);
      expect(faultOf({ ...subspace, equations })).toBe("6 directions for another dimension");
    });
    subspace.directions.forEach((direction, changed) => {
      const without = subspace.directions.filter((_direction, index) => index !== changed);
      expect(faultOf({ ...subspace, directions: without })).toBe("5 directions for another dimension");
      const flipped = RationalVector.of(
        direction.numerators.map((entry, index) =>
          index === direction.numerators.findIndex((other) => other !== 0n) ? -entry : entry,
        ),
      );
      // A zero block's incoming direction and a shift of outgoing weight have at least two entries here.
      expect(faultOf({ ...subspace, directions: [...without, flipped] })).toBe(
        "a direction that leaves an equation",
      );
    });
  });

  it("contains a point if and only if gammaHolds says so", () => {
    const answers = new Set<boolean>();
    fc.assert(
      fc.property(expansions(0, 3, 2), ({ theta: network, partition: source, network: expanded }) => {
        const [r, m] = [source.r, source.m];
        for (const p of labelledPartitions(r, m)) {
          const holds = gammaHolds(network, p, expanded);
          expect(holdsPoint(gammaSubspace(network, p), toPoint(expanded))).toBe(holds);
          if (p.equals(source)) expect(holds).toBe(true);
          answers.add(holds);
        }
      }),
      { seed: 71, numRuns: 30 },
    );
    expect(answers).toEqual(new Set([true, false]));
  });

  it("reaches the points of its parametrization", () => {
    for (const p of labelledPartitions(2, 4)) {
      const network = theta(2, 2, 1);
      const { base, directions } = gammaSubspace(network, p);
      const point = directions.reduce(
        (sum, direction, index) =>
          sum.plus(direction.times(RationalVector.of([BigInt(index + 2)], 3n).at(0))),
        base,
      );
      const expanded = toNetwork({ inputDimension: 2, outputDimension: 1, width: 4 }, point);
      expect(gammaHolds(network, p, expanded)).toBe(true);
    }
  });
});

describe("dim Γ_P", () => {
  it.each([
    [partition(1), 3, 2, 0],
    [partition(1, 1), 3, 2, 2],
    [partition(1, 0), 3, 2, 3],
    [partition(1, 0, 0), 3, 2, 5],
    [partition(1, 0, -1), 3, 2, 6],
    [partition(0, 0, 0, -1), 5, 7, 24],
    [partition(), 1, 1, 0],
  ])("case %#", (p, inputs, outputs, dimension) => {
    expect(gammaDimension(p, inputs, outputs)).toBe(dimension);
  });
});

describe("gammaHolds", () => {
  const one = theta(1, 2, 2);
  const [unit = unitOf([], [])] = one.units;

  it("asks for the same width and dimensions", () => {
    expect(gammaHolds(one, partition(1), one)).toBe(true);
    expect(gammaHolds(one, partition(1, 1), one)).toBe(false);
    const silent = twoLayerNetwork(2, 2, [unitOf(["1", "2"], ["0", "0"])]);
    for (const [inputs, outputs] of DIMENSIONS) {
      const empty = theta(0, inputs, outputs);
      const isSame = inputs === 2 && outputs === 2;
      expect(gammaHolds(empty, partition(0), silent)).toBe(isSame);
      expect(gammaHolds(empty, partition(), twoLayerNetwork(2, 2, []))).toBe(isSame);
    }
  });

  it.each([
    ["two halves", [1, 1], [unit.incoming, unit.incoming], ["half", "half"], true],
    ["a half and nothing", [1, 1], [unit.incoming, unit.incoming], ["half", "none"], false],
    ["a unit elsewhere", [1, 1], [unit.incoming, unit.incoming.negated()], ["half", "half"], false],
    ["a silent unit", [1, 0], [unit.incoming, unit.incoming.negated()], ["all", "none"], true],
    ["a zero block with output", [1, 0], [unit.incoming, unit.incoming.negated()], ["all", "half"], false],
    ["both units moved", [1, 1], [unit.incoming.negated(), unit.incoming.negated()], ["half", "half"], false],
  ])("%s", (_, codes, incoming, shares, holds) => {
    const half = unit.outgoing.times(RationalVector.of([1n], 2n).at(0));
    const outgoing = { half, none: RationalVector.zero(2), all: unit.outgoing };
    const network = twoLayerNetwork(
      2,
      2,
      incoming.map((point, index) => ({
        incoming: point,
        outgoing: outgoing[shares[index] as "half" | "none" | "all"],
      })),
    );
    expect(gammaHolds(one, partition(...codes), network)).toBe(holds);
  });
});

describe("a network and a partition that don't match", () => {
  const reducible = twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])]);

  it.each([
    [theta(2, 1, 1), "a network of width 2 and a partition with 1 labels"],
    [reducible, "a subspace Γ of a reducible network"],
  ])("are refused: case %#", (network, message) => {
    expect(() => gammaSubspace(network, partition(1, 0))).toThrow(new RangeError(message));
    expect(() => gammaHolds(network, partition(1, 0), network)).toThrow(new RangeError(message));
  });
});
