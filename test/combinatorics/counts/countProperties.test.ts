import { describe, expect, test } from "vitest";
import { properties as eq6 } from "../../../properties/eq-6.js";
import { properties as extThreshold } from "../../../properties/ext-threshold.js";
import { properties as eq5 } from "../../../properties/eq-5.js";
import { properties as fig1Count } from "../../../properties/fig-1-count.js";
import { properties as fig6 } from "../../../properties/fig-6.js";
import { properties as lem46 } from "../../../properties/lem-4.6.js";
import { properties as mlpRatio } from "../../../properties/mlp-ratio.js";
import { properties as prop45 } from "../../../properties/prop-4.5.js";
import { properties as thm31Count } from "../../../properties/thm-3.1-count.js";

const groups = {
  "eq-6": eq6,
  "ext-threshold": extThreshold,
  "fig-6": fig6,
  "eq-5": eq5,
  "fig-1-count": fig1Count,
  "lem-4.6": lem46,
  "mlp-ratio": mlpRatio,
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
    const { distinct, ...result } = property.sample({ seed: 20210, runs: 40 });
    expect(result).toEqual({ held: true, cases: 40, seed: 20210 });
    expect(distinct).toBeGreaterThan(1);
  });
});
