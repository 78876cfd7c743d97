import { describe, expect, it } from "vitest";
import { factorial } from "../../../src/combinatorics/counts/factorial.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { permutations } from "../../../src/combinatorics/partitions/permutations.js";
import { mirroringOf } from "../../../src/combinatorics/signed/parity.js";
import { signedLabelledPartitions } from "../../../src/combinatorics/signed/signedEnumeration.js";
import { SignedLabelledPartition } from "../../../src/combinatorics/signed/signedLabelledPartition.js";
import {
  type SignedOrbit,
  mirrorUnits,
  signedOrbitOf,
  signedOrbitRepresentative,
  signedOrbits,
  signedOrbitSize,
} from "../../../src/combinatorics/signed/signedOrbits.js";
import { tuples } from "../../../src/combinatorics/tuples.js";
import { entry } from "../../../src/exact/entry.js";

const PARITIES = ["odd", "even"] as const;
const nameOf = (orbit: SignedOrbit): string => JSON.stringify(orbit);

/** All elements of the hyperoctahedral group, as permutations with signs. */
function* hyperoctahedral(m: number): Generator<readonly [readonly number[], readonly number[]]> {
  for (const permutation of permutations(m))
    for (const signs of tuples(Array.from({ length: m }, () => [1, -1]))) yield [permutation, signs];
}

function withLabels(partition: SignedLabelledPartition, order: readonly number[]): SignedLabelledPartition {
  const { codes, signs, r, parity } = partition;
  const renamed = codes.map((code) => (code > 0 ? entry(order, code - 1) + 1 : code));
  return SignedLabelledPartition.of(renamed, signs, r, parity);
}

describe.each(PARITIES)("orbits, %s", (parity) => {
  it("have the sizes that are listed, and no others", () => {
    for (const [r, m] of [
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
      [2, 5],
      [3, 3],
      [0, 0],
    ] as const) {
      const listed = new Map<string, bigint>();
      for (const partition of signedLabelledPartitions(r, m, parity)) {
        const name = nameOf(signedOrbitOf(partition));
        listed.set(name, (listed.get(name) ?? 0n) + 1n);
      }
      const sizes = [...signedOrbits(r, m, parity)].map((orbit) => [nameOf(orbit), signedOrbitSize(orbit)]);
      expect(Object.fromEntries(sizes)).toEqual(Object.fromEntries(listed));
      expect(sizes).toHaveLength(listed.size);
    }
  });

  it("add up to T", () => {
    for (const [r, m] of [
      [3, 12],
      [5, 14],
      [0, 10],
    ] as const) {
      let sum = 0n;
      for (const orbit of signedOrbits(r, m, parity)) sum += signedOrbitSize(orbit);
      expect(sum).toBe(labelledPartitionCount(r, m, mirroringOf(parity)));
    }
  });

  it.each([
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 3],
    [2, 2],
  ] as const)("are as many as Burnside counts: (%i, %i)", (r, m) => {
    const listed = [...signedLabelledPartitions(r, m, parity)];
    let fixed = 0n;
    for (const [permutation, signs] of hyperoctahedral(m)) {
      for (const order of permutations(r)) {
        for (const partition of listed)
          if (withLabels(mirrorUnits(partition, permutation, signs), order).equals(partition)) fixed += 1n;
      }
    }
    const group = (factorial(m) << BigInt(m)) * factorial(r);
    expect(fixed % group).toBe(0n);
    expect(BigInt([...signedOrbits(r, m, parity)].length)).toBe(fixed / group);
  });

  it("have a representative each", () => {
    for (const orbit of signedOrbits(2, 6, parity))
      expect(signedOrbitOf(signedOrbitRepresentative(orbit, parity))).toEqual(orbit);
  });
});

describe("mirroring and permuting units", () => {
  const partition = SignedLabelledPartition.of([1, 0, 2, 0, -1], [1, 1, -1, -1, 0], 2, "odd");

  it("moves blocks with their units, and keeps silent ones silent", () => {
    const moved = mirrorUnits(partition, [4, 3, 2, 1, 0], [-1, 1, 1, 1, -1]);
    expect(moved.codes).toEqual([0, -1, 2, -1, 1]);
    expect(moved.signs).toEqual([0, 1, -1, -1, -1]);
  });

  it("is an action: one after the other is their product", () => {
    for (const [first, signs] of [...hyperoctahedral(3)].slice(0, 20)) {
      for (const [second, others] of [...hyperoctahedral(3)].slice(10, 30)) {
        const start = SignedLabelledPartition.of([0, 1, 0], [1, -1, -1], 1, "even");
        const both = first.map((image) => entry(second, image));
        const product = signs.map((sign, unit) => sign * entry(others, entry(first, unit)));
        expect(mirrorUnits(mirrorUnits(start, first, signs), second, others).key).toBe(
          mirrorUnits(start, both, product).key,
        );
      }
    }
  });

  it("refuses what is no element of the group", () => {
    expect(() => mirrorUnits(partition, [0, 0, 1, 2, 3], [1, 1, 1, 1, 1])).toThrow("not a permutation of 5");
    expect(() => mirrorUnits(partition, [0, 1, 2, 3, 4], [1, 1, 1, 1])).toThrow("are not 5 signs");
    expect(() => mirrorUnits(partition, [0, 1, 2, 3, 4], [1, 1, 0, 1, 1])).toThrow("give 1 or -1 for each");
    expect(() =>
      signedOrbitRepresentative({ labelledSizes: [], zeroSizes: [], silentSize: 1 }, "even"),
    ).toThrow("at even parity");
  });
});
