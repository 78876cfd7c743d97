import { entry } from "../exact/entry.js";
import { permutations } from "../combinatorics/partitions/permutations.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { Activation } from "../landscape/activations/activation.js";
import { type Cost, boundedError, quarticError, squaredError } from "../landscape/loss/cost.js";
import { type DataSet, dataSet } from "../landscape/loss/data.js";
import { gradient } from "../landscape/loss/gradient.js";
import type { Jet } from "../landscape/loss/jets.js";
import { loss } from "../landscape/loss/loss.js";
import { lossJet } from "../landscape/loss/lossJet.js";
import { toNetwork, toPoint } from "../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, permuteUnits, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Claim } from "./evidence/claim.js";
import { POLYNOMIAL, QUOTIENT } from "./instances/criticalInstances.js";
import { dimensionPairs, standardNetwork } from "./evidence/ranges.js";
import { spreadInputs } from "./instances/zeroLossInstances.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_WIDTH = 3;
const MAX_DIMENSION = 2;

export const claim: Claim = {
  id: "def-2.1",
  title: "The training loss is a symmetric loss",
  statement:
    "L^m of Eq. (2) is a symmetric loss: L^m(P_πθ) = L^m(θ) for every permutation π of the units, since " +
    "f(x|θ) is a sum over them; and it is C¹ if σ and c are, by the chain rule. Shown on exact instances, " +
    "together with the gradient: ∇L(P_πθ) = P_π∇L(θ)",
  source: "Şimşek et al. 2021, Def. 2.1, Eq. (2) and §3",
  hypotheses: ["σ and c are C¹"],
  evidence: [
    everyCase("permutations", {
      what:
        "L(P_πθ) = L(θ) and ∇L(P_πθ) = P_π∇L(θ), by two routes; neither holds if only incoming vectors are " +
        "permuted",
      range:
        `all permutations of m ≤ ${MAX_WIDTH} units, d_in, d_out ≤ ${MAX_DIMENSION}, three pairs of ` +
        "activation and cost",
      expected: () => CASES,
      cases: cases,
      check: checkSymmetric,
    }),
  ],
  theorems: ["loss_symmetric", "gradient_is_derivative", "gradient_continuous"],
};

const POINTS = 3;

const KINDS: readonly (readonly [Activation, Cost])[] = [
  [POLYNOMIAL, squaredError],
  [QUOTIENT, quarticError],
  [QUOTIENT, boundedError],
];

/** A loss, its value and gradient at a network by automatic differentiation, and a permutation π of units. */
export interface PermutedLoss {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Activation;
  readonly cost: Cost;
  readonly jet: Jet;
  readonly permutation: readonly number[];
}

/** P_π on the incoming vectors only, which is not a symmetry. */
function incomingOnly(network: TwoLayerNetwork, permutation: readonly number[]): TwoLayerNetwork {
  const moved = permuteUnits(network, permutation).units;
  const units = network.units.map(({ outgoing }, unit) => ({
    incoming: entry(moved, unit).incoming,
    outgoing,
  }));
  return twoLayerNetwork(network.inputDimension, network.outputDimension, units);
}

/**
 * L(P_πθ) = L(θ) and ∇L(P_πθ) = P_π∇L(θ), the left sides by the formulas and the right sides by automatic
 * differentiation. With π on the incoming vectors only, the loss differs: the network itself is not
 * symmetric.
 */
export function checkSymmetric(item: PermutedLoss, act = permuteUnits): string | undefined {
  const { network, data, activation, cost, jet, permutation } = item;
  const place = `π = (${permutation.map((image) => image + 1).join(" ")})`;
  const moved = act(network, permutation);
  if (!loss(moved, data, activation, cost).equals(jet.value)) return `L changes under ${place}`;
  const slopes = toNetwork(
    { ...network, width: network.units.length },
    RationalVector.fromRationals(jet.gradient),
  );
  const expected = toPoint(permuteUnits(slopes, permutation));
  if (!gradient(moved, data, activation, cost).equals(expected)) return `∇L is not permuted by ${place}`;
  const isIdentity = permutation.every((image, index) => image === index);
  const twisted = loss(incomingOnly(network, permutation), data, activation, cost);
  return twisted.equals(jet.value) === isIdentity
    ? undefined
    : `an instance that tests nothing under ${place}`;
}

function* cases(): Generator<PermutedLoss> {
  for (const [activation, cost] of KINDS) {
    for (const [inputDimension, outputDimension] of dimensionPairs(MAX_DIMENSION)) {
      for (let width = 1; width <= MAX_WIDTH; width += 1) {
        const network = standardNetwork(width, inputDimension, outputDimension);
        const targets = Array.from({ length: POINTS }, (_, k) =>
          RationalVector.of(Array.from({ length: outputDimension }, (_, output) => BigInt(3 * k - output))),
        );
        const data = dataSet(spreadInputs(POINTS, inputDimension), targets);
        const jet = lossJet(network, data, activation, cost);
        for (const permutation of permutations(width))
          yield { network, data, activation, cost, jet, permutation };
      }
    }
  }
}

/** 1! + 2! + 3! permutations for each kind and pair of dimensions. */
const CASES = 9n * BigInt(KINDS.length * MAX_DIMENSION ** 2);
