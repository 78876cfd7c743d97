import { describe, expect, it } from "vitest";
import { withAllowances } from "./allowances.js";

describe("withAllowances", () => {
  const finding = { file: "src/exact/a.ts", line: 1, rule: "division", message: "" } as const;

  it("leaves out what is allowed, in that file and by that rule only", () => {
    const others = [
      { ...finding, file: "src/exact/b.ts" },
      { ...finding, rule: "literal" },
    ] as const;
    const allowed = { "src/exact/a.ts": { rules: ["division"], reason: "stays integral" } } as const;
    expect(withAllowances([finding, ...others], allowed)).toEqual({ left: others, unneeded: [] });
  });

  it("names an entry that leaves nothing out", () => {
    const allowed = { "src/exact/a.ts": { rules: ["division", "math"], reason: "stays integral" } } as const;
    expect(withAllowances([finding], allowed)).toEqual({ left: [], unneeded: ["src/exact/a.ts: math"] });
  });
});
