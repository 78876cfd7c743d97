import { describe, expect, test } from "vitest";
import { checkClassification, claim } from "../../src/claims/rem-4.2.js";
import { reduce } from "../../src/network/reduction.js";
import { visits } from "./checks.js";
import { scalarNetwork as network } from "./written.js";

const teacher = network(["1", "3"], ["2", "5"]);
/** Two copies of unit 1, unit 2, a group of two that cancel, and a unit without output. */
const student = network(["1", "1"], ["4", "7"], ["2", "5"], ["1", "2"], ["4", "-7"], ["6", "0"]);

const check = (codes: readonly number[], irreducible = teacher, given = student): string | undefined =>
  checkClassification({ teacher, network: given }, { irreducible, labelledPartition: codes });

describe("a student in groups", () => {
  test("as reduction finds them", () => {
    expect(reduce(student).labelledPartition).toEqual([1, 0, 2, 1, 0, -1]);
    expect(checkClassification({ teacher, network: student })).toBeUndefined();
  });

  test("in another order of the teacher's units", () => {
    expect(check([2, 0, 1, 2, 0, -1], network(["2", "5"], ["1", "3"]))).toBeUndefined();
  });

  test.each([
    ["a copy put with the zero groups", [1, 0, 2, 0, 0, -1], "a group with several incoming vectors"],
    ["a zero group in two", [1, 0, 2, 1, -1, -2], "an incoming vector in several groups"],
    ["labels swapped", [2, 0, 1, 2, 0, -1], "group 2 is not made of copies"],
    ["a label that names no unit", [1, 0, 3, 1, 0, -1], "group 3 is not made of copies"],
    ["a zero group taken for copies", [1, 3, 2, 1, 3, 0], "group 3 is not made of copies"],
    ["copies taken for a zero group", [-2, 0, 2, -2, 0, -1], "zero group -2 sums to 3"],
    ["a neuron forgotten", [1, 0, 2, 1, 0], "not every neuron is in a group"],
  ])("not with %s", (_, codes, message) => {
    expect(check(codes)).toBe(message);
  });

  test("not with copies whose outputs miss the teacher's", () => {
    const short = network(["1", "1"], ["1", "1"], ["2", "5"]);
    expect(check([1, 1, 2], teacher, short)).toBe("group 1 is not made of copies");
  });

  test("not pruned to another network", () => {
    expect(check([1, 0, 2, 1, 0, -1], network(["1", "3"], ["2", "4"]))).toBe(
      "pruned to 1>1|1;3|2;4, not 1>1|1;3|2;5",
    );
    const lossy = network(["1", "1"], ["2", "5"]);
    expect(checkClassification({ teacher, network: lossy })).toBe("pruned to 1>1|1;1|2;5, not 1>1|1;3|2;5");
  });
});

visits(claim, { "all students": 1312 });
