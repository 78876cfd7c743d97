import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { certified } from "../../../src/claims/evidence/certified.js";
import {
  type PointClaim,
  certifiedPoints,
  pointInstance,
} from "../../../src/claims/instances/pointsAbove.js";
import { POLYNOMIAL } from "../../../src/claims/instances/criticalInstances.js";
import { criticalPointOfIndex } from "../../../src/landscape/criticalPoints/criticalSearch.js";

const below = criticalPointOfIndex(
  { r: 1, inputDimension: 1, outputDimension: 1, points: 4, activation: POLYNOMIAL, seed: 100 },
  0,
);
const point = {
  below,
  surjection: LabelledPartition.of([1, 1], 1),
  beta: [rational(1n, 3n), rational(2n, 3n)],
};

const progress = (): void => undefined;

async function judged(instance: ReturnType<typeof pointInstance>): Promise<string | undefined> {
  const { failure } = await certified({ what: "", range: "", expected: 1n, instances: [instance], progress });
  return failure;
}

describe("certificates of critical points", () => {
  it.each<PointClaim>(["prop-4.3", "prop-4.4"])("are accepted for %s", async (claim) => {
    expect(await judged(pointInstance(claim, point))).toBeUndefined();
  });

  it("are rejected where the gradient is not 0", async () => {
    const [first, ...others] = below.data.targets;
    const targets =
      first === undefined ? [] : [first.plus(first).plus(below.data.inputs[0] ?? first), ...others];
    const moved = { ...point, below: { ...below, data: { ...below.data, targets } } };
    expect(await judged(pointInstance("prop-4.3", moved))).toMatch(/^rejected by rule gradient/);
  });

  it("are rejected for a claim that they do not show: E_t = 0 where d_out = 1", async () => {
    expect(await judged(pointInstance("ext-saddle", point))).toMatch(/^rejected by rule instance/);
  });

  it("are rejected for a network or a width that was not asked about", async () => {
    const instance = pointInstance("prop-4.3", point);
    const other = { ...instance, asked: { ...instance.asked, m: 3 } };
    expect(await judged(other)).toMatch(/^rejected by rule parameters/);
    const theta = { incoming: [["7"]], outgoing: [["1"]] };
    expect(await judged({ ...instance, asked: { ...instance.asked, theta } })).toMatch(/^rejected by rule /);
  });

  it("are as many as expected, or the evidence fails", async () => {
    const run = { maxM: 2, seed: 1, progress };
    expect(await certifiedPoints("prop-4.3", "", 1n, () => [point]).run(run)).toMatchObject({ held: true });
    expect(await certifiedPoints("prop-4.3", "", 2n, () => [point]).run(run)).toMatchObject({
      held: false,
      failure: "1 certificates, expected 2",
    });
  });
});
