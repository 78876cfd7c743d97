import { entry } from "../../../exact/entry.js";
import type { MultiLayerReduction } from "../../../network/multiLayerReduction.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import { SHOWN, blockLines, listed, plural, shortened } from "../../terminal/lists.js";

/** What `equiloss reduce` says about a network of several layers. */
export function layersReport(network: MultiLayerNetwork, reduction: MultiLayerReduction): string {
  const [before, after] = [hiddenWidths(network), reduction.widths];
  const layers = network.weights.length;
  if (before.join() === after.join()) {
    const hidden = `hidden ${plural(before.length, "layer")} of ${widthsText(before)}`;
    return `irreducible: ${hidden}, no neuron can be merged or dropped`;
  }
  const reached = `${widthsText(before)} ${before.length === 1 ? "reduces" : "reduce"} to ${listed(after)}`;
  const summary =
    reduction.irreducible === undefined
      ? [
          `${reached}: no neuron of ${emptied(after)} is left, ` +
            `the network computes ${constantOf(network, after)}`,
        ]
      : [
          `${reached}, the same function for every activation;`,
          `no network of ${layers} layers that computes the same for every activation ` +
            "has fewer neurons in any layer",
        ];
  const changed = before.flatMap((width, index) =>
    width === after[index] ? [] : [layerLines(index, width, reduction)],
  );
  return [...summary, ...shortened(changed, (count) => `  … ${count} more layers`)].join("\n");
}

function layerLines(
  index: number,
  width: number,
  { widths, labelledPartitions }: MultiLayerReduction,
): string {
  const codes = entry(labelledPartitions, index);
  // Units that stay as they are are left out.
  const lines = blockLines(codes, "    ", (code, units) => code > 0 && units === 1);
  return [`  hidden layer ${index + 1}: width ${width} to ${entry(widths, index)}`, ...lines].join("\n");
}

function widthsText(widths: readonly number[]): string {
  return `${plural(widths.length, "width")} ${listed(widths)}`;
}

/** The layer closest to the output that has no unit left. */
function emptied(widths: readonly number[]): string {
  return `hidden layer ${widths.lastIndexOf(0) + 1}`;
}

function constantOf({ biases }: MultiLayerNetwork, widths: readonly number[]): string {
  if (widths.at(-1) !== 0) return "a constant";
  const last = biases?.at(-1);
  if (last === undefined || last.isZero()) return "0";
  return last.dimension > SHOWN ? "its last bias" : `its last bias, (${last.toStrings().join(", ")})`;
}
