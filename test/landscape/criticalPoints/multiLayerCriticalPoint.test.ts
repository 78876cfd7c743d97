import { describe, expect, it } from "vitest";
import { parseRational } from "../../../src/exact/numbers/rational.js";
import { dataSet, squaredError } from "../../../src/landscape/index.js";
import { multiLayerCriticalPoint } from "../../../src/landscape/criticalPoints/multiLayerCriticalPoint.js";
import { isGenericFor } from "../../../src/landscape/criticalPoints/genericity.js";
import { hiddenPreactivations, multiLayerGradient } from "../../../src/landscape/loss/multiLayerGradient.js";
import { isIrreducibleMultiLayer } from "../../../src/network/irreducible.js";
import { evaluateMultiLayer } from "../../../src/network/multiLayerNetwork.js";
import { polynomial } from "../fixtures.js";

const activation = polynomial("1 1 1/2 -1/3");
const REQUEST = { widths: [1, 2, 2, 1], hasBiases: false, points: 10, activation, seed: 3 };

describe("multiLayerCriticalPoint", () => {
  it.each([
    ["one output", {}],
    ["biases", { hasBiases: true, points: 15 }],
    ["two outputs", { widths: [2, 2, 2, 2], points: 8 }],
  ])("is critical, irreducible and in general position, and misses its targets: %s", (_, other) => {
    const { network, data, residuals } = multiLayerCriticalPoint({ ...REQUEST, ...other });
    expect(multiLayerGradient(network, data, activation, squaredError).isZero()).toBe(true);
    expect(isIrreducibleMultiLayer(network)).toBe(true);
    expect(new Set(data.inputs.map(({ key }) => key)).size).toBe(data.inputs.length);
    const generic = isGenericFor(activation);
    data.inputs.forEach((input, k) => {
      expect(hiddenPreactivations(network, input, activation).every(generic)).toBe(true);
      const residual = evaluateMultiLayer(network, input, (z) => activation.derivative(0, z)).minus(
        data.targets[k] ?? input,
      );
      expect(residual.key).toBe(residuals[k]?.key);
      expect(residual.isZero()).toBe(false);
    });
    const targets = data.targets.map((target, k) => (k === 0 ? target.times(parseRational("2")) : target));
    expect(
      multiLayerGradient(network, dataSet(data.inputs, targets), activation, squaredError).isZero(),
    ).toBe(false);
  });

  it("is the same for the same seed and another for another", () => {
    const texts = [3, 3, 4].map((seed) =>
      multiLayerCriticalPoint({ ...REQUEST, seed })
        .data.targets.map(({ key }) => key)
        .join(),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  it("says so where residuals 0 are the only ones", () => {
    expect(() => multiLayerCriticalPoint({ ...REQUEST, points: 3 })).toThrow(
      "no random critical point of several layers was found; choose more points or another seed",
    );
  });
});
