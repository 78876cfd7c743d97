import { afterEach, describe, expect, it, vi } from "vitest";
import type * as Neighbours from "../../../src/manifold/graph/neighbours.js";

/** Which neighbour, by its place among all that are visited, is passed over; −1 for none. */
const planted = vi.hoisted(() => ({ skipped: -1, visits: 0 }));

vi.mock("../../../src/manifold/graph/neighbours.js", async (importOriginal) => {
  const original = await importOriginal<typeof Neighbours>();
  const forEachNeighbour: typeof Neighbours.forEachNeighbour = (partition, visit) => {
    original.forEachNeighbour(partition, (codes) => {
      if (planted.visits++ !== planted.skipped) visit(codes);
    });
  };
  return { ...original, forEachNeighbour };
});

const { IntersectionGraph } = await import("../../../src/manifold/graph/intersectionGraph.js");

describe("the intersection graph, with a neighbour left out somewhere", () => {
  afterEach(() => {
    planted.skipped = -1;
    planted.visits = 0;
  });

  it("is built when none is left out", () => {
    expect(new IntersectionGraph(2, 3).edgeCount).toBe(12n);
    // Two representatives of orbits of degree 2, then all 12 vertices.
    expect(planted.visits).toBe(2 * 2 + 12 * 2);
  });

  it("doesn't get through, when a vertex is to blame", () => {
    planted.skipped = 10;
    expect(() => new IntersectionGraph(2, 3)).toThrow(RangeError);
    planted.visits = 0;
    expect(() => new IntersectionGraph(2, 3)).toThrow(
      "built 12 vertices and 23 ends of edges, expected 12 and 24",
    );
  });
});
