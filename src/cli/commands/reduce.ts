import { reduceLayers } from "../../network/layerReduction.js";
import { layersFile, parseAnyNetworkFile } from "../../network/layersFile.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import { networkFile } from "../../network/networkFile.js";
import { type Reduction, reduce } from "../../network/reduction.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { blockLines } from "../blockLines.js";
import { layersReport } from "../layersReport.js";
import { print, printJson } from "../output.js";
import { placeOf, readText } from "../readText.js";

interface ReduceOptions {
  readonly json?: boolean;
}

/** `equiloss reduce <network>` */
export function reduceCommand(path: string, options: ReduceOptions): void {
  const network = parseAnyNetworkFile(readText(path), placeOf(path));
  if ("neurons" in network) reduceTwoLayers(network, options);
  else reduceSeveral(network, options);
}

function reduceTwoLayers(network: TwoLayerNetwork, options: ReduceOptions): void {
  const reduction = reduce(network);
  if (options.json !== true) {
    print(reductionLines(network.neurons.length, reduction));
    return;
  }
  printJson({
    width: network.neurons.length,
    irreducibleWidth: reduction.irreducible.neurons.length,
    network: networkFile(reduction.irreducible),
    labelledPartition: reduction.labelledPartition,
  });
}

/** Three layers or more, or biases. */
function reduceSeveral(network: MultiLayerNetwork, options: ReduceOptions): void {
  const reduction = reduceLayers(network);
  if (options.json !== true) {
    print(layersReport(network, reduction));
    return;
  }
  printJson({
    widths: hiddenWidths(network),
    irreducibleWidths: reduction.widths,
    network: reduction.irreducible === undefined ? null : layersFile(reduction.irreducible),
    labelledPartitions: reduction.labelledPartitions,
  });
}

function reductionLines(width: number, { irreducible, labelledPartition }: Reduction): string {
  const r = irreducible.neurons.length;
  const summary =
    r === width
      ? `irreducible: ${width === 1 ? "1 neuron" : `${width} neurons`}, none can be merged or dropped`
      : r === 0
        ? `width ${width} reduces to width 0: all neurons cancel, the network computes 0`
        : `width ${width} reduces to width ${r}, the same function for every activation`;
  return r === width ? summary : [summary, ...blockLines(labelledPartition, "  ")].join("\n");
}
