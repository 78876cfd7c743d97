import type { DataSet } from "../../landscape/loss/data.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { entry } from "../../exact/entry.js";

/** A network and data, whatever the activation. */
export interface PointWithData {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
}

/**
 * The dimensions, and for each datum its target and the a_i with the w_i·x. Points have the same form if they
 * differ only in the order of units or data, in the coordinates of the inputs, or in the activation.
 *
 * @example pointForm({ network: writtenNetwork("2", "3"), data }) // "1 to 1; 15: 3 at 2" at x = 1, y = 15
 */
export function pointForm({ network, data }: PointWithData): string {
  const rows = data.inputs.map((input, k) => {
    const units = network.units.map(
      ({ incoming, outgoing }) => `${outgoing.toStrings().join(",")} at ${incoming.dot(input).toFraction()}`,
    );
    return `${entry(data.targets, k).toStrings().join(",")}: ${units.sort().join(" ")}`;
  });
  return `${network.inputDimension} to ${network.outputDimension}; ${rows.sort().join("; ")}`;
}

/**
 * Returns the points.
 *
 * @throws RangeError if two have the same {@link pointForm}: they would count as two and show the same.
 */
export function distinctPoints<Point extends PointWithData>(points: readonly Point[]): readonly Point[] {
  const seen = new Map<string, number>();
  points.forEach((point, index) => {
    const form = pointForm(point);
    const earlier = seen.get(form);
    if (earlier !== undefined) throw new RangeError(`instances ${earlier + 1} and ${index + 1} are one`);
    seen.set(form, index);
  });
  return points;
}
