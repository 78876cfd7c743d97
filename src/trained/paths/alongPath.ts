import { entry, lastEntry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type DataSet, requireFittingData } from "../../landscape/loss/data.js";
import { layerWidths } from "../../network/multiLayerNetwork.js";
import { twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { PRECISION } from "../bounds/affineRows.js";
import type { BoundedActivation } from "../bounds/boundedActivation.js";
import { outputRanges } from "../bounds/dataDifference.js";
import type { InputBox } from "../bounds/inputBox.js";
import { segmentBound, segmentDifferences } from "../bounds/segmentBound.js";
import type { SnappedPath } from "./snappedPath.js";

/**
 * What happens on data along a path.
 *
 * @example [snappedPath(from, to, { tolerance: rational(0n) })].map((path) => "from" in path &&
 *   lossAlongPath(path, boundedActivation("poly:0,1"), data).most.equals(0n)) // [true]
 */
export interface LossAlongPath {
  /** The loss of every network of the path is from `least` to `most`. */
  readonly least: Rational;
  readonly most: Rational;
  /** On these inputs no output differs from that of θ by more. */
  readonly change: Rational;
}

/**
 * A proved bound: on the whole path no output differs by more from that of θ, for all inputs of a box.
 *
 * @param box of the networks' input dimension.
 * @throws InputError if the box has another dimension, or the activation may have no value somewhere.
 * @example [snappedPath(from, to, { tolerance: rational(0n) })].map((path) => "from" in path &&
 *   boundAlongPath(path, boundedActivation("tanh"), inputBox(rational(0n), rational(1n), 1)).equals(0n))
 *   // [true]
 */
export function boundAlongPath(
  path: Pick<SnappedPath, "from" | "to">,
  activation: BoundedActivation,
  box: InputBox,
): Rational {
  requireArguments({
    "{ from, to }": { path },
    "{ value, slope }": { activation },
    "{ lower, upper }": { box },
  });
  const [first, last] = [path.from, path.to].map(
    ({ network, snapped }) => segmentBound(network, snapped, activation, box).bound,
  );
  if (first === undefined || last === undefined) throw new RangeError("a path has two ends");
  return first.compare(last) > 0 ? first : last;
}

/**
 * Encloses the loss Σ_k ½|f(x_k) − y_k|² of all networks of a path: at each input f is that of θ, and differs
 * on the segments at the ends by what {@link segmentBound} allows there.
 *
 * @throws InputError if the data don't have the networks' dimensions, or the activation has no value.
 * @example [snappedPath(from, to, { tolerance: rational(0n) })].map((path) => "from" in path &&
 *   lossAlongPath(path, boundedActivation("poly:0,1"), data).change.equals(0n)) // [true]
 */
export function lossAlongPath(
  path: Pick<SnappedPath, "theta" | "from" | "to">,
  activation: BoundedActivation,
  data: DataSet,
): LossAlongPath {
  requireArguments({ "{ theta, from, to }": { path }, "{ value, slope }": { activation }, data: { data } });
  const { theta, from, to } = path;
  const [inputs, ...others] = layerWidths(theta);
  requireFittingData(twoLayerNetwork(inputs, lastEntry(others), []), data);
  const outputs = outputRanges(theta, activation);
  const ends = [from, to].map(({ network, snapped }) => segmentDifferences(network, snapped, activation));
  const zero = Interval.of(0n, 0n, PRECISION);
  let [sum, change] = [zero, rational(0n)];
  data.inputs.forEach((x, index) => {
    const point: InputBox = { lower: x, upper: x };
    const differences = ends.map((of) => of(point).differences);
    const target = entry(data.targets, index);
    outputs(x).forEach((value, output) => {
      const moved = differences.reduce((hull, of) => hull.hull(entry(of, output)), zero);
      if (moved.magnitude.compare(change) > 0) change = moved.magnitude;
      sum = sum.plus(value.plus(moved).minus(enclosed(target, output)).power(2));
    });
  });
  const loss = sum.scaled(-1);
  return speaking({ least: loss.lowerEnd, most: loss.upperEnd, change });
}

function enclosed(target: RationalVector, output: number): Interval {
  return Interval.enclosing(target.at(output), PRECISION);
}
