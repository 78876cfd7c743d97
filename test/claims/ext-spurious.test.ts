import { expect, test } from "vitest";
import { checkIndex, claim } from "../../src/claims/ext-spurious.js";
import { symmetricCritical } from "../../src/landscape/spurious/symmetricCritical.js";
import { Interval } from "../../src/exact/intervals/interval.js";
import { verdictOf } from "./quickContext.js";

test("the minima are accepted by the checker, and the saddles have their index", () => {
  expect(verdictOf(claim, "saddles")).toMatchObject({ held: true, visited: "3" });
});

test("another index, and a loss that may be 0, are seen", () => {
  const item = { k: 5, family: "decaying", index: 3n } as const;
  const found = symmetricCritical(5, "decaying");
  expect(checkIndex(item)).toBeUndefined();
  expect(checkIndex({ ...item, index: 2n })).toBe("the index is 3 for k = 5, decaying");
  const loss = Interval.of(-1n, 1n, 160);
  expect(checkIndex(item, () => ({ ...found, loss }))).toBe("the loss may be 0 for k = 5");
});
