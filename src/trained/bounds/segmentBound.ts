import { Interval } from "../../exact/intervals/interval.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { AnyNetwork } from "../../network/anyNetwork.js";
import { PRECISION } from "./affineRows.js";
import type { BoundedActivation } from "./boundedActivation.js";
import { type Compared, type DifferenceBound, differencesOver } from "./differenceBound.js";
import type { InputBox } from "./inputBox.js";

const ZERO = Interval.of(0n, 0n, PRECISION);

/**
 * All networks of the segment: a row is W' + s(W − W') with s from 0 to 1. So (W − W')·x is multiplied by s,
 * and the product with a vector lies between those of the ends.
 */
const SEGMENT: Compared = {
  product: (ofF, ofG) => ofF.hull(ofG()),
  change: (difference) => difference.hull(ZERO),
};

/**
 * A proved bound, as {@link differenceBound} gives it, on the difference of every network of the straight
 * segment between two networks, whose weights are (1 − t)·left + t·right, and the right one.
 *
 * @param box of the networks' input dimension.
 * @throws InputError if the networks' widths differ, the box has another dimension, or the activation may
 *   have no value somewhere.
 * @example segmentBound(from, from, boundedActivation("tanh"), inputBox(rational(-1n), rational(1n), 1))
 *   .bound.n === 0n
 */
export function segmentBound(
  left: AnyNetwork,
  right: AnyNetwork,
  activation: BoundedActivation,
  box: InputBox,
): DifferenceBound {
  requireArguments({ "{ value, slope }": { activation }, "{ lower, upper }": { box } });
  return segmentDifferences(left, right, activation)(box);
}

/** The same as a function of the box. */
export function segmentDifferences(
  left: AnyNetwork,
  right: AnyNetwork,
  activation: BoundedActivation,
): (box: InputBox) => DifferenceBound {
  return differencesOver(left, right, activation, SEGMENT);
}
