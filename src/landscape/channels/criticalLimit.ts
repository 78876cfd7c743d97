import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { entry } from "../../exact/entry.js";
import { rational, type Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import { equationsOf, residualVectors } from "../criticalPoints/criticalPoint.js";
import {
  combination,
  type Draw,
  distinct,
  nonzeroInteger,
  unitScale,
} from "../criticalPoints/randomCriticalPoint.js";
import { dataSet } from "../loss/data.js";
import { coordinates, limitJacobian, limitOutput, type PairLimit } from "./pairLimit.js";
import type { LimitProblem } from "./slice.js";

/** What a random limit is to be like. */
export interface LimitRequest {
  /** The number of units beside the pair. */
  readonly others: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
  readonly activation: Activation;
  /** A 32-bit integer: the same request gives the same limit. */
  readonly seed: number;
}

/** A limit, and residuals for which it is critical: of size 1 at most, and the same with other signs. */
export interface CriticalLimit {
  readonly limit: PairLimit;
  readonly inputs: readonly RationalVector[];
  readonly activation: Activation;
  readonly residuals: readonly RationalVector[];
}

/** Sizes of weights and of the numbers that residuals are combined with. */
const [INCOMING, OUTGOING, RESIDUAL] = [2, 3, 2];

/**
 * A random limit of a pair with small integer weights, distinct inputs with half-integer coordinates, and
 * residuals e_k, not all 0, with Jᵀe = 0 for the derivatives J in the coordinates. There are so many data
 * that such residuals exist.
 *
 * @example criticalLimit({ others: 1, inputDimension: 1, outputDimension: 1, activation, seed: 1 })
 */
export function criticalLimit(request: LimitRequest): CriticalLimit {
  const { others, inputDimension, outputDimension, activation, seed } = request;
  const shape = `${inputDimension}-${others}-${outputDimension}`;
  const draw = seededIntegers(seed, `limit of a pair beside ${shape}, ${activation.name}`);
  const limit = randomLimit(request, draw);
  const parameters = coordinates(limit).dimension;
  const count = Number(BigInt(parameters) / BigInt(outputDimension)) + 2;
  const half = rational(1n, 2n);
  const inputs = distinct(
    count,
    () => vector(draw, inputDimension, count + 2).times(half),
    () => true,
  );
  const system = equationsOf(limitJacobian(limit, activation, inputs), parameters);
  const { basis } = certifiedNullspace(system, count * outputDimension);
  const sum = combination(basis.vectors, count * outputDimension, () => nonzeroInteger(draw, RESIDUAL));
  const residuals = residualVectors(sum, count, outputDimension).map((own) => own.times(unitScale(sum)));
  return { limit, inputs, activation, residuals };
}

/** The problem whose residuals at the limit are these, times a factor. */
export function scaledProblem(critical: CriticalLimit, factor: Rational): LimitProblem {
  const { limit, inputs, activation, residuals } = critical;
  const targets = inputs.map((x, datum) => {
    return limitOutput(limit, activation, x).minus(entry(residuals, datum).times(factor));
  });
  return { limit, activation, data: dataSet(inputs, targets) };
}

function randomLimit({ others, inputDimension, outputDimension }: LimitRequest, draw: Draw): PairLimit {
  const nonzero = (dimension: number, bound: number): RationalVector =>
    RationalVector.of(Array.from({ length: dimension }, () => nonzeroInteger(draw, bound)));
  const incoming = distinct(
    others + 1,
    () => vector(draw, inputDimension, INCOMING + others),
    (own) => !own.isZero(),
  );
  return {
    incoming: entry(incoming, 0),
    direction: nonzero(inputDimension, INCOMING),
    sum: nonzero(outputDimension, OUTGOING),
    difference: nonzero(outputDimension, OUTGOING),
    others: twoLayerNetwork(
      inputDimension,
      outputDimension,
      incoming.slice(1).map((own) => ({ incoming: own, outgoing: nonzero(outputDimension, OUTGOING) })),
    ),
  };
}

function vector(draw: Draw, dimension: number, bound: number): RationalVector {
  return RationalVector.of(Array.from({ length: dimension }, () => BigInt(draw(-bound, bound))));
}
