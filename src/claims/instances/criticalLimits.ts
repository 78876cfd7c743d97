import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import { certifiedRank } from "../../exact/matrices/certifiedRank.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type CriticalLimit,
  type LimitRequest,
  criticalLimit,
  scaledProblem,
} from "../../landscape/channels/criticalLimit.js";
import { type LimitProblem, lossAt } from "../../landscape/channels/slice.js";
import { coordinates, limitJacobian, secondOrder } from "../../landscape/channels/pairLimit.js";
import { polynomialThrough } from "../../landscape/channels/polynomialThrough.js";
import { dataSet } from "../../landscape/loss/data.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { POLYNOMIAL } from "./criticalInstances.js";

type LimitShape = Pick<LimitRequest, "others" | "inputDimension" | "outputDimension">;

function shape(others: number, inputDimension: number, outputDimension: number): LimitShape {
  return { others, inputDimension, outputDimension };
}

/** Up to two units beside the pair, and all d_in, d_out ≤ 2. */
const LIMIT_SHAPES: readonly LimitShape[] = [0, 1, 2].flatMap((others) =>
  [1, 2].flatMap((inputs) => [1, 2].map((outputs) => shape(others, inputs, outputs))),
);

/**
 * Those at which L₂ is not 0. With one input and units beside the pair the derivatives of the limit span all
 * polynomials of degree 4, so that critical residuals are orthogonal to h.
 */
const MINIMUM_SHAPES: readonly LimitShape[] = [
  ...[shape(0, 1, 1), shape(0, 1, 2), shape(0, 2, 1), shape(0, 2, 2)],
  ...[shape(1, 1, 2), shape(1, 2, 1), shape(1, 2, 2), shape(2, 2, 1)],
];

/** The degree of σ. That of f in ε is no larger, as c·σ has it, and a·σ/ε one less. */
const DEGREE = 4;

/** Of the loss in ε at a fixed limit, and of its derivatives. */
export const LOSS_DEGREE = 2 * DEGREE;

/** For each shape and seed a limit, and targets far from what it computes. */
export function* limitProblems(seeds: readonly number[]): Generator<LimitProblem> {
  for (const request of LIMIT_SHAPES) {
    for (const seed of seeds) {
      const { limit, inputs, activation } = criticalLimit({ ...request, activation: POLYNOMIAL, seed });
      const draw = seededIntegers(seed, "targets");
      const targets = inputs.map(() => {
        const target = Array.from({ length: request.outputDimension }, () => BigInt(draw(-9, 9)));
        return RationalVector.of(target, 2n);
      });
      yield { limit, activation, data: dataSet(inputs, targets) };
    }
  }
}

/** A limit, and the sign that L₂ is to have. */
export interface MinimumCase extends LimitProblem {
  readonly sign: bigint;
}

/**
 * A minimum for each shape with either sign of L₂, which turns with that of the residuals. As these are
 * small, the Hessian is nearly JᵀJ.
 *
 * @throws RangeError if none of many draws has independent derivatives and L₂ ≠ 0.
 */
export function* minimumCases(seed: number, shapes = MINIMUM_SHAPES): Generator<MinimumCase> {
  for (const request of shapes) {
    const drawn = Array.from({ length: MOST_DRAWS }, (_, attempt) => {
      return (): CriticalLimit =>
        criticalLimit({ ...request, activation: POLYNOMIAL, seed: seed + attempt * STEP });
    });
    const suitable = drawn.find((draw) => isSuitable(draw()));
    if (suitable === undefined) throw new RangeError(`no minimum at seed ${seed}`);
    const critical = suitable();
    const { s } = criticalSlope(critical);
    for (const sign of [1n, -1n]) yield { ...scaledProblem(critical, rational(s * sign, SCALE)), sign };
  }
}

/** Draws for one minimum, and how far apart their seeds are. */
const [MOST_DRAWS, STEP] = [20, 1_000_003];

/** What residuals are divided by. */
const SCALE = 1n << 16n;

function isSuitable(critical: CriticalLimit): boolean {
  const { limit, activation, inputs } = critical;
  const rows = overOneDenominator(limitJacobian(limit, activation, inputs)).numerators;
  const { dimension } = coordinates(limit);
  return certifiedRank(rows, dimension).rank === dimension && !criticalSlope(critical).equals(0n);
}

/** Σ_k e_k·h(x_k) for the residuals as they were drawn. */
function criticalSlope({ limit, inputs, activation, residuals }: CriticalLimit): Rational {
  return inputs.reduce((sum, x, datum) => {
    return sum.add(entry(residuals, datum).dot(secondOrder(limit, activation, x)));
  }, rational(0n));
}

/** The coefficients of the loss in ε, from networks at ε = ±1, ±2, …. */
export function lossCoefficients(problem: LimitProblem): RationalVector[] {
  return polynomialThrough(LOSS_DEGREE, (epsilon) =>
    RationalVector.fromRationals([lossAt(problem, epsilon)]),
  );
}
