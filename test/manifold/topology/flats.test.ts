import { describe, expect, it } from "vitest";
import { standardNetwork } from "../../../src/claims/evidence/ranges.js";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { eulerCharacteristic } from "../../../src/combinatorics/counts/eulerCharacteristic.js";
import { clearDenominators } from "../../../src/exact/vectors/integerMatrix.js";
import { reducedRows } from "../../../src/exact/matrices/reducedRows.js";
import type { TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { eulerCharacteristicOf } from "../../../src/manifold/topology/chainComplex.js";
import { latticeOfFlats } from "../../../src/manifold/topology/flats.js";
import { gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { homology } from "../../../src/manifold/topology/homology.js";
import {
  eulerCharacteristicOfPoset,
  maximalElements,
  orderComplex,
} from "../../../src/manifold/topology/poset.js";

/** All intersections by brute force: each with every subspace, on whole equations, until no new one comes. */
function bruteFlats(theta: TwoLayerNetwork, m: number): number[][] {
  const columns = m * (theta.inputDimension + theta.outputDimension) + 1;
  const reduced = (rows: readonly (readonly bigint[])[]): string | undefined => {
    const form = reducedRows(rows, columns);
    const last = form.at(-1) ?? [];
    if (form.length > 0 && last.slice(0, -1).every((entry) => entry === 0n)) return undefined;
    return form.map((row) => row.join()).join(";");
  };
  const rowsOf = (name: string): bigint[][] =>
    name === "" ? [] : name.split(";").map((row) => row.split(",").map(BigInt));
  const gammas = [...labelledPartitions(theta.units.length, m)].map(
    (partition) => reduced(clearDenominators(gammaSubspace(theta, partition).equations)) ?? "",
  );
  const flats = new Set(gammas);
  for (const flat of flats) {
    for (const gamma of gammas) {
      const intersection = reduced([...rowsOf(flat), ...rowsOf(gamma)]);
      if (intersection !== undefined) flats.add(intersection);
    }
  }
  const names = [...flats];
  return names.map((outer) =>
    names.flatMap((inner, place) =>
      inner !== outer && reduced([...rowsOf(outer), ...rowsOf(inner)]) === inner ? [place] : [],
    ),
  );
}

describe("the lattice of flats", () => {
  it("is that of all intersections, by brute force", () => {
    for (const [r, m, inputs, outputs] of [
      [1, 1, 1, 1],
      [2, 2, 1, 1],
      [1, 2, 1, 1],
      [1, 3, 1, 1],
      [2, 3, 1, 1],
      [1, 3, 2, 1],
      [2, 3, 1, 2],
    ] as const) {
      const theta = standardNetwork(r, inputs, outputs);
      const [below, brute] = [latticeOfFlats(theta, m).below, bruteFlats(theta, m)];
      const shape = (lists: readonly (readonly number[])[]): number[] =>
        lists.map(({ length }) => length).sort((a, b) => a - b);
      expect(shape(below)).toEqual(shape(brute));
      expect(eulerCharacteristicOfPoset({ below: brute })).toBe(eulerCharacteristicOfPoset({ below }));
    }
  });

  it("has the subspaces as its maximal elements", () => {
    for (const [r, m] of [
      [2, 3],
      [3, 4],
      [2, 4],
      [1, 4],
    ] as const) {
      const poset = latticeOfFlats(standardNetwork(r, 1, 1), m);
      expect(BigInt(maximalElements(poset).length)).toBe(labelledPartitionCount(r, m));
    }
  });

  it("has chains with the homology of the spheres, and no other for two inputs and outputs", () => {
    for (const [r, m, betti] of [
      [2, 2, [2]],
      [1, 3, [1, 0, 0]],
      [2, 3, [1, 1]],
      [3, 4, [1, 13]],
      [2, 4, [1, 0, 1]],
    ] as const) {
      for (const dimension of [1, 2]) {
        const poset = latticeOfFlats(standardNetwork(r, dimension, dimension), m);
        const complex = orderComplex(poset);
        expect(homology(complex)).toEqual({ betti, torsion: betti.map(() => []) });
        expect(BigInt(eulerCharacteristicOf(complex))).toBe(eulerCharacteristic(r, m));
        expect(eulerCharacteristicOfPoset(poset)).toBe(eulerCharacteristicOf(complex));
      }
    }
  });

  it("of Fig. 4b is a circle of 12 subspaces and the 12 points where they intersect", () => {
    const { below } = latticeOfFlats(standardNetwork(2, 1, 1), 3);
    expect(below.map(({ length }) => length).sort()).toEqual([
      ...Array<number>(12).fill(0),
      ...Array<number>(12).fill(2),
    ]);
  });

  it("without one of the flats is another space: the comparison finds planted errors", () => {
    const { below } = latticeOfFlats(standardNetwork(3, 1, 1), 4);
    let changed = 0;
    for (let left = 0; left < below.length; left += 1) {
      const number = (x: number): number => (x > left ? x - 1 : x);
      const fewer = below.flatMap((list, y) =>
        y === left ? [] : [list.filter((x) => x !== left).map(number)],
      );
      if (eulerCharacteristicOfPoset({ below: fewer }) !== -12) changed += 1;
    }
    expect(changed).toBe(below.length);
  });
});

describe("a poset", () => {
  it("that is a chain, an antichain, a circle", () => {
    const chain = { below: [[], [0], [0, 1]] };
    expect(orderComplex(chain).starts).toEqual([0, 3, 6, 7]);
    expect(homology(orderComplex(chain)).betti).toEqual([1, 0, 0]);
    expect(homology(orderComplex({ below: [[], [], []] })).betti).toEqual([3]);
    const circle = { below: [[], [], [0, 1], [0, 1]] };
    expect(homology(orderComplex(circle)).betti).toEqual([1, 1]);
    expect([chain, circle].map(eulerCharacteristicOfPoset)).toEqual([1, 0]);
    expect([chain, circle].map(maximalElements)).toEqual([[2], [2, 3]]);
  });

  it("is refused where it isn't an order", () => {
    const loops = [[[0]], [[1], [0]], [[1], [2], [0]]];
    for (const below of loops) {
      expect(() => orderComplex({ below })).toThrow("not an order");
      expect(() => eulerCharacteristicOfPoset({ below })).toThrow("not an order");
    }
    // 0 < 1 < 2 without 0 < 2.
    expect(() => orderComplex({ below: [[], [0], [1]] })).toThrow("not an order");
  });
});
