import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Activation, rationalActivation } from "../../landscape/activations/activation.js";
import { type AveragingRequest, averagingStudent } from "../../landscape/criticalPoints/averagingStudent.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { type MirroredRequest, mirroredData } from "../../landscape/criticalPoints/mirroredData.js";
import type { WeightedData } from "../../landscape/loss/weightedData.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { entry } from "../../exact/entry.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import { distinctPoints } from "./distinctPoints.js";
import { matrix } from "./written.js";

/** x/(1 + x²), which is odd, and 0 at 0, where the paper asks for σ ≠ 0. */
const ODD: Activation = rationalActivation(
  [rational(0n), rational(1n)],
  [rational(1n), rational(0n), rational(1n)],
);

/** A critical point of a student of width m on weighted data of a teacher's. */
export interface MirroredInstance {
  readonly student: TwoLayerNetwork;
  readonly teacher: TwoLayerNetwork;
  readonly weighted: WeightedData;
  readonly activation: Activation;
  /** Negative eigenvalues of the Hessian; the others are positive. */
  readonly index: number;
}

type Row = readonly [
  activation: Activation,
  incoming: readonly bigint[],
  outgoing: readonly bigint[],
  /** Rows (w_1, w_2, a), which stand for the unit and its mirror image if w_2 ≠ 0. */
  teacher: string,
  index: number,
];

/** By width m and teacher's width, found by trying small integers. */
const ROWS: readonly Row[] = [
  [QUOTIENT, [-1n, 2n], [2n, -1n], "-1 1 1", 0],
  [QUOTIENT, [-2n, -1n], [-1n, -1n], "1 2 -2", 1],
  [QUOTIENT, [-6n, -5n], [-2n, -3n], "2 2 -3", 2],
  [ODD, [1n, 2n], [1n, -2n], "-1 1 2", 0],
  [POLYNOMIAL, [-1n, 3n], [-1n, 2n], "-1 1 2", 0],
  [QUOTIENT, [-2n, 1n, 3n], [2n, -1n, -2n], "1 2 -1", 0],
  [QUOTIENT, [-1n, 2n, 4n], [-3n, 1n, -1n], "1 2 -1", 1],
  [QUOTIENT, [1n, 3n, 4n], [1n, -1n, -3n], "-1 1 -2", 2],
  [QUOTIENT, [3n, 4n, 5n], [-1n, -1n, -1n], "-2 2 -2", 3],
  [QUOTIENT, [-3n, -1n, 5n], [-2n, -2n, -2n], "1 1 -3; -3 0 2", 0],
  [QUOTIENT, [-5n, -2n, 1n, 6n], [1n, 1n, 2n, -1n], "-1 2 2", 0],
  [QUOTIENT, [-4n, -2n, 1n, 3n], [1n, 1n, 1n, 1n], "-1 2 3", 1],
  [QUOTIENT, [1n, 2n, 3n, 5n], [1n, 1n, 1n, 2n], "-1 2 3", 3],
  [QUOTIENT, [-6n, -1n, 3n, 4n], [1n, -2n, 2n, 1n], "-1 2 -2; -2 2 2", 0],
  [QUOTIENT, [-5n, -4n, -1n, 2n, 3n], [-1n, -1n, 1n, 1n, 3n], "1 2 2", 0],
];

/** The number of {@link mirroredInstances}. */
export const MIRRORED = 15n;

/** Inputs are multiples of 2/5, so that w·x is never ±1, where σ' is 0 for both quotients. */
const UNIT = rational(2n, 5n);
/** As x/(1 + x²) is odd, the ∂f/∂θ are independent only for w of different |w|, on 2m − 1 sizes of places. */
const PLACES = Array.from({ length: 23 }, (_, index) => UNIT.mul(BigInt(index - 11))).filter(
  (place) => !place.equals(0n),
);
/** Without 0, where a point would be its own mirror image. */
const HEIGHTS = [1n, 2n, 3n, 4n, 5n].map((height) => UNIT.mul(height));

/** Critical points with a nonsingular Hessian, on data with rational weights. */
export function mirroredInstances(): MirroredInstance[] {
  const instances = ROWS.map(([activation, incoming, outgoing, teacher, index]) => {
    const request: MirroredRequest = {
      student: network(
        incoming.map((weight, unit) => RationalVector.of([weight, 0n, entry(outgoing, unit)])),
      ),
      teacher: mirrored(teacher),
      places: PLACES,
      heights: HEIGHTS,
      activation,
      cost: squaredError,
    };
    return { ...request, weighted: mirroredData(request), index };
  });
  requireDistinct(instances);
  return instances;
}

const WIDTHS = [2, 3, 4, 5];

/** The number of {@link plainInstances}. */
export const PLAIN = 12n;

/** Critical points on plain data: students of widths 2 to 5 that average a teacher of width 2. */
export function plainInstances(): Omit<MirroredInstance, "index">[] {
  const instances = [QUOTIENT, ODD, POLYNOMIAL].flatMap((activation) =>
    WIDTHS.map((width) => {
      const places = Array.from({ length: width }, (_, index) => rational(BigInt(index + 1)));
      const request: AveragingRequest = {
        teacher: mirrored("1 1 1"),
        incoming: places,
        places: places.map((place) => UNIT.mul(place)),
        heights: [UNIT, UNIT.mul(2n)],
        activation,
      };
      const student = averagingStudent(request);
      return { ...request, student, weighted: mirroredData({ ...request, student, cost: squaredError }) };
    }),
  );
  requireDistinct(instances);
  return instances;
}

function requireDistinct(instances: readonly Pick<MirroredInstance, "student" | "weighted">[]): void {
  distinctPoints(instances.map(({ student, weighted: { data } }) => ({ network: student, data })));
}

/** The teacher with the rows (w_1, w_2, a), and the mirror image (w_1, −w_2, a) of each with w_2 ≠ 0. */
function mirrored(rows: string): TwoLayerNetwork {
  return network(
    matrix(rows).flatMap((row) => {
      const [first, second, outgoing] = [row.at(0), row.at(1), row.at(2)];
      const image = RationalVector.fromRationals([first, second.neg(), outgoing]);
      return second.equals(0n) ? [row] : [row, image];
    }),
  );
}

function network(rows: readonly RationalVector[]): TwoLayerNetwork {
  const units = rows.map((row) => ({
    incoming: RationalVector.fromRationals([row.at(0), row.at(1)]),
    outgoing: RationalVector.fromRationals([row.at(2)]),
  }));
  return twoLayerNetwork(2, 1, units);
}
