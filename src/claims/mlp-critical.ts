import { rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { squaredError } from "../landscape/loss/cost.js";
import type { MultiLayerCriticalPoint } from "../landscape/criticalPoints/multiLayerCriticalPoint.js";
import { dataSet } from "../landscape/loss/data.js";
import { multiLayerGradient } from "../landscape/loss/multiLayerGradient.js";
import { multiLayerLossJet } from "../landscape/loss/multiLayerLossJet.js";
import { holdsPoint } from "../manifold/subspaces/affineSubspace.js";
import { multiLayerCriticalSubspace } from "../manifold/layers/multiLayerCriticalSubspace.js";
import { multiLayerSpace, networkOfPoint, pointOfLayers } from "../manifold/layers/multiLayerSpace.js";
import { sparseVector } from "../manifold/subspaces/parameterSpace.js";
import { type MultiLayerNetwork, hiddenWidths } from "../network/multiLayerNetwork.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import {
  LAYERED_RANGE,
  type LayerCopies,
  copiesOf,
  expandLayers,
  multiLayerCriticalPoints,
} from "./instances/multiLayerExpansions.js";
import { tupleName } from "./instances/tupleGraph.js";
import { everyCase } from "./evidence/everyCase.js";

/** The number of data where no residuals are solved for. */
const FEW = 3;
/** 2^(L−1) − 1 choices of the hidden layers with one more unit: 6 critical points of L = 3, one of L = 4. */
const EXPANSIONS = 6n * 3n + 7n;

export const claim: Claim = {
  id: "mlp-critical",
  title: "Expansions of several layers keep critical points critical",
  statement:
    "If a network of L matrices is a critical point of the loss, so is every network obtained by copying " +
    "units in its hidden layers, one layer after another, with outgoing weights multiplied by shares β^(ℓ) " +
    "that sum to 1 over the copies of each unit. The order of the layers does not matter, and these points " +
    "form the critical subspaces of mlp-count",
  argument:
    "∂L/∂V^(ℓ)_ij = β^(ℓ)_i ∂L/∂W^(ℓ)_{g_ℓ(i) g_{ℓ−1}(j)}, with β^(L) = 1: for every differentiable cost " +
    "and activation, in proofs/layers.md, §3",
  source: "Şimşek et al. 2021, §5",
  provedInPart: {
    part: "without biases",
    leavesOpen: "networks with biases: the theorems are on matrices alone",
  },
  hypotheses: ["θ irreducible in every hidden layer, and critical", "c and σ differentiable"],
  evidence: [
    everyCase("gradient", {
      what:
        "layers expanded one by one, from first to last and from last to first with the same result: the " +
        "gradient is exactly 0 though the residuals are not, the point lies in the critical subspace of " +
        "its tuple, and the gradient is not 0 beside it",
      range: LAYERED_RANGE,
      expected: EXPANSIONS,
      cases: expansions,
      check: checkExpansion,
    }),
    everyCase("values", {
      what:
        "at points that are not critical, where no derivative is 0: ∂L/∂V^(ℓ)_ij = β^(ℓ)_i " +
        "∂L/∂W^(ℓ)_{g_ℓ(i) g_{ℓ−1}(j)}, and likewise for biases; below by automatic differentiation, above " +
        "by backpropagation",
      range: `the same networks with ${FEW} data and other targets`,
      expected: EXPANSIONS,
      cases: gradients,
      check: checkValues,
    }),
  ],
  theorems: [
    "critical_layers_are_copies",
    "copies_in_any_order",
    "derivatives_of_layer_copies",
    "critical_layers_copied",
    "backpropagation_is_derivative",
  ],
};

/** A critical point, and the network after expansion of its hidden layers, one after another. */
export interface LayeredExpansion extends LayerCopies {
  readonly below: MultiLayerCriticalPoint;
  readonly above: MultiLayerNetwork;
}

/**
 * The gradient is 0 though the residuals are not; the point lies in the critical subspace of these
 * surjections, which mlp-count counts; and with one weight of a copy doubled it is not critical.
 */
export function checkExpansion({ below, surjections, above }: LayeredExpansion): string | undefined {
  const place = `at ${tupleName(surjections)}, σ = ${below.activation.name}`;
  if (below.residuals.some((residual) => residual.isZero())) return `a datum is fitted ${place}`;
  const { data, activation } = below;
  if (!multiLayerGradient(below.network, data, activation, squaredError).isZero())
    return `the gradient below is not 0 ${place}`;
  if (!multiLayerGradient(above, data, activation, squaredError).isZero())
    return `the gradient is not 0 ${place}`;
  const point = pointOfLayers(above);
  if (!holdsPoint(multiLayerCriticalSubspace(below.network, surjections), point))
    return `the point is off the critical subspace ${place}`;
  const first = sparseVector(point.dimension, new Map([[0, 1n]])).times(point.at(0));
  const beside = networkOfPoint(multiLayerSpace(above, hiddenWidths(above)), point.plus(first));
  return multiLayerGradient(beside, data, activation, squaredError).isZero()
    ? `the gradient is 0 beside the subspace too ${place}`
    : undefined;
}

/** ∇L by automatic differentiation at a network that isn't critical, and above it by backpropagation. */
export interface LayeredGradients extends LayerCopies {
  readonly name: string;
  /** In matrices and biases like the networks' own. */
  readonly below: MultiLayerNetwork;
  readonly above: MultiLayerNetwork;
}

/**
 * ∂L/∂V^(ℓ)_ij = β^(ℓ)_i ∂L/∂W^(ℓ)_{g_ℓ(i) g_{ℓ−1}(j)}, and likewise for biases; no derivative below is 0.
 */
export function checkValues({
  name,
  surjections,
  betas,
  below,
  above,
}: LayeredGradients): string | undefined {
  const place = `at ${tupleName(surjections)}, ${name}`;
  // Inputs and outputs are not copied.
  const label = (layer: number, unit: number): number => {
    const surjection = surjections[layer - 1];
    return surjection === undefined ? unit : entry(surjection.codes, unit) - 1;
  };
  const [biases, biasesBelow] = [above.biases, below.biases];
  if ((biases === undefined) !== (biasesBelow === undefined)) return `biases on one side only ${place}`;
  for (const [index, rows] of above.weights.entries()) {
    const layer = index + 1;
    for (const [i, row] of rows.entries()) {
      // Outputs are not copied.
      const beta = index < betas.length ? entry(entry(betas, index), i) : rational(1n);
      const narrow = entry(entry(below.weights, index), label(layer, i));
      for (const [j, derivative] of row.toRationals().entries()) {
        const derivativeBelow = narrow.at(label(index, j));
        if (derivativeBelow.equals(0n)) return `a derivative below is 0 ${place}`;
        if (!derivative.equals(derivativeBelow.mul(beta)))
          return `∂L/∂V^(${layer})_{${i + 1},${j + 1}} is not β_${i + 1} times that below ${place}`;
      }
      if (biases === undefined || biasesBelow === undefined) continue;
      const biasBelow = entry(biasesBelow, index).at(label(layer, i));
      if (!entry(biases, index).at(i).equals(biasBelow.mul(beta)))
        return `∂L/∂b^(${layer})_${i + 1} is not β_${i + 1} times that below ${place}`;
    }
  }
  return undefined;
}

function* expansions(): Generator<LayeredExpansion> {
  for (const below of multiLayerCriticalPoints()) {
    for (const copies of copiesOf(below.network)) {
      const order = hiddenWidths(below.network).map((_, index) => index + 1);
      const above = expandLayers(below.network, copies, order);
      const reversed = expandLayers(below.network, copies, order.toReversed());
      if (pointOfLayers(above).key !== pointOfLayers(reversed).key)
        throw new RangeError(`the order of expansions matters at ${tupleName(copies.surjections)}`);
      yield { ...copies, below, above };
    }
  }
}

/** ∇L in the shape of the network, coordinate by coordinate, by automatic differentiation. */
function gradientByJets(
  network: MultiLayerNetwork,
  { data, activation }: MultiLayerCriticalPoint,
): MultiLayerNetwork {
  const space = multiLayerSpace(network, hiddenWidths(network));
  const size = pointOfLayers(network).dimension;
  const entries = Array.from({ length: size }, (_, index) => {
    const direction = sparseVector(size, new Map([[index, 1n]]));
    return entry(multiLayerLossJet(network, direction, data, activation, squaredError).gradient, 0);
  });
  return networkOfPoint(space, RationalVector.fromRationals(entries));
}

/** The critical networks, made not critical: with their first data only, and targets moved by 1, 2, …. */
function* gradients(): Generator<LayeredGradients> {
  for (const point of multiLayerCriticalPoints()) {
    const { network, activation, data } = point;
    const targets = data.targets
      .slice(0, FEW)
      .map((target, k) =>
        target.plus(RationalVector.of(target.numerators.map((_, output) => BigInt(k + 1 + 3 * output)))),
      );
    const moved = { ...point, data: dataSet(data.inputs.slice(0, FEW), targets) };
    const below = gradientByJets(network, moved);
    for (const copies of copiesOf(network)) {
      const order = hiddenWidths(network).map((_, index) => index + 1);
      const wide = expandLayers(network, copies, order);
      const above = networkOfPoint(
        multiLayerSpace(wide, hiddenWidths(wide)),
        multiLayerGradient(wide, moved.data, activation, squaredError),
      );
      yield { ...copies, name: `σ = ${activation.name}`, below, above };
    }
  }
}
