import { entry } from "../../exact/entry.js";
import type { Inertia } from "../../exact/inertia/inertia.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { LandscapePoint } from "../../landscape/criticalPoints/landscapeAt.js";
import { nonzeroInteger } from "../../landscape/criticalPoints/randomCriticalPoint.js";
import { type UnitsOnData, unitsOnData } from "../../landscape/criticalPoints/unitsOnData.js";
import { boundedError, quarticError } from "../../landscape/loss/cost.js";
import { dataSet } from "../../landscape/loss/data.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { evaluate, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Copies } from "./pointsAbove.js";
import { PATTERNS, SEXTIC, copiesWith, wholeInertia } from "./unitStrata.js";

/** A point that isn't critical, with the inertia of its Hessian for its cost, and copies of its unit. */
export interface CostCase extends Copies {
  readonly point: LandscapePoint;
  /** Its units with ∂c_k. */
  readonly units: UnitsOnData;
  /** e_k = f(x_k) − y_k. */
  readonly errors: readonly RationalVector[];
  readonly lower: Inertia;
}

const COSTS = [quarticError, boundedError];

/** Two costs, d_in ≤ 2, residuals in 1, …, d_out outputs for d_out ≤ 2. */
export const COST_POINTS = 2n * 2n * (1n + 2n);

const POINTS = 4;

/** One unit, and residuals that are 0 but in some first outputs; so E_t has at most their number as rank. */
export function* costCases(seed: number): Generator<CostCase> {
  for (const cost of COSTS) {
    for (const [inputDimension, outputDimension, outputs] of SHAPES) {
      const purpose = `${cost.name} ${inputDimension}-1-${outputDimension}, ${outputs}`;
      const draw = seededIntegers(seed, purpose);
      const vector = (dimension: number, used = dimension): RationalVector =>
        RationalVector.of(
          Array.from({ length: dimension }, (_, place) => (place < used ? nonzeroInteger(draw, 3) : 0n)),
        );
      const unit = { incoming: vector(inputDimension), outgoing: vector(outputDimension) };
      const network = twoLayerNetwork(inputDimension, outputDimension, [unit]);
      const inputs = Array.from({ length: POINTS }, () => vector(inputDimension));
      // Of size 1 they would be the gradients of the quartic error.
      const errors = inputs.map(() => vector(outputDimension, outputs).times(rational(2n)));
      const targets = inputs.map((input, k) =>
        evaluate(network, input, (z) => SEXTIC.derivative(0, z)).minus(entry(errors, k)),
      );
      const point = { network, data: dataSet(inputs, targets), activation: SEXTIC, cost };
      const [units, lower] = [unitsOnData(point), wholeInertia(point)];
      for (const pattern of PATTERNS) yield { point, units, errors, lower, ...copiesWith([pattern]) };
    }
  }
}

const SHAPES = [
  [1, 1, 1],
  [2, 1, 1],
  [1, 2, 1],
  [1, 2, 2],
  [2, 2, 1],
  [2, 2, 2],
] as const;
