import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { parameterCount } from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, requireFittingData } from "./data.js";
import { pointPasses } from "./pointPass.js";
import { type RationalMatrix, commonMultiple, sumOfMatrices } from "./rationalMatrix.js";
import { spaceOf, unitParameters } from "./unitParameters.js";
import { type UnitTerms, gaussNewton, unitTerms } from "./unitTerms.js";

/**
 * The Hessian of {@link loss} in the parameters' order of parameterSpace.ts, symmetric and in lowest terms.
 * It is the sum over the data of J_kᵀ ∇²c J_k (Gauss–Newton) and of the second derivatives of f(x_k|θ)
 * weighted by ∇c, which don't mix units: (a_i·∇c) σ''(w_i·x_k) x_k x_kᵀ for w_i, and σ'(w_i·x_k) x_k ∇cᵀ for
 * w_i with a_i.
 *
 * @throws InputError if the data don't fit the network, or where the activation or the cost has no value.
 * @example hessian(theta, dataSet([RationalVector.parse("1")], [RationalVector.parse("5")]), activation,
 *   squaredError) // { numerators: [[4n, -1n], [-1n, 1n]], denominator: 1n }
 */
export function hessian(
  network: TwoLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): RationalMatrix {
  requireFittingData(network, data);
  requireArguments({ activation: { activation }, cost: { cost } });
  const points = pointPasses(network, data.inputs, activation).map((pass, index) =>
    unitTerms(pass, entry(data.targets, index), cost),
  );
  return assembled(network, unitBlocks(points));
}

/** The second derivatives in the parameters of two units. */
interface UnitBlock {
  readonly left: number;
  readonly right: number;
  readonly matrix: RationalMatrix;
}

/** The blocks of all pairs of units with left ≥ right; the others are their transposes. */
function unitBlocks(points: readonly (readonly UnitTerms[])[]): UnitBlock[] {
  const byUnit = entry(points, 0).map((_, unit) => points.map((units) => entry(units, unit)));
  return byUnit.flatMap((lefts, left) =>
    byUnit.slice(0, left + 1).map((rights, right) => {
      const mixed = lefts.map((terms, point) => gaussNewton(terms, entry(rights, point)));
      const bending = left === right ? lefts.flatMap((terms) => terms.bending) : [];
      return { left, right, matrix: sumOfMatrices([...mixed, ...bending]) };
    }),
  );
}

/** Blocks in lowest terms, over their least common denominator, leave no factor common to all entries. */
function assembled(network: TwoLayerNetwork, blocks: readonly UnitBlock[]): RationalMatrix {
  const space = spaceOf(network);
  const size = parameterCount(space);
  const denominator = commonMultiple(blocks.map(({ matrix }) => matrix.denominator));
  const numerators = Array.from({ length: size }, () => new Array<bigint>(size).fill(0n));
  const places = network.units.map((_, unit) => unitParameters(space, unit));
  for (const { left, right, matrix } of blocks) {
    const scale = denominator / matrix.denominator;
    matrix.numerators.forEach((entries, local) => {
      const row = entry(entry(places, left), local);
      entries.forEach((numerator, other) => {
        const column = entry(entry(places, right), other);
        entry(numerators, row)[column] = numerator * scale;
        entry(numerators, column)[row] = numerator * scale;
      });
    });
  }
  return speaking({ numerators, denominator });
}
