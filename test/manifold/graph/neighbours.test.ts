import { describe, expect, it } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { forEachNeighbour, neighbours } from "../../../src/manifold/graph/neighbours.js";
import { listedT, sizesUpTo } from "../../combinatorics/oeisRows.js";
import { partition } from "../fixtures.js";

const keysOf = (...codes: number[]): string[] =>
  neighbours(partition(...codes))
    .map((q) => q.key)
    .sort();

describe("neighbours", () => {
  it.each([
    [[1], []],
    [[0], []],
    [
      [1, 1],
      ["0,1", "1,0"],
    ],
    [[1, 0], ["1,1"]],
    [[0, 0], ["0,-1"]],
    [[0, -1], ["0,0"]],
    [[1, 2], []],
    [
      [1, 2, 1],
      ["0,2,1", "1,2,0"],
    ],
    [
      [2, 1, 0],
      ["2,1,1", "2,1,2"],
    ],
    [
      [0, 0, 1],
      ["0,-1,1", "1,1,1", "1,0,1", "0,1,0", "0,1,1", "1,0,0"],
    ],
  ])("of %j, by hand", (codes, keys) => {
    expect(keysOf(...codes)).toEqual([...keys].sort());
  });

  it.each(sizesUpTo(5))("are what the criterion says on all pairs of (%d, %d)", (r, m) => {
    const all = [...labelledPartitions(r, m)];
    expect(all.length).toBe(listedT(r, m));
    for (const p of all) {
      const visited: string[] = [];
      forEachNeighbour(p, (codes) => visited.push(codes.join(",")));
      const unique = new Set(visited);
      if (unique.size !== visited.length) expect.fail(`[${p.key}] has a neighbour twice`);
      for (const q of all) {
        const meets = !p.equals(q) && meetingCriterion(p, q);
        if (meets !== unique.delete(q.key)) expect.fail(`[${p.key}] and [${q.key}]: ${meets}`);
      }
      if (unique.size > 0)
        expect.fail(`[${p.key}] has neighbours that don't exist: ${[...unique].join(" ")}`);
    }
  });

  it("are listed as labelled partitions", () => {
    const [neighbour] = neighbours(partition(1, 0));
    expect(neighbour?.equals(partition(1, 1))).toBe(true);
    expect(neighbour?.r).toBe(1);
  });

  it("write to one array", () => {
    const arrays = new Set<ArrayLike<number>>();
    forEachNeighbour(partition(1, 1, 1), (codes) => arrays.add(codes));
    expect(arrays.size).toBe(1);
  });
});
