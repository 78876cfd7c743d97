import { afterEach, expect, test, vi } from "vitest";
import { claim as connected } from "../../src/claims/thm-3.1-connected.js";
import { claim as fig4 } from "../../src/claims/fig-4.js";
import { verdictOf } from "./quickContext.js";

/*
 * Graphs and meetings that are not what they should be: the evidence for connectedness must see it.
 */

type Fault = "none" | "all meet" | "none meets" | "unreached";

const planted = vi.hoisted((): { graph: Fault; criterion: Fault } => ({ graph: "none", criterion: "none" }));

vi.mock(import("../../src/manifold/graph/intersectionGraph.js"), async (importOriginal) => {
  const original = await importOriginal();
  class Spoilt extends original.IntersectionGraph {
    override neighboursOf(vertex: number): Uint32Array {
      if (planted.graph === "all meet")
        return Uint32Array.from({ length: this.vertexCount }, (_, other) => other);
      return planted.graph === "none meets" ? new Uint32Array(0) : super.neighboursOf(vertex);
    }

    override distancesFrom(source: number): Int32Array {
      const distances = super.distancesFrom(source);
      if (planted.graph === "unreached") distances.fill(-1, -1);
      return distances;
    }
  }
  return { ...original, IntersectionGraph: Spoilt };
});

vi.mock(import("../../src/combinatorics/partitions/meetingCriterion.js"), async (importOriginal) => {
  const original = await importOriginal();
  const meetingCriterion: typeof original.meetingCriterion = (p, q) => {
    if (planted.criterion === "none") return original.meetingCriterion(p, q);
    return planted.criterion === "all meet";
  };
  return { ...original, meetingCriterion };
});

afterEach(() => {
  planted.graph = "none";
  planted.criterion = "none";
});

test("without a fault all hold", () => {
  for (const name of ["graph", "moves", "meeting criterion"]) {
    expect(verdictOf(connected, name)).toMatchObject({ held: true });
  }
  expect(verdictOf(fig4, "graphs")).toMatchObject({ held: true });
});

test.each([
  ["all meet", "[1] meets another subspace, though m = r"],
  ["none meets", "[1,0] is not reached"],
  ["unreached", "[0,1] is not reached"],
] as const)("a graph where %s", (fault, failure) => {
  planted.graph = fault;
  expect(verdictOf(connected, "graph")).toMatchObject({ held: false, failure });
  expect(verdictOf(fig4, "graphs")).toMatchObject({ held: false });
});

test("moves between subspaces that don't meet lead nowhere", () => {
  planted.criterion = "none meets";
  expect(verdictOf(connected, "moves")).toMatchObject({ held: false, failure: "[1,0] is not reached" });
});

test.each(["all meet", "none meets"] as const)(
  "a criterion by which %s is refuted by the equations",
  (fault) => {
    planted.criterion = fault;
    expect(verdictOf(connected, "meeting criterion")).toMatchObject({ held: false });
  },
);
