import { describe, expect, test } from "vitest";
import { type VertexCase, checkVertex } from "../../src/claims/instances/graphVertices.js";
import { type MeetingCase, checkMeeting, claim } from "../../src/claims/thm-3.1-connected.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { verdictOf } from "./quickContext.js";

const partition = (...codes: readonly number[]): LabelledPartition =>
  LabelledPartition.of(codes, Math.max(...codes));

describe("two subspaces", () => {
  /** In dimensions d_in = 1 and d_out = 2. */
  const between = (p: LabelledPartition, q: LabelledPartition) => {
    const theta = standardNetwork(p.r, 1, 2);
    return { p, q, left: gammaSubspace(theta, p), right: gammaSubspace(theta, q) };
  };
  const same: MeetingCase = { ...between(partition(1, 0), partition(1, 0)), claimed: 1, joined: false };
  const meeting: MeetingCase = { ...between(partition(1, 1), partition(1, 0)), claimed: 0, joined: true };
  const shared: MeetingCase = {
    ...between(partition(1, 0, 0, 0), partition(1, 0, 0, -1)),
    claimed: 3,
    joined: true,
  };
  const apart: MeetingCase = {
    ...between(partition(1, 0), partition(0, 1)),
    claimed: undefined,
    joined: false,
  };

  test.each([same, meeting, shared, apart])("as they are, are accepted: $p.key and $q.key", (item) => {
    expect(checkMeeting(item)).toBeUndefined();
  });

  test.each([
    [
      "a dimension off by one",
      { ...shared, claimed: 2 },
      "[1,0,0,0] ∩ [1,0,0,-1]: 2 by the criterion, 3 by the equations",
    ],
    [
      "a meeting denied",
      { ...meeting, claimed: undefined },
      "[1,1] ∩ [1,0]: empty by the criterion, 0 by the equations",
    ],
    [
      "a meeting made up",
      { ...apart, claimed: 0 },
      "[1,0] ∩ [0,1]: 0 by the criterion, empty by the equations",
    ],
    [
      "an edge left out",
      { ...meeting, joined: false },
      "[1,1] ∩ [1,0]: not joined in the graph, 0 by the equations",
    ],
    [
      "an edge made up",
      { ...apart, joined: true },
      "[1,0] ∩ [0,1]: joined in the graph, empty by the equations",
    ],
    [
      "an edge to itself",
      { ...same, joined: true },
      "[1,0] ∩ [1,0]: joined in the graph, 1 by the equations",
    ],
  ])("%s is caught", (_, item, message) => {
    expect(checkMeeting(item)).toBe(message);
  });
});

describe("a vertex", () => {
  const vertex: VertexCase = { name: "[1,0]", isolated: false, reached: true, extra: 1 };

  test("is accepted if reached, or isolated without extra neurons", () => {
    expect(checkVertex(vertex)).toBeUndefined();
    expect(checkVertex({ ...vertex, isolated: true, reached: false, extra: 0 })).toBeUndefined();
  });

  test("that is not reached is caught", () => {
    expect(checkVertex({ ...vertex, reached: false })).toBe("[1,0] is not reached");
    expect(checkVertex({ ...vertex, isolated: true, reached: false, extra: 2 })).toBe("[1,0] is not reached");
  });

  test("that meets another at m = r is caught", () => {
    expect(checkVertex({ ...vertex, extra: 0 })).toBe("[1,0] meets another subspace, though m = r");
  });
});

test.each([
  ["graph", "34"],
  ["moves", "25"],
  ["meeting criterion", "79"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
