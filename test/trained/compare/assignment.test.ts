import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";
import {
  type Assignment,
  assignmentFault,
  leastAssignment,
} from "../../../src/trained/compare/assignment.js";

/** A matrix of costs with many ties. */
function costsOf(size: number, seed: number): number[][] {
  const draw = seededIntegers(seed, "costs");
  return Array.from({ length: size }, () => Array.from({ length: size }, () => draw(0, 12)));
}

/** The least cost by trying all orders. */
function leastOfAll(costs: readonly (readonly number[])[]): number {
  const places = costs.map((_, index) => index);
  const all = ordersOf(places).map((order) =>
    order.reduce((sum, column, row) => sum + entry(entry(costs, row), column), 0),
  );
  expect(all.length).toBe(places.reduce((product, place) => product * (place + 1), 1));
  return Math.min(...all);
}

function ordersOf(places: readonly number[]): number[][] {
  if (places.length === 0) return [[]];
  return places.flatMap((first) =>
    ordersOf(places.filter((place) => place !== first)).map((rest) => [first, ...rest]),
  );
}

describe("leastAssignment", () => {
  it("costs as much as the best of all orders, which its potentials prove", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const costs = costsOf(seed % 7, seed);
      const assignment = leastAssignment(costs);
      expect(assignment.cost).toBe(leastOfAll(costs));
      expect(assignmentFault(costs, assignment)).toBeUndefined();
    }
  });

  it("finds a hidden order among many rows", () => {
    const size = 150;
    const draw = seededIntegers(7, "hidden order");
    const costs = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (column === (row * 7 + 3) % size ? 1 : draw(2, 1000))),
    );
    const { columns, cost } = leastAssignment(costs);
    expect(columns).toEqual(costs.map((_, row) => (row * 7 + 3) % size));
    expect(cost).toBe(size);
  });

  const COSTS = costsOf(5, 3);
  const right = leastAssignment(COSTS);
  const [first, second, ...others] = right.columns;
  it.each<[string, Partial<Assignment>, string]>([
    [
      "two rows with one column",
      { columns: [first ?? 0, first ?? 0, ...others] },
      "two rows have one column",
    ],
    ["another order", { columns: [second ?? 0, first ?? 0, ...others] }, "the assignment costs"],
    ["a cost too low", { cost: right.cost - 1 }, "the assignment costs"],
    ["potentials too high", { rowPotentials: right.rowPotentials.map((one) => one + 20) }, "exceed the cost"],
    [
      "potentials too low",
      { rowPotentials: right.rowPotentials.map((one) => one - 1) },
      "the potentials prove",
    ],
  ])("would be caught with %s", (_, change, fault) => {
    expect(assignmentFault(COSTS, right)).toBeUndefined();
    expect(assignmentFault(COSTS, { ...right, ...change })).toContain(fault);
  });
});
