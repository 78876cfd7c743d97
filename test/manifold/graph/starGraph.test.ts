import { describe, expect, it } from "vitest";
import { permutations } from "../../../src/combinatorics/partitions/permutations.js";
import { starDistance, starMoves } from "../../../src/manifold/graph/starGraph.js";
import { starTranspositions } from "../../../src/manifold/paths/starTranspositions.js";

/**
 * Distances from an arrangement by breadth-first search, swapping the blank with each label, which keeps its
 * sign or gets the other, if these signs allow it.
 */
function distancesFrom(source: readonly number[], signs: readonly number[]): Map<string, number> {
  const distances = new Map([[source.join(), 0]]);
  const queue = [[...source]];
  for (const arrangement of queue) {
    const blank = arrangement.indexOf(0);
    arrangement.forEach((symbol, place) => {
      for (const sign of signs) {
        const next = [...arrangement];
        [next[blank], next[place]] = [symbol * sign + 0, 0];
        if (distances.has(next.join())) continue;
        distances.set(next.join(), (distances.get(arrangement.join()) ?? 0) + 1);
        queue.push(next);
      }
    });
  }
  return distances;
}

describe("the star graph", () => {
  it.each([
    [[1, 0], [1, 0], 0],
    [[1, 0], [0, 1], 1],
    [[1, 2, 0], [2, 1, 0], 3],
    [[1, 2, 0], [0, 1, 2], 2],
    [[1, 2, 3, 4, 0], [2, 1, 4, 3, 0], 6],
    [[1, 2, 3, 0], [0, 3, 2, 1], 4],
  ])("from %j to %j is %d by hand", (source, target, distance) => {
    expect(starDistance(Int32Array.from(source), Int32Array.from(target))).toBe(distance);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "on %d symbols has the distances of breadth-first search, and moves to show it",
    (size) => {
      const source = Int32Array.from({ length: size }, (_, place) => (place + 1) % size);
      const distances = distancesFrom([...source], [1]);
      let seen = 0;
      for (const target of permutations(size)) {
        seen += 1;
        const goal = Int32Array.from(target);
        expect(starDistance(source, goal)).toBe(distances.get(target.join()));
        const current = [...source];
        let moves = 0;
        for (const { label, from, to } of starMoves(source, goal)) {
          moves += 1;
          expect([current[from], current[to]]).toEqual([label, 0]);
          expect(label).toBeGreaterThan(0);
          [current[from], current[to]] = [0, label];
        }
        expect(current).toEqual(target);
        expect(moves).toBe(distances.get(target.join()));
      }
      expect(seen).toBe(distances.size);
    },
  );
});

describe("the star graph with signs", () => {
  it.each([1, 2, 3, 4, 5])(
    "on %d symbols has the distances of breadth-first search, and moves to show it",
    (size) => {
      // The labels 1, −2, 3, …, moved on by one place.
      const source = Int32Array.from({ length: size }, (_, place) => (place + 1) % size);
      source.forEach((label, place) => (source[place] = label % 2 === 0 ? 0 - label : label));
      let farthest = 0;
      for (const [text, distance] of distancesFrom([...source], [1, -1])) {
        const goal = Int32Array.from(text.split(","), Number);
        expect(starDistance(source, goal)).toBe(distance);
        const current = [...source];
        let moves = 0;
        for (const { label, code, from, to } of starMoves(source, goal)) {
          moves += 1;
          expect([Math.abs(current[from] ?? 0), Math.abs(code), current[to]]).toEqual([label, label, 0]);
          [current[from], current[to]] = [0, code];
        }
        expect(current.join()).toBe(text);
        expect(moves).toBe(distance);
        farthest = Math.max(farthest, distance);
      }
      expect(farthest).toBe(2 * (size - 1));
    },
  );
});

describe("transpositions with a silent neuron", () => {
  it("are as many as the distance for one neuron to spare", () => {
    for (const target of permutations(5)) {
      const source = [1, 2, 3, 4, 0];
      const placesOf = (codes: readonly number[]): number[] =>
        [1, 2, 3, 4].map((label) => codes.indexOf(label));
      const moves = starTranspositions(placesOf(source), placesOf(target), 5);
      expect(moves.length).toBe(starDistance(Int32Array.from(source), Int32Array.from(target)));
    }
  });

  it.each([
    [[0, 1], [0, 1], 3, []],
    [[0, 1], [1, 0], 3, ["1:0-2", "2:1-0", "1:2-1"]],
    [[0, 1], [1, 3], 4, ["2:1-3", "1:0-1"]],
    [[0, 1, 2], [1, 0, 3], 4, ["3:2-3", "1:0-2", "2:1-0", "1:2-1"]],
    [[0], [1], 2, ["1:0-1"]],
    [[], [], 2, []],
  ] as [number[], number[], number, string[]][])(
    "from %j to %j on %d neurons",
    (source, target, m, expected) => {
      const moves = starTranspositions(source, target, m);
      expect(moves.map(({ label, from, to }) => `${label}:${from}-${to}`)).toEqual(expected);
    },
  );
});
