import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import {
  checkReducible,
  reducibleCriticalPoints,
  reducibleEvidence,
} from "../../../src/claims/instances/reducibleCritical.js";
import { writtenNetwork } from "../../../src/claims/instances/written.js";
import { entry } from "../../../src/exact/entry.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { expandCritical } from "../../../src/landscape/criticalPoints/criticalExpansion.js";
import { quickContext } from "../quickContext.js";

const found = entry(reducibleCriticalPoints(), 0);

describe("reducible critical points", () => {
  it("are critical in no Θ̄", () => {
    for (const point of reducibleCriticalPoints()) expect(checkReducible(point)).toBeUndefined();
  });

  it("differ from points of Θ̄, with β = 0 too", () => {
    const theta = writtenNetwork("2", "3");
    for (const beta of [rational(1n), rational(1n, 3n)]) {
      const network = expandCritical(theta, LabelledPartition.of([1, 1], 1), [beta, rational(1n).sub(beta)]);
      expect(checkReducible({ ...found, network })).toBe("it is in Θ̄ of its reduction");
    }
  });

  it("are caught where they aren't critical, fit the data or are special", () => {
    const withUnits = (w: string) => checkReducible({ ...found, network: writtenNetwork(w, "3; 0") });
    expect(withUnits("2; -4")).toBe("the gradient is not 0");
    expect(withUnits("2; 0")).toMatch(/^a special point: w·x = 0 at neuron 2/);
    const targets = found.data.targets.map((target, k) =>
      target.plus(found.residuals[k] ?? RationalVector.zero(1)),
    );
    expect(checkReducible({ ...found, data: { ...found.data, targets } })).toBe("the loss is 0");
  });

  it("settle that there are some", async () => {
    expect(await reducibleEvidence.run(quickContext)).toMatchObject({ held: true, visited: "4" });
  });
});
