import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import {
  checkReducible,
  reducibleCriticalPoints,
  reducibleEvidence,
} from "../../../src/claims/instances/reducibleCritical.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { expandCritical } from "../../../src/landscape/criticalPoints/criticalExpansion.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { quickContext } from "../quickContext.js";

const [found] = reducibleCriticalPoints();
if (found === undefined) throw new Error("no points");

describe("reducible critical points", () => {
  it("are critical in no Θ̄", () => {
    for (const point of reducibleCriticalPoints()) expect(checkReducible(point)).toBeUndefined();
  });

  it("are told from points of Θ̄, a share β = 0 included", () => {
    const theta = twoLayerNetwork(1, 1, found.network.units.slice(0, 1));
    for (const beta of [rational(1n), rational(1n, 3n)]) {
      const network = expandCritical(theta, LabelledPartition.of([1, 1], 1), [beta, rational(1n).sub(beta)]);
      expect(checkReducible({ ...found, network })).toBe("it is in Θ̄ of its reduction");
    }
  });

  it("are caught where they aren't critical, fit the data or are special", () => {
    const beside = twoLayerNetwork(1, 1, [unitOf(["2"], ["3"]), unitOf(["-4"], ["0"])]);
    expect(checkReducible({ ...found, network: beside })).toBe("the gradient is not 0");
    const through = twoLayerNetwork(1, 1, [unitOf(["2"], ["3"]), unitOf(["0"], ["0"])]);
    expect(checkReducible({ ...found, network: through })).toMatch(/^a special point: w·x = 0 at neuron 2/);
    const targets = found.data.targets.map((target, k) =>
      target.plus(found.residuals[k] ?? RationalVector.zero(1)),
    );
    expect(checkReducible({ ...found, data: { ...found.data, targets } })).toBe("the loss is 0");
  });

  it("settle that there are some", async () => {
    expect(await reducibleEvidence.run(quickContext)).toMatchObject({ held: true, visited: "4" });
  });
});
