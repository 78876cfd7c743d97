import { describe, expect, test } from "vitest";
import { type Steps, checkConfluence, claim } from "../../src/claims/def-3.1.js";
import { redundancies } from "../../src/network/irreducible.js";
import { reduce } from "../../src/network/reduction.js";
import { reductionStep } from "../../src/network/reductionSteps.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { verdictOf } from "./quickContext.js";
import { visits } from "./checks.js";
import { scalarNetwork as network } from "./written.js";

const threeAlike = network(["1", "1"], ["1", "2"], ["1", "4"]);
const mixed = network(["1", "1"], ["0", "0"], ["1", "-1"], ["2", "3"]);

const check = (given: TwoLayerNetwork, steps: Partial<Steps>): string | undefined =>
  checkConfluence(given, reduce(given), { redundancies, reductionStep, ...steps });

describe("reduction in every order", () => {
  test.each([
    ["units to merge, to drop and to cancel", mixed],
    ["an irreducible network", network(["1", "1"], ["2", "1"])],
    ["one where everything cancels", network(["1", "1"], ["1", "-1"])],
    ["width 0", network()],
  ])("of %s ends in its reduction", (_, given) => {
    expect(checkConfluence(given)).toBeUndefined();
  });

  test("another end than claimed is caught", () => {
    const message = checkConfluence(threeAlike, reduce(network(["1", "6"])));
    expect(message).toBe("ends at 1>1|1;7, not 1>1|1;6");
  });

  test("the order of the units of the end doesn't matter", () => {
    const given = network(["1", "1"], ["2", "1"]);
    expect(checkConfluence(given, reduce(network(["2", "1"], ["1", "1"])))).toBeUndefined();
  });
});

test("every network on the way is gone through, once", () => {
  const visited: string[] = [];
  const seen: Steps["redundancies"] = (given) => {
    visited.push(given.units.map(({ outgoing }) => outgoing.key).join(" "));
    return redundancies(given);
  };
  expect(check(threeAlike, { redundancies: seen })).toBeUndefined();
  expect(visited.sort()).toEqual(["1 2 4", "1 6", "2 5", "3 4", "7"].sort());
});

describe("wrong steps", () => {
  test("one that forgets the outgoing vector of the unit it drops changes the measure", () => {
    const forget: Steps["reductionStep"] = (given, step) => {
      const dropped = step.kind === "silent" ? step.index : step.first;
      return { ...given, units: given.units.filter((_, index) => index !== dropped) };
    };
    expect(check(threeAlike, { reductionStep: forget })).toMatch(/^a step changed the measure, at /);
  });

  test("one that is wrong for one pair alone is found, as every order is followed", () => {
    // Only merging the second of three into the third goes wrong.
    const rarely: Steps["reductionStep"] = (given, step) => {
      const next = reductionStep(given, step);
      const wrong = given.units.length === 3 && step.kind === "equal incoming" && step.first === 1;
      return wrong ? network(["1", "1"], ["1", "5"]) : next;
    };
    expect(check(threeAlike, { reductionStep: rarely })).toBe("a step changed the measure, at 1;1|1;5");
  });

  test("one that keeps the width is caught, as nothing would end", () => {
    expect(check(threeAlike, { reductionStep: (given) => given })).toMatch(/^a step did not drop one unit, /);
  });

  test("one that drops two units at once is caught", () => {
    const both: Steps["reductionStep"] = (given) => ({ ...given, units: given.units.slice(2) });
    expect(check(network(["1", "1"], ["1", "-1"]), { reductionStep: both })).toBe(
      "a step did not drop one unit, at 1;1|1;-1",
    );
  });

  test("a redundancy that is not seen leaves a reducible end", () => {
    expect(check(mixed, { redundancies: () => [] })).toMatch(/^stuck at a reducible network, /);
  });

  test("units that vanish only after merging must be dropped too", () => {
    const mergesOnly: Steps["redundancies"] = (given) =>
      redundancies(given).filter(({ kind }) => kind === "equal incoming");
    expect(check(network(["1", "1"], ["1", "-1"]), { redundancies: mergesOnly })).toBe(
      "stuck at a reducible network, 1;0",
    );
  });
});

test("four groups occur at once in all networks of up to five units out of twelve, up to order: C(17,5)", () => {
  expect(verdictOf(claim, "four groups")).toMatchObject({ held: true, visited: "6188", expected: "6188" });
  const four = ["0", "1", "-1", "2"].map((w) => [w, "0"] as const);
  expect(
    checkConfluence(network(...four), { ...reduce(network(...four)), irreducible: network(["2", "0"]) }),
  ).toMatch(/^ends at /);
});

// All networks of up to four units out of six: 1 + 6 + 36 + 216 + 1296.
visits(claim, { "all orders": 1555 });
