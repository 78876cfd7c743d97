import { expect, test } from "vitest";
import { countedBySize } from "../../../src/claims/evidence/countedBySize.js";

const named = (r: number, m: number): string[] =>
  Array.from({ length: r + m }, (_, index) => `${r},${m}:${index}`);
const count = (r: number, m: number): bigint => BigInt(r + m);

test("goes through all sizes r ≤ m ≤ maxM, by m", () => {
  expect([...countedBySize(2, named, count)]).toEqual([...named(1, 1), ...named(1, 2), ...named(2, 2)]);
  expect([...countedBySize(0, named, count)]).toEqual([]);
});

test("lists nothing ahead: a size comes after the one before is counted", () => {
  const cases = countedBySize(2, named, () => 0n);
  expect([cases.next().value, cases.next().value]).toEqual(["1,1:0", "1,1:1"]);
  expect(() => cases.next()).toThrow(new RangeError("2 cases at (1,1), expected 0"));
});

test.each([
  ["a case too few", (r: number, m: number) => named(r, m).slice(1), "2 cases at (1,2), expected 3"],
  ["a case too many", (r: number, m: number) => [...named(r, m), ""], "4 cases at (1,2), expected 3"],
])("%s at one size is an error", (_, wrong, message) => {
  const list = (r: number, m: number): string[] => (r === 1 && m === 2 ? wrong(r, m) : named(r, m));
  expect(() => [...countedBySize(3, list, count)]).toThrow(new RangeError(message));
});

test("a lack that an excess at another size makes up for in the total is an error", () => {
  const list = (r: number, m: number): string[] =>
    r === 1 && m === 2 ? named(r, m).slice(1) : r === 2 ? [...named(r, m), "more"] : named(r, m);
  expect([...named(1, 1), ...list(1, 2), ...list(2, 2)]).toHaveLength(2 + 3 + 4);
  expect(() => [...countedBySize(2, list, count)]).toThrow("2 cases at (1,2), expected 3");
});
