import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { AnyNetwork } from "../../network/anyNetwork.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import { ONE, PRECISION, affineRows, asLayers } from "./affineRows.js";
import { withinBall } from "./ballRange.js";
import type { BoundedActivation } from "./boundedActivation.js";
import type { InputBall, InputBox } from "./inputBox.js";
import { linearRange } from "./linearRange.js";

/**
 * How far two networks can differ over a box.
 *
 * @example differenceBound(theta, theta, boundedActivation("tanh"),
 *   inputBox(rational(0n), rational(1n), 1)).differences.length === 1
 */
export interface DifferenceBound {
  /** For each output an interval that holds f(x) − g(x) for all x of the box. */
  readonly differences: readonly Interval[];
  /** |f(x) − g(x)| is at most this, in each output and for all x of the box. */
  readonly bound: Rational;
}

/**
 * A proved bound on the difference of two networks f and g of equal widths whose neurons correspond in order.
 *
 * From layer to layer, with h and h' the outputs of the layer before in f and in g, Wh − W'h' = W(h − h') +
 * (W − W')h'; and σ(z) − σ(z') = s·(z − z') with a slope s of σ between z and z', and no more than σ's values
 * there are apart. All of these are intervals over the box, rounded outwards. So neurons that are the same in
 * both networks contribute exactly 0, and equal networks have the bound 0.
 *
 * @param box of the networks' input dimension.
 * @throws InputError if the networks' widths differ, the box has another dimension, or the activation may
 *   have no value somewhere.
 * @example differenceBound(from, from, boundedActivation("tanh"), inputBox(rational(-1n), rational(1n), 1))
 *   .bound.n === 0n
 */
export function differenceBound(
  left: AnyNetwork,
  right: AnyNetwork,
  activation: BoundedActivation,
  box: InputBox,
): DifferenceBound {
  requireArguments({ "{ value, slope }": { activation }, "{ lower, upper }": { box } });
  return differencesOver(left, right, activation, ALONE)(box);
}

/** Which networks are compared with g: for each row of f and that of g the interval of what they give. */
export interface Compared {
  /** Of W·x, from those of the rows of f and of g. */
  readonly product: (ofF: Interval, ofG: () => Interval) => Interval;
  /** Of (W − W')·x, from that of the difference of the two rows. */
  readonly change: (difference: Interval) => Interval;
}

/** The network f alone. */
const ALONE: Compared = { product: (ofF) => ofF, change: (difference) => difference };

/**
 * The bound of {@link differenceBound} as a function of the box, for the networks that are compared with g.
 *
 * @throws InputError if the widths differ.
 */
export function differencesOver(
  left: AnyNetwork,
  right: AnyNetwork,
  activation: BoundedActivation,
  compared: Compared,
): (box: InputBox) => DifferenceBound {
  const [f, g] = asLayers({ left, right });
  requireEqualWidths(f, g);
  const [rowsOfF, rowsOfG] = [affineRows(f, g), affineRows(g, f)];
  const pairs = rowsOfF.map((rows, layer) =>
    rows.map((ofF, unit) => rowPair(ofF, entry(entry(rowsOfG, layer), unit))),
  );
  return (box) => {
    let signals = inputSignals(box, layerWidths(f)[0]);
    pairs.forEach((rows, index) => {
      const before = index === 0 ? signals : activated(signals, activation);
      signals = transported(rows, before, compared);
    });
    const { differences } = signals;
    const bound = differences.reduce(
      (most, { magnitude }) => (magnitude.compare(most) > 0 ? magnitude : most),
      rational(0n),
    );
    return speaking({ differences, bound });
  };
}

/** A row of f and that of g, and their difference unless they are equal. */
interface RowPair {
  readonly ofF: RationalVector;
  readonly ofG: RationalVector;
  readonly difference: RationalVector | undefined;
}

function rowPair(ofF: RationalVector, ofG: RationalVector): RowPair {
  return { ofF, ofG, difference: ofF.equals(ofG) ? undefined : ofF.minus(ofG) };
}

/** What a layer receives or gives: ranges of g's values, computed when asked for, and of f's less g's. */
interface Signals {
  readonly rangeOf: (unit: number) => Interval;
  /** The inputs, if these are the signals, and are those of a ball. */
  readonly ball?: InputBall | undefined;
  readonly differences: readonly Interval[];
}

const ZERO = Interval.of(0n, 0n, PRECISION);

function inputSignals({ lower, upper, ball }: InputBox, dimension: number): Signals {
  if (lower.dimension !== dimension || upper.dimension !== dimension) {
    throw new InputError(
      `the box has dimension ${lower.dimension}, and the networks have ${dimension} inputs`,
      "give a box of the networks' input dimension",
    );
  }
  return {
    rangeOf: kept((index) => Interval.between(lower.at(index), upper.at(index), PRECISION)),
    ball,
    differences: new Array<Interval>(dimension).fill(ZERO),
  };
}

/** Through a matrix, whose last column is that of the biases if there are such. */
function transported(
  rows: readonly RowPair[],
  { rangeOf, ball, differences }: Signals,
  { product, change }: Compared,
): Signals {
  const inputs = differences.length;
  const withOne = (index: number): Interval => (index === inputs ? ONE : rangeOf(index));
  const withZero = (index: number): Interval => (index === inputs ? ZERO : entry(differences, index));
  const rangeBy = (row: RationalVector): Interval =>
    withinBall(linearRange(row, withOne, PRECISION), row, ball);
  const isStill = differences.every(({ sign }) => sign === 0);
  return {
    rangeOf: kept((unit) => rangeBy(entry(rows, unit).ofG)),
    differences: rows.map(({ ofF, ofG, difference }) => {
      const changed = difference === undefined ? ZERO : change(rangeBy(difference));
      if (isStill) return changed;
      const carried = linearRange(ofF, withZero, PRECISION);
      return changed.plus(product(carried, () => linearRange(ofG, withZero, PRECISION)));
    }),
  };
}

function activated({ rangeOf, differences }: Signals, { value, slope }: BoundedActivation): Signals {
  return {
    rangeOf: kept((unit) => value(rangeOf(unit))),
    differences: differences.map((difference, unit) => {
      if (difference.sign === 0) return difference;
      const ofG = rangeOf(unit);
      const ofF = ofG.plus(difference);
      // The first is sharp for networks that differ little, the second for a bounded σ and large boxes.
      const bySlope = slope(ofG.hull(ofF)).times(difference);
      const byValues = value(ofF).minus(value(ofG));
      return bySlope.intersection(byValues) ?? apart(bySlope, byValues);
    }),
  };
}

function apart(bySlope: Interval, byValues: Interval): never {
  throw new Error(`σ(f) − σ(g) lies in ${String(bySlope)} and in ${String(byValues)}, which are apart`);
}

/** A function of places that computes each value once. */
function kept(compute: (place: number) => Interval): (place: number) => Interval {
  const known = new Map<number, Interval>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const made = compute(place);
    known.set(place, made);
    return made;
  };
}

function requireEqualWidths(f: MultiLayerNetwork, g: MultiLayerNetwork): void {
  const [left, right] = [layerWidths(f), layerWidths(g)].map((widths) => widths.join(", "));
  if (left === right) return;
  throw new InputError(
    `the networks have the widths ${left} and ${right}, inputs and outputs among them`,
    "give networks of equal widths",
  );
}
