import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { ONE, PRECISION, affineRows } from "./affineRows.js";
import { withinBall } from "./ballRange.js";
import type { BoundedActivation } from "./boundedActivation.js";
import type { InputBox } from "./inputBox.js";
import { linearRange } from "./linearRange.js";

/**
 * For each hidden layer the ranges of what its neurons pass to the activation, for all inputs of a box.
 *
 * @param box of the network's input dimension.
 * @throws RangeError if the box has fewer dimensions; InputError if the activation may have no value
 *   somewhere.
 * @example preactivationRanges(network, boundedActivation("relu"), inputBox(rational(0n), rational(1n), 1))
 *   .map((layer) => layer.length) // [2, 2]
 */
export function preactivationRanges(
  network: MultiLayerNetwork,
  activation: BoundedActivation,
  box: InputBox,
): Interval[][] {
  requireArguments({
    layeredNetwork: { network },
    "{ value, slope }": { activation },
    "{ lower, upper }": { box },
  });
  const { lower, upper, ball } = box;
  const ranges: Interval[][] = [];
  let values = lower.toRationals().map((end, index) => Interval.between(end, upper.at(index), PRECISION));
  for (const rows of affineRows(network, network).slice(0, -1)) {
    const withOne = [...values, ONE];
    const preactivations = rows.map((row) => {
      const range = linearRange(row, (at) => entry(withOne, at), PRECISION);
      return withinBall(range, row, ranges.length === 0 ? ball : undefined);
    });
    ranges.push(preactivations);
    values = preactivations.map((z) => activation.value(z));
  }
  return ranges;
}
