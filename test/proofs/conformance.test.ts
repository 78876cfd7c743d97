import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { bell } from "../../src/combinatorics/counts/bell.js";
import { binomial } from "../../src/combinatorics/counts/binomial.js";
import { labelledPartitions, surjectionsOf } from "../../src/combinatorics/partitions/enumeration.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { meetingCriterion } from "../../src/combinatorics/partitions/meetingCriterion.js";
import { sphereCount } from "../../src/combinatorics/counts/sphereCount.js";
import { stirling2 } from "../../src/combinatorics/counts/stirling2.js";
import { surjections } from "../../src/combinatorics/counts/surjections.js";
import { addedByCopies } from "../../src/landscape/criticalPoints/inertiaAbove.js";
import { inequalityHolds, lastFailing } from "../../src/combinatorics/asymptotics/threshold.js";
import { IntersectionGraph } from "../../src/manifold/graph/intersectionGraph.js";
import { type Facts, bag, factsIn, firstDifference, meeting, parseVectors } from "./vectors.js";

const TEXT = readFileSync(new URL("../../proofs/expected/vectors.txt", import.meta.url), "utf8");
const COQ = factsIn(TEXT);

type Size = readonly [r: number, m: number];

/** Makes the fact at each r ≤ m ≤ largest. */
function over(largest: number, name: string, fact: (r: number, m: number) => unknown): [string, string][] {
  return sizes(largest).map(([r, m]) => [`${name}(${r}, ${m})`, String(fact(r, m))]);
}

const sizes = (largest: number): Size[] =>
  Array.from({ length: largest + 1 }, (_, m) => Array.from({ length: m + 1 }, (_, r): Size => [r, m])).flat();

/** Facts that the program computes, over the ranges that Coq is asked about. */
function ownFacts(): Facts {
  return new Map([
    ...over(8, "T", labelledPartitionCount),
    ...over(8, "G", surjections),
    ...over(8, "T_odd", (r, m) => mirroredCount(r, m, 1n)),
    ...over(8, "T_even", (r, m) => mirroredCount(r, m, 0n)),
    ...over(8, "beta", sphereCount),
    ...over(8, "stirling", (n, m) => stirling2(m, n)),
    ...over(8, "pascal", (k, n) => binomial(n, k)),
    // The inequality speaks of r ≥ 1; at r = 0 Coq's test says 0^m ≤ T(0, m) = Bell(m).
    ...over(8, "holds", (r, m) => (r === 0 ? 0n ** BigInt(m) <= bell(m) : inequalityHolds(r, m))),
    ...Array.from({ length: 59 }, (_, index): [string, string] => [
      `last_failing(${index + 2})`,
      String(lastFailing(index + 2)),
    ]),
    ...over(4, "enumerate_labelled_partitions", (r, m) =>
      bag([...labelledPartitions(r, m)].map(({ key }) => key)),
    ),
    ...over(5, "enumerate_surjections", (r, m) =>
      bag([...surjectionsOf(r, m)].map(({ codes }) => codes.map((code) => code - 1).join())),
    ),
    ...over(3, "indices", (rank, d) => bag(indices(rank, d).map((row) => row.join()))),
    ...sizes(4).flatMap(([r, m]) => meetings(r, m)),
  ]);
}

/** What copies add to the index: inertias of B on the kernel of E, signs of the shares, and what is added. */
function indices(rank: number, d: number): number[][] {
  const inertias = range(0, d - rank).flatMap((p) => range(0, d - rank - p).map((q) => [p, q] as const));
  const signs = lists([0, 1, 2], 2).flatMap(([more = 0, minus = 0]) =>
    [0, 1].map((none) => [more + 1, minus, none] as const),
  );
  return inertias.flatMap(([p, q]) =>
    signs.map(([positive, negative, zero]) => {
      const onKernel = { positive: p, negative: q, zero: d - rank - p - q };
      const added = addedByCopies({ rank, onKernel }, { positive, negative, zero }, d);
      return [p, q, onKernel.zero, positive, negative, zero, added.positive, added.negative, added.zero];
    }),
  );
}

function meetings(r: number, m: number): [string, string][] {
  const all = [...labelledPartitions(r, m)];
  return all.flatMap((p) =>
    all.map((q): [string, string] => [meeting(`${r}, ${m}`, p.key, q.key), String(meetingCriterion(p, q))]),
  );
}

/** T±(r, m) with one silent vector, T₊(r, m) with none: u units are in zero blocks or silent. */
function mirroredCount(r: number, m: number, silent: bigint): bigint {
  const spare = [1n];
  // The last unit is silent, or shares its zero block with k others that are mirrored relative to it or not.
  while (spare.length <= m) {
    const n = spare.length - 1;
    const shared = range(0, n).map((k) => binomial(n, k) * 2n ** BigInt(k) * entry(spare, n - k));
    spare.push(shared.reduce((sum, ways) => sum + ways, silent * entry(spare, n)));
  }
  return spare
    .slice(0, m + 1)
    .map((ways, u) => binomial(m, u) * 2n ** BigInt(m - u) * surjections(r, m - u) * ways)
    .reduce((sum, ways) => sum + ways, 0n);
}

/** All lists of m of the values. */
function lists(values: readonly number[], m: number): number[][] {
  return m === 0 ? [[]] : lists(values, m - 1).flatMap((list) => values.map((value) => [...list, value]));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const isOnto = (list: readonly number[], values: readonly number[]): boolean =>
  values.every((value) => list.includes(value));

/** Whether 0, −1, −2, … appear in this order. */
const zerosInOrder = (codes: readonly number[]): boolean =>
  [...new Set(codes.filter((code) => code <= 0))].every((code, index) => code + index === 0);

describe("what Coq computes by the definitions that its theorems are about", () => {
  it("is what the program computes: counts, thresholds, enumerations, meetings and indices", () => {
    expect(firstDifference(COQ, ownFacts())).toBeUndefined();
    const counts = 8 * 45 + 59;
    const enumerations = 15 + 21 + 10;
    const pairs = sizes(4).reduce((sum, [r, m]) => sum + Number(labelledPartitionCount(r, m)) ** 2, 0);
    expect(COQ.size).toBe(counts + enumerations + pairs);
    expect(COQ.size).toBe(10_404);
  });

  it("lists the labelled partitions that are left of all lists of codes", () => {
    const filtered = over(4, "enumerate_labelled_partitions", (r, m) =>
      bag(
        lists(
          [...range(1 - m, 0), ...range(1, r)].map((code) => code + 0),
          m,
        )
          .filter((codes) => isOnto(codes, range(1, r)) && zerosInOrder(codes))
          .map((codes) => codes.join()),
      ),
    );
    for (const [name, fact] of filtered) expect(COQ.get(name), name).toBe(fact);
    expect(filtered).toHaveLength(15);
  });

  it("lists the surjections that are left of all maps", () => {
    const filtered = over(5, "enumerate_surjections", (r, m) =>
      bag(
        lists(range(0, r - 1), m)
          .filter((map) => isOnto(map, range(0, r - 1)))
          .map((map) => map.join()),
      ),
    );
    for (const [name, fact] of filtered) expect(COQ.get(name), name).toBe(fact);
    expect(filtered).toHaveLength(21);
  });

  it("has the edges of the intersection graphs", () => {
    for (const [r, m] of sizes(4)) {
      const graph = new IntersectionGraph(r, m);
      const keys = range(0, graph.vertexCount - 1).map((vertex) => graph.partitionAt(vertex).key);
      for (const [vertex, p] of keys.entries()) {
        const neighbours = new Set(graph.neighboursOf(vertex));
        for (const [other, q] of keys.entries()) {
          const meet = other === vertex || neighbours.has(other);
          expect(COQ.get(meeting(`${r}, ${m}`, p, q)), `[${p}] and [${q}]`).toBe(String(meet));
        }
      }
    }
  });
});

describe("a difference between Coq and the program", () => {
  const planted = (from: string, to: string): string | undefined => {
    expect(TEXT).toContain(from);
    return firstDifference(factsIn(TEXT.replace(from, to)), COQ);
  };

  it("is caught by name in a count, an enumeration and a pair", () => {
    expect(planted("[5; 10; 12; 6]", "[5; 10; 13; 6]")).toBe("T(2, 3): 13 by Coq, 12 here");
    expect(planted("last_failing = [2; 4; 6;", "last_failing = [2; 4; 5;")).toBe(
      "last_failing(4): 5 by Coq, 6 here",
    );
    expect(planted("[[1; 0]; [0; 1]]", "[[1; 0]; [1; 0]]")).toBe(
      "enumerate_surjections(2, 2): 1,0 | 1,0 by Coq, 0,1 | 1,0 here",
    );
    expect(
      planted(
        "rows meetings 0 3 = [[[[true]]]; [[[true]]; [[true]]]",
        "rows meetings 0 3 = [[[[true]]]; [[[true]]; [[false]]]",
      ),
    ).toBe("meet(1, 1): [1] and [1]: false by Coq, true here");
  });

  it("is caught where something is missing", () => {
    const short = TEXT.replace(/^rows beta 7 8.*\n/m, "");
    expect(firstDifference(factsIn(short), COQ)).toBe("beta(0, 7): nothing by Coq, 0 here");
    expect(firstDifference(COQ, factsIn(short))).toBe("beta(0, 7): 0 by Coq, nothing here");
    expect(() => planted("[[1]; [1; 1]; [2; 3; 2]", "[[1]; [1; 1]; [2; 3]")).toThrow(
      "T at m = 2: 2 entries, not 3",
    );
    expect(() => planted("last_failing =", "rows T 7 8 =")).toThrow();
  });

  it("is no excuse for reading loosely", () => {
    const wrong = [
      "a = 1",
      "a 1\n",
      "a = \n",
      "a = [1;2]\n",
      "a = [1]]\n",
      "a = 01\n",
      "a = -1\n",
      "a = [1\n",
    ];
    for (const text of wrong) expect(() => parseVectors(text), text).toThrow();
    expect(() => parseVectors("a = 1\na = 1\n")).toThrow();
    expect(parseVectors("a b = [[Label 0; Zero 1]; []; true; 12]\n")).toEqual(
      new Map([["a b", [[{ code: 1 }, { code: -1 }], [], true, 12n]]]),
    );
  });
});
