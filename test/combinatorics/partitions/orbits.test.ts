import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledPartition } from "../../../properties/arbitraries/labelledPartition.js";
import { permutation } from "../../../properties/arbitraries/permutation.js";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import {
  type Orbit,
  unitOrbitSize,
  orbitOf,
  orbitRepresentative,
  orbitSize,
  orbits,
} from "../../../src/combinatorics/partitions/orbits.js";
import { relabelLabels, relabelUnits } from "../../../src/combinatorics/partitions/relabelling.js";
import { listedT, sizesUpTo } from "../oeisRows.js";

/** Everything that exchanging two neighbours, again and again, leads to. */
function orbitByMoves(
  start: LabelledPartition,
  moves: ((p: LabelledPartition) => LabelledPartition)[],
): Set<string> {
  const reached = new Set([start.key]);
  const queue = [start];
  for (const partition of queue) {
    for (const move of moves) {
      const image = move(partition);
      if (reached.has(image.key)) continue;
      reached.add(image.key);
      queue.push(image);
    }
  }
  return reached;
}

function neighbourExchanges(size: number): number[][] {
  const identity = Array.from({ length: size }, (_, index) => index);
  return identity.slice(1).map((upper) => {
    const images = [...identity];
    images[upper - 1] = upper;
    images[upper] = upper - 1;
    return images;
  });
}

const unitMoves = (m: number) =>
  neighbourExchanges(m).map((pi) => (p: LabelledPartition) => relabelUnits(p, pi));
const labelMoves = (r: number) =>
  neighbourExchanges(r).map((tau) => (p: LabelledPartition) => relabelLabels(p, tau));

const sum = (sizes: bigint[]): bigint => sizes.reduce((total, size) => total + size, 0n);

describe("orbits", () => {
  it("lists (2, 4) as by hand", () => {
    expect(
      [...orbits(2, 4)].map((orbit) => [orbit.labelledSizes, orbit.zeroSizes, orbitSize(orbit)]),
    ).toEqual([
      [[3, 1], [], 8n],
      [[2, 2], [], 6n],
      [[2, 1], [1], 24n],
      [[1, 1], [2], 12n],
      [[1, 1], [1, 1], 12n],
    ]);
  });

  it("has one empty orbit, and none for r > m", () => {
    expect([...orbits(0, 0)]).toEqual([{ labelledSizes: [], zeroSizes: [] }]);
    expect([...orbits(3, 2)]).toEqual([]);
  });

  it.each(sizesUpTo(9))("of (%d, %d) have sizes that sum to T", (r, m) => {
    expect(sum([...orbits(r, m)].map(orbitSize))).toBe(BigInt(listedT(r, m)));
  });

  it.each(sizesUpTo(5))("of (%d, %d) are those that exchanges of neighbours reach", (r, m) => {
    const unreached = new Set([...labelledPartitions(r, m)].map((partition) => partition.key));
    const moves = [...unitMoves(m), ...labelMoves(r)];
    for (const orbit of orbits(r, m)) {
      const representative = orbitRepresentative(orbit);
      expect(orbitOf(representative)).toEqual(orbit);
      const reached = orbitByMoves(representative, moves);
      expect(BigInt(reached.size)).toBe(orbitSize(orbit));
      for (const key of reached) expect(unreached.delete(key)).toBe(true);
    }
    expect(unreached.size).toBe(0);
  });

  it.each(sizesUpTo(6))("of (%d, %d) hold as many labelled partitions as their sizes say", (r, m) => {
    const counts = new Map<string, bigint>();
    for (const partition of labelledPartitions(r, m)) {
      const name = JSON.stringify(orbitOf(partition));
      counts.set(name, (counts.get(name) ?? 0n) + 1n);
    }
    expect(counts).toEqual(
      new Map([...orbits(r, m)].map((orbit) => [JSON.stringify(orbit), orbitSize(orbit)])),
    );
  });

  it.each(sizesUpTo(5))("of (%d, %d) under neurons alone have the size that is reached", (r, m) => {
    for (const orbit of orbits(r, m)) {
      const reached = orbitByMoves(orbitRepresentative(orbit), unitMoves(m));
      expect(BigInt(reached.size)).toBe(unitOrbitSize(orbit));
    }
  });

  it("under neurons alone may have any order of sizes", () => {
    expect(unitOrbitSize({ labelledSizes: [1, 3], zeroSizes: [1, 2, 2] })).toBe(7560n);
    expect(unitOrbitSize({ labelledSizes: [3, 1], zeroSizes: [2, 2, 1] })).toBe(7560n);
    expect(unitOrbitSize({ labelledSizes: [], zeroSizes: [] })).toBe(1n);
  });

  it("are what both relabellings keep", () => {
    const relabelled = labelledPartition(8).chain((partition) =>
      fc.tuple(fc.constant(partition), permutation(partition.m), permutation(partition.r)),
    );
    fc.assert(
      fc.property(relabelled, ([partition, pi, tau]) => {
        const orbit: Orbit = orbitOf(partition);
        expect(orbitOf(relabelLabels(relabelUnits(partition, pi), tau))).toEqual(orbit);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("have a representative with consecutive blocks", () => {
    expect(orbitRepresentative({ labelledSizes: [2, 1], zeroSizes: [2, 1] }).codes).toEqual([
      1, 1, 2, 0, 0, -1,
    ]);
    const orbit = orbitOf(LabelledPartition.of([0, 2, -1, 1, -1, 2, 2], 2));
    expect(orbit).toEqual({ labelledSizes: [3, 1], zeroSizes: [2, 1] });
  });
});
