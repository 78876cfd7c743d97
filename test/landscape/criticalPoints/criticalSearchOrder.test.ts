import { beforeEach, describe, expect, it, vi } from "vitest";
import { inertiaByDescartes } from "../../oracles/inertiaByDescartes.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import type { Activation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import type { CriticalPoint } from "../../../src/landscape/criticalPoints/criticalPoint.js";
import { criticalPointOfIndex } from "../../../src/landscape/criticalPoints/criticalSearch.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { jacobian } from "../../../src/landscape/loss/jacobian.js";
import { criticalDraw, criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { outputRank } from "../../../src/landscape/zeroLoss/zeroLossSet.js";
import { SKEW, polynomial } from "../fixtures.js";

vi.mock(import("../../../src/landscape/criticalPoints/randomCriticalPoint.js"), { spy: true });
beforeEach(() => {
  vi.mocked(criticalDraw).mockClear();
});

const request = (
  shape: readonly [r: number, inputDimension: number, outputDimension: number, points: number],
  activation: Activation,
  seed: number,
) => {
  const [r, inputDimension, outputDimension, points] = shape;
  return { r, inputDimension, outputDimension, points, activation, seed };
};
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/** The number of negative eigenvalues with the residuals times a factor. */
function negative({ network, activation, data, residuals }: CriticalPoint, factor: bigint): number {
  const targets = data.targets.map((target, index) =>
    (residuals[index] ?? target).times(rational(1n - factor)).plus(target),
  );
  const form = hessian(network, { inputs: data.inputs, targets }, activation, squaredError);
  return inertiaByDescartes(form.numerators).negative;
}

describe("the search for a critical point of an index", () => {
  it("finds one of the largest index there is, r·d_in", () => {
    const { network, data, inertia } = criticalPointOfIndex(request([2, 2, 2, 5], SKEW, 1), 4);
    expect(inertia).toEqual({ positive: 4, negative: 4, zero: 0 });
    expect(inertiaByDescartes(hessian(network, data, SKEW, squaredError).numerators)).toEqual(inertia);
  });

  it("makes residuals small, to 2^−24, before it draws others: enough where J has full column rank", () => {
    const indefinite = seeds.flatMap((seed) => {
      const candidate = request([3, 1, 2, 5], SKEW, seed);
      const first = criticalPoint(candidate);
      const rank = outputRank(jacobian(first.network, first.data.inputs, SKEW), 9);
      return rank === 9 && negative(first, 1n) > 0 && negative(first, -1n) > 0 ? [{ candidate, first }] : [];
    });
    expect(indefinite.length).toBeGreaterThanOrEqual(5);
    for (const { candidate, first } of indefinite)
      expect(criticalPointOfIndex(candidate, 0).network).toEqual(first.network);
  });

  it("gives up after 16 draws, and lists in order the indices that it saw", () => {
    // σ(x) = 1 + x²: the Hessian's only part that may be negative, 2a·Σ_k e_k x_k x_kᵀ, has w in its kernel.
    const square = polynomial("1 0 1");
    const candidate = seeds
      .map((seed) => request([1, 2, 1, 4], square, seed))
      .find((other) => negative(criticalPoint(other), 1n) === 1);
    expect(candidate).toBeDefined();
    vi.mocked(criticalDraw).mockClear();
    expect(() => criticalPointOfIndex(candidate ?? request([1, 2, 1, 4], square, 1), 2)).toThrow(
      /^no nondegenerate critical point of index 2 found .* \(seen: 0, 1\);/,
    );
    expect(criticalDraw).toHaveBeenCalledTimes(16);
  });
});
