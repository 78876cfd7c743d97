import { describe, expect, test } from "vitest";
import { partition } from "../manifold/fixtures.js";
import { type VertexCase, checkVertex } from "../../src/claims/instances/graphVertices.js";
import { checkMeeting, claim } from "../../src/claims/thm-3.1-connected.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { refuses, visits } from "./checks.js";

describe("two subspaces", () => {
  /** In dimensions d_in = 1 and d_out = 2. */
  const between = (p: LabelledPartition, q: LabelledPartition) => {
    const theta = standardNetwork(p.r, 1, 2);
    return { p, q, left: gammaSubspace(theta, p), right: gammaSubspace(theta, q) };
  };
  const [p, q] = [partition(1, 0), partition(0, 1)];
  refuses(checkMeeting, { ...between(p, p), claimed: 1, adjacent: false }, [
    ["an edge to itself", { adjacent: true }, "[1,0] ∩ [1,0]: adjacent in the graph, 1 by the equations"],
  ]);
  refuses(checkMeeting, { ...between(p, q), claimed: undefined, adjacent: false }, [
    ["a meeting", { claimed: 0 }, "[1,0] ∩ [0,1]: 0 by the criterion, empty by the equations"],
    ["an edge", { adjacent: true }, "[1,0] ∩ [0,1]: adjacent in the graph, empty by the equations"],
  ]);
  refuses(checkMeeting, { ...between(partition(1, 1), p), claimed: 0, adjacent: true }, [
    ["no meeting", { claimed: undefined }, "[1,1] ∩ [1,0]: empty by the criterion, 0 by the equations"],
    ["no edge", { adjacent: false }, "[1,1] ∩ [1,0]: not adjacent in the graph, 0 by the equations"],
  ]);
  const shared = between(partition(1, 0, 0, 0), partition(1, 0, 0, -1));
  refuses(checkMeeting, { ...shared, claimed: 3, adjacent: true }, [
    ["another dimension", { claimed: 2 }, "[1,0,0,0] ∩ [1,0,0,-1]: 2 by the criterion, 3 by the equations"],
  ]);
});

describe("a vertex", () => {
  const vertex: VertexCase = { name: "[1,0]", isolated: false, reached: true, extra: 1 };

  test("is accepted if isolated without extra neurons", () => {
    expect(checkVertex({ ...vertex, isolated: true, reached: false, extra: 0 })).toBeUndefined();
  });

  refuses(checkVertex, vertex, [
    ["no way to it", { reached: false }, "[1,0] is not reached"],
    ["two extra neurons", { isolated: true, reached: false, extra: 2 }, "[1,0] is not reached"],
    ["m = r", { extra: 0 }, "[1,0] meets another subspace, though m = r"],
  ]);
});

visits(claim, { graph: 34, moves: 25, "meeting criterion": 79 });
