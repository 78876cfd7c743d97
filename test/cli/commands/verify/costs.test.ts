import { expect, it } from "vitest";
import { evidenceOf } from "../../../../src/claims/evidence/evidenceOf.js";
import { claims } from "../../../../src/claims/registry.js";
import { costOf } from "../../../../src/cli/commands/verify/costs.js";
import costs from "../../../../src/cli/commands/verify/costs.json" with { type: "json" };

it("costs are of evidence that there is, some seconds each", () => {
  const names = claims.flatMap((claim) => evidenceOf(claim).map(({ name }) => `${claim.id} ${name}`));
  const strangers = (listed: object): string[] => Object.keys(listed).filter((name) => !names.includes(name));
  expect(strangers(costs)).toEqual([]);
  expect(strangers({ ...costs, "def-2.2 no such": 1 })).toEqual(["def-2.2 no such"]);
  for (const seconds of Object.values(costs)) expect(seconds).toBeGreaterThan(0);
});

it("evidence that isn't listed costs less than any that is", () => {
  const [slowest = ["", 0]] = Object.entries(costs);
  const [claim = "", ...words] = slowest[0].split(" ");
  expect(costOf(claim, words.join(" "))).toBe(slowest[1]);
  expect(costOf("def-2.2", "no such")).toBeLessThan(Math.min(...Object.values(costs)));
});
