import { describe, expect, test } from "vitest";
import { properties as eq6 } from "../../properties/eq-6.js";
import { properties as extThreshold } from "../../properties/ext-threshold.js";
import { properties as fig6 } from "../../properties/fig-6.js";
import { properties as prop45 } from "../../properties/prop-4.5.js";
import { properties as thm31Count } from "../../properties/thm-3.1-count.js";

const groups = {
  "eq-6": eq6,
  "ext-threshold": extThreshold,
  "fig-6": fig6,
  "prop-4.5": prop45,
  "thm-3.1-count": thm31Count,
};

describe.each(Object.entries(groups))("%s", (claim, properties) => {
  test("each property is named after its claim", () => {
    expect(properties.length).toBeGreaterThan(0);
    for (const { name } of properties) expect(name.startsWith(`${claim}/`)).toBe(true);
    expect(new Set(properties.map(({ name }) => name)).size).toBe(properties.length);
  });

  test.each(properties.map((property) => [property.name, property] as const))("%s holds", (_, property) => {
    expect(property.sample({ seed: 20210, runs: 40 })).toEqual({ held: true, cases: 40, seed: 20210 });
  });
});
