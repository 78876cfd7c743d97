import { expect, test } from "vitest";
import { compareRoutes, plantError, triangle } from "./agreement.js";

const product = (r: number, m: number): bigint => BigInt(r) * BigInt(m);

test("a comparison counts what it compared and finds a value planted wrong", () => {
  expect(compareRoutes(product, product, triangle(3))).toEqual({ compared: 10, differences: [] });
  expect(compareRoutes(product, plantError(product, 2, 3), triangle(3))).toEqual({
    compared: 10,
    differences: ["(2, 3): 6 and 7"],
  });
});

test("the triangle reaches past its diagonal when asked", () => {
  expect([...triangle(1, 1)]).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
});
