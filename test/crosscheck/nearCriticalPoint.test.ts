import { describe, expect, test } from "vitest";
import { QUARTIC, enclosedPolynomial, realActivations } from "../../src/crosscheck/checkedActivation.js";
import { nearbyDouble } from "../../src/crosscheck/multiLayerBatch.js";
import { CERTIFIED, doubleOf } from "../../src/crosscheck/gradientChecks.js";
import { nearCriticalPoint } from "../../src/crosscheck/nearCriticalPoint.js";
import { copiedUnits, saddlesAbove } from "../../src/crosscheck/saddleInstances.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { dataSet } from "../../src/landscape/loss/data.js";

const request = { r: 2, inputDimension: 2, outputDimension: 1, points: 8, size: 1, seed: 5 };

describe.each(
  [...realActivations(), enclosedPolynomial(QUARTIC)].map((checked) => ({ name: checked.name, checked })),
)("$name", ({ checked }) => {
  test("has points that are certified to be critical up to doubles, with a loss that isn't 0", () => {
    // The polynomial's values are some thousand times as large.
    const nearly = checked.name === QUARTIC.name ? 2 ** -30 : CERTIFIED;
    const { network, data } = nearCriticalPoint(doubleOf(checked), request);
    const gradient = checked.gradient(network, data);
    expect(gradient).toHaveLength(6);
    expect(Math.max(...gradient.map(({ lower, upper }) => Math.max(-lower, upper)))).toBeLessThan(nearly);
    const [first, ...others] = data.targets;
    if (first === undefined) throw new Error("no targets");
    // A target moved by 1/1000 is noticed.
    const moved = dataSet(data.inputs, [first.times(rational(1001n, 1000n)), ...others]);
    const wrong = checked.gradient(network, moved);
    expect(Math.max(...wrong.map(({ lower, upper }) => Math.max(-lower, upper)))).toBeGreaterThan(nearly);
  });

  test("has directions above them that are certified to be negative", () => {
    for (const found of [...saddlesAbove(checked, 1), ...copiedUnits(checked, 1)]) {
      expect(found.checked.second(found.network, found.data, found.direction).upper).toBeLessThan(0);
      const gradient = checked.gradient(found.network, found.data);
      expect(Math.max(...gradient.map(({ lower, upper }) => Math.max(-lower, upper)))).toBeLessThan(2 ** -30);
    }
  });
});

test("doubles near rationals of any size", () => {
  const huge = 10n ** 400n;
  expect(nearbyDouble(1n, 3n)).toBe(1 / 3);
  expect(nearbyDouble(-huge, 3n * huge)).toBeCloseTo(-1 / 3, 14);
  expect(nearbyDouble(huge, 1n)).toBe(Infinity);
  expect(nearbyDouble(1n, huge)).toBe(0);
});
