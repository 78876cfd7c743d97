import fc from "fast-check";
import { LabelledPartition } from "../src/combinatorics/partitions/labelledPartition.js";
import { inertia } from "../src/exact/inertia/inertia.js";
import { rational } from "../src/exact/numbers/rational.js";
import { polynomialActivation } from "../src/landscape/activations/activation.js";
import { squaredError } from "../src/landscape/loss/cost.js";
import { expandCritical } from "../src/landscape/criticalPoints/criticalExpansion.js";
import { hessian } from "../src/landscape/loss/hessian.js";
import { criticalPoint } from "../src/landscape/criticalPoints/randomCriticalPoint.js";
import { type Property, property } from "./property.js";

const activation = polynomialActivation([1n, 1n, 1n, -1n].map((value) => rational(value)));

const instance = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  outputDimension: fc.integer({ min: 1, max: 2 }),
  numerator: fc.bigInt({ min: -9n, max: 9n }),
  denominator: fc.bigInt({ min: 1n, max: 4n }),
});

/** One unit copied, with shares β and 1 − β, above a random critical point of width 1. */
export const properties: readonly Property[] = [
  property(
    "prop-4.4/zero-eigenvalues",
    "the Hessian above a random exact critical point has at least one zero eigenvalue, and at least as " +
      "many negative ones as below",
    instance,
    ({ seed, outputDimension, numerator, denominator }) => {
      const below = criticalPoint({ r: 1, inputDimension: 1, outputDimension, points: 3, activation, seed });
      const share = rational(numerator, denominator);
      const beta = [share, rational(1n).sub(share)];
      const above = expandCritical(below.network, LabelledPartition.of([1, 1], 1), beta);
      const [lower, upper] = [below.network, above].map((network) =>
        inertia(hessian(network, below.data, activation, squaredError).numerators),
      );
      return (
        upper !== undefined && lower !== undefined && upper.zero >= 1 && upper.negative >= lower.negative
      );
    },
  ),
];
