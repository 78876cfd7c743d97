import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../../landscape/activations/activation.js";
import { type Cost, boundedError, quarticError, squaredError } from "../../landscape/loss/cost.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import { type DataSet, dataSet } from "../../landscape/loss/data.js";
import { gradient } from "../../landscape/loss/gradient.js";
import { lossJet } from "../../landscape/loss/lossJet.js";
import { incomingIndex, outgoingIndex } from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";
import { smallCriticalPoints } from "./criticalInstances.js";
import { type Copies, pointsAbove, sampleBetas } from "./pointsAbove.js";

const EXTRA = 1;
const COSTS = [squaredError, quarticError, boundedError];

/** A network that is not critical, its data, and the copies of its units. */
export interface CopiedPoint extends Copies {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Activation;
  readonly cost: Cost;
}

/** The gradients at both networks. */
export interface CopiedGradients extends CopiedPoint {
  /** ∇L_r by the chain rule. */
  readonly below: RationalVector;
  /** ∇L_m by the chain rule, and by automatic differentiation. */
  readonly above: RationalVector;
  readonly aboveByJets: RationalVector;
}

/** Computes the gradients at any network and at its copy. */
export function copiedGradients(point: CopiedPoint): CopiedGradients {
  const { network, data, activation, cost, surjection, beta } = point;
  const wide = expandCritical(network, surjection, beta);
  return {
    ...point,
    below: gradient(network, data, activation, cost),
    above: gradient(wide, data, activation, cost),
    aboveByJets: RationalVector.fromRationals([...lossJet(wide, data, activation, cost).gradient]),
  };
}

/**
 * ∂L_m/∂a_i = ∂L_r/∂a_{g(i)} and ∂L_m/∂w_i = β_i ∂L_r/∂w_{g(i)}, no derivative of L_r is 0, and both routes
 * to ∇L_m agree.
 */
export function checkCopiedGradients(gradients: CopiedGradients): string | undefined {
  const { network, surjection, beta, below, above, aboveByJets, activation, cost } = gradients;
  const place = `at g = [${surjection.key}], σ = ${activation.name}, ${cost.name} error`;
  if (below.toRationals().some((entry) => entry.equals(0n))) return `a derivative below is 0 ${place}`;
  if (above.key !== aboveByJets.key)
    return `∇L_m = (${above.toStrings().join(", ")}), by automatic differentiation (${aboveByJets.toStrings().join(", ")}), ${place}`;
  const { inputDimension, outputDimension, units } = network;
  const narrow = { inputDimension, outputDimension, width: units.length };
  const wide = { ...narrow, width: surjection.m };
  for (const [unit, code] of surjection.codes.entries()) {
    const factor = entry(beta, unit);
    for (let input = 0; input < inputDimension; input++) {
      const expected = below.at(incomingIndex(narrow, code - 1, input)).mul(factor);
      if (!aboveByJets.at(incomingIndex(wide, unit, input)).equals(expected))
        return `∂L_m/∂w_${unit + 1} is not β_${unit + 1} ∂L_r/∂w_${code} ${place}`;
    }
    for (let output = 0; output < outputDimension; output++) {
      const expected = below.at(outgoingIndex(narrow, code - 1, output));
      if (!aboveByJets.at(outgoingIndex(wide, unit, output)).equals(expected))
        return `∂L_m/∂a_${unit + 1} is not ∂L_r/∂a_${code} ${place}`;
    }
  }
  return undefined;
}

/** The networks and inputs of critical points. The targets are (k+2)² − 5(k+1)j off, the costs take turns. */
function* cases(): Generator<CopiedGradients> {
  for (const [index, critical] of smallCriticalPoints().entries()) {
    const { inputs, targets } = critical.data;
    const moved = targets.map((target, k) => {
      const shift = (output: number): bigint => BigInt((k + 2) ** 2 - 5 * output * (k + 1));
      return target.plus(RationalVector.of(target.numerators.map((_, output) => shift(output))));
    });
    const data = dataSet(inputs, moved);
    const cost = entry(COSTS, index % COSTS.length);
    const mixed = (surjection: LabelledPartition) => sampleBetas(surjection).slice(-1);
    for (const copies of pointsAbove([critical], EXTRA, mixed))
      yield copiedGradients({ ...critical, ...copies, data, cost });
  }
}

/** The gradient's values, not its zeros: what makes copies of a critical point critical. */
export const gradientValues: Evidence = everyCase("values", {
  what:
    "at points that are not critical, no derivative being 0: ∂L_m/∂a_i = ∂L_r/∂a_{g(i)} and ∂L_m/∂w_i = " +
    "β_i ∂L_r/∂w_{g(i)}, ∇L_r by the chain rule and ∇L_m by automatic differentiation, and ∇L_m by the " +
    "chain rule too",
  range:
    "a network of each r, d_in, d_out ≤ 2 with a polynomial and a rational activation; squared, quartic " +
    "and bounded error in turn; " +
    `every (k_1, …, k_r) with m ≤ r + ${EXTRA}, β of both signs`,
  // One partition of r and one of r + 1 into r parts for each of 8 shapes and 2 activations.
  expected: 32n,
  cases,
  check: checkCopiedGradients,
});
