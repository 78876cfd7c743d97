import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { skewActivation } from "../../landscape/activations/exampleActivations.js";
import { fittedData } from "../../landscape/zeroLoss/zeroLossSet.js";
import { gammaSubspace } from "../../manifold/subspaces/gammaSubspace.js";
import { toNetwork } from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { findings, spreadInputs } from "./zeroLossInstances.js";

const PRIMES = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n];

/** A subspace Γ_P, one of its points in general position, and inputs that θ^r labels. */
export interface LabelledCase {
  readonly theta: TwoLayerNetwork;
  readonly partition: LabelledPartition;
  readonly network: TwoLayerNetwork;
  readonly inputs: readonly RationalVector[];
}

/** The base point of Γ_P moved along its directions by 3/4, −5/4, 7/4, …; w_t of θ^r are integers. */
export function labelledCase(
  theta: TwoLayerNetwork,
  partition: LabelledPartition,
  points: number,
): LabelledCase {
  const { base, directions } = gammaSubspace(theta, partition);
  const point = directions.reduce((sum, direction, index) => {
    const prime = PRIMES[index];
    if (prime === undefined) throw new RangeError(`${directions.length} directions`);
    return sum.plus(direction.times(rational(index % 2 === 0 ? prime : -prime, 4n)));
  }, base);
  const { inputDimension, outputDimension } = theta;
  return {
    theta,
    partition,
    network: toNetwork({ inputDimension, outputDimension, width: partition.m }, point),
    inputs: spreadInputs(points, inputDimension),
  };
}

/** The rank of J at such a point; a text if it is not in M, or outputs change along a direction of Γ_P. */
export function rankInM({ theta, partition, network, inputs }: LabelledCase): number | string {
  const data = fittedData(theta, inputs, (x) => skewActivation.derivative(0, x));
  const derivatives = findings({ network, data, activation: skewActivation });
  if (derivatives === undefined) return "a point of Θ outside M";
  const { directions } = gammaSubspace(theta, partition);
  if (directions.some((direction) => derivatives.rows.some((row) => row.dot(direction).n !== 0n)))
    return "a direction of Γ_P in which the outputs change";
  return derivatives.rank;
}
