import { describe, expect, it } from "vitest";
import { checkMixed, mixedEvidence, mixedLevels } from "../../../src/claims/instances/mixedLevels.js";
import { quickContext } from "../quickContext.js";

describe("levels that differ from layer to layer", () => {
  const teacher = { r: 4, m: 5, hidden: 3 };

  it("are more than the global minima at the widths of Figure 1(d,e)", () => {
    expect(mixedLevels(teacher)).toBe(421n ** 3n - 240n ** 3n);
    expect(mixedLevels(teacher) > 360n ** 3n).toBe(true);
    expect(181n ** 3n < 360n ** 3n).toBe(true);
  });

  it("are found wanting with the minimal network among them, or with the paper's levels alone", () => {
    expect(checkMixed(teacher, mixedLevels(teacher))).toBeUndefined();
    expect(checkMixed(teacher, 421n ** 3n)).toMatch(/not 60794461/);
    expect(checkMixed(teacher, 181n ** 3n)).toMatch(/not 60794461/);
  });

  it("hold over the whole range", async () => {
    expect(await mixedEvidence.run(quickContext)).toMatchObject({
      held: true,
      visited: "80",
      expected: "80",
    });
  });
});
