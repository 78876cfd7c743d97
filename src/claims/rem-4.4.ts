import { entry } from "../exact/entry.js";
import { certifiedNullspace } from "../exact/matrices/certifiedNullspace.js";
import { inertia } from "../exact/inertia/inertia.js";
import { clearDenominators } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { Activation } from "../landscape/activations/activation.js";
import { squaredError } from "../landscape/loss/cost.js";
import { dataSet } from "../landscape/loss/data.js";
import { jacobian } from "../landscape/loss/jacobian.js";
import { loss } from "../landscape/loss/loss.js";
import {
  type WeightedData,
  weightedGradient,
  weightedHessian,
  weightedLoss,
} from "../landscape/loss/weightedData.js";
import { parameterCount } from "../manifold/subspaces/parameterSpace.js";
import { isIrreducible } from "../network/irreducible.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Claim } from "./evidence/claim.js";
import { type RecordedPoint, NARROW, PAIRS, copiedPoints } from "./instances/copiedUnits.js";
import { type MirroredInstance, mirroredInstances } from "./instances/mirroredInstances.js";
import { everyCase } from "./evidence/everyCase.js";

const WIDTHS = [3, 4];

export const claim: Claim = {
  id: "rem-4.4",
  title: "Levels: the minima of a wider network and their losses",
  statement:
    "Adding neurons enables the network to reach a lower loss: the infimum of the loss at width r + 1 is " +
    "at most that at width r, as a unit of outgoing weight 0 changes nothing. For the squared error " +
    "½Σ_k|e_k|², one more unit (w', a') lowers the loss of a network by |s|²/2q, at its best a', if s = " +
    "Σ_k e_k σ(w'·x_k) ≠ 0, with q = Σ_k σ(w'·x_k)². So the losses of global minima of higher levels " +
    "(narrower networks) are never lower. The levels of the remark are those of all minima, and for them " +
    "only 'usually' can be said: a strict local minimum of a wider network can have a higher loss than " +
    "one of a narrower network. How often this happens is not settled here, nor is the analogy with " +
    "random landscapes",
  source: "Şimşek et al. 2021, Remark 4.4",
  hypotheses: [
    "squared error",
    "the data of the instances have rational weights, that is, repetitions of data; their width r* is not " +
      "shown, so neither is the level k of a width",
  ],
  evidence: [
    everyCase("lower", {
      what:
        "with one more unit the loss is unchanged at a' = 0, and lower by |s|²/2q > 0 at a' = −s/q, " +
        "exactly",
      range: "12 exact critical points, d_in, d_out ≤ 3, r ≤ 2, three incoming vectors each",
      expected: 3n * (NARROW + PAIRS),
      cases: addedUnits,
      check: checkAdded,
    }),
    everyCase("not-always", {
      what:
        "two irreducible networks are strict local minima for the same data at positive losses, and the " +
        "wider one has the higher loss",
      range: "widths 2 and 3, 2 and 4",
      expected: BigInt(WIDTHS.length),
      cases: levelPairs,
      check: checkOrder,
    }),
  ],
};

/** A critical point and the incoming vector of one more unit. */
export interface AddedUnit {
  readonly below: RecordedPoint;
  readonly incoming: RationalVector;
}

/**
 * With one more unit, of outgoing weight 0, the loss is unchanged; with a' = −s/q, s = Σ_k e_k σ(w'·x_k), q =
 * Σ_k σ(w'·x_k)², it is lower by |s|²/2q, a step of matching pursuit.
 */
export function checkAdded({ below, incoming }: AddedUnit, step = rational(-1n)): string | undefined {
  const { network, data, activation, residuals } = below.point;
  const values = RationalVector.fromRationals(
    data.inputs.map((input) => activation.derivative(0, incoming.dot(input))),
  );
  const shares = RationalVector.sum(
    network.outputDimension,
    residuals.map((residual, index) => residual.times(values.at(index))),
  );
  const squares = values.dot(values);
  const lossWith = (outgoing: RationalVector): Rational =>
    loss(withUnit(network, { incoming, outgoing }), data, activation, squaredError);
  const place = `w' = (${incoming.key}) added to ${below.name}`;
  const before = loss(network, data, activation, squaredError);
  if (!lossWith(RationalVector.zero(network.outputDimension)).equals(before))
    return `another loss with ${place}`;
  if (shares.isZero()) return `nothing to gain with ${place}`;
  const gain = before.sub(lossWith(shares.times(step.div(squares))));
  const expected = shares.dot(shares).div(squares.mul(2n));
  return gain.equals(expected)
    ? undefined
    : `a gain of ${gain.toFraction()}, not ${expected.toFraction()}, with ${place}`;
}

function withUnit(network: TwoLayerNetwork, unit: TwoLayerNetwork["units"][number]): TwoLayerNetwork {
  return twoLayerNetwork(network.inputDimension, network.outputDimension, [...network.units, unit]);
}

const ADDED: readonly (readonly [string, string, string])[] = [
  ["1/3", "1", "-1/2"],
  ["-2", "1/2", "1"],
  ["5/2", "-1", "2"],
];

function addedUnits(): AddedUnit[] {
  return copiedPoints().flatMap((below) =>
    ADDED.map((coordinates) => ({
      below,
      incoming: RationalVector.fromStrings(coordinates.slice(0, below.point.network.inputDimension)),
    })),
  );
}

/** Two networks, the wider one second, and data on which both are claimed to be strict local minima. */
export interface LevelPair {
  readonly narrow: TwoLayerNetwork;
  readonly wide: TwoLayerNetwork;
  readonly weighted: WeightedData;
  readonly activation: Activation;
}

/** Both networks are irreducible strict local minima at positive losses; the wider one's loss is higher. */
export function checkOrder({ narrow, wide, weighted, activation }: LevelPair): string | undefined {
  if (narrow.units.length >= wide.units.length) return "the second network is not wider";
  const losses = [narrow, wide].map((network) => weightedLoss(network, weighted, activation, squaredError));
  for (const network of [narrow, wide]) {
    const place = `at width ${network.units.length}`;
    if (!isIrreducible(network)) return `a reducible network ${place}`;
    if (!weightedGradient(network, weighted, activation, squaredError).isZero())
      return `the gradient is not 0 ${place}`;
    const { negative, zero } = inertia(
      weightedHessian(network, weighted, activation, squaredError).numerators,
    );
    if (negative + zero > 0) return `not a strict minimum ${place}`;
  }
  const [lower, higher] = losses;
  if (lower === undefined || lower.compare(0n) <= 0) return "the narrower network has loss 0";
  return higher !== undefined && higher.compare(lower) > 0
    ? undefined
    : "the loss of the wider network is not higher";
}

/**
 * A student that is a strict minimum, and the narrower teacher of its data. The targets are moved by 2^−20·δ,
 * with Σ_k p_k δ_k ∂f/∂θ = 0 for both, so that both remain critical and the teacher does not fit the data.
 */
function levelPair({ student, teacher, weighted, activation }: MirroredInstance): LevelPair {
  const { data, weights } = weighted;
  const columns = [teacher, student].flatMap((network) => {
    const rows = jacobian(network, data.inputs, activation).map((row, index) =>
      row.times(RationalVector.fromRationals(weights).at(index)),
    );
    const { inputDimension, outputDimension, units } = network;
    return RationalVector.transposed(
      rows,
      parameterCount({ inputDimension, outputDimension, width: units.length }),
    );
  });
  const { basis } = certifiedNullspace(clearDenominators(columns), data.inputs.length);
  const first = entry(basis.vectors, 0);
  const size = first.reduce((most, value) => (value * value > most * most ? value : most), 1n);
  const moves = RationalVector.of(first, size << 20n);
  const targets = data.targets.map((target, index) =>
    target.plus(RationalVector.fromRationals([moves.at(index)])),
  );
  return {
    narrow: teacher,
    wide: student,
    weighted: { data: dataSet(data.inputs, targets), weights },
    activation,
  };
}

/** For each width, the first student that is a strict minimum with a narrower teacher. */
export function levelPairs(): LevelPair[] {
  const instances = mirroredInstances();
  return WIDTHS.flatMap((width) => {
    const fits = ({ student, teacher, index }: MirroredInstance): boolean =>
      student.units.length === width && teacher.units.length < width && index === 0;
    return instances.filter(fits).slice(0, 1).map(levelPair);
  });
}
