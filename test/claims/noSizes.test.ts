import { expect, test } from "vitest";
import { claimById } from "../../src/claims/registry.js";
import { quickContext } from "./quickContext.js";

test("evidence about sizes there are none of is not held", () => {
  const counting = claimById("thm-3.1-connected")?.evidence.filter(({ name }) => name === "moves") ?? [];
  expect(counting.map(({ run }) => run({ ...quickContext, maxM: 1 }))).toMatchObject([
    { held: false, failure: "visited 0 cases, expected 0" },
  ]);
});
