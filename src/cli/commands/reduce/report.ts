import { counted } from "../../../exact/counted.js";
import { isTwoLayer } from "../../../network/anyNetwork.js";
import { reduceMultiLayer } from "../../../network/multiLayerReduction.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import { type NetworkFile, multiLayerFile, networkFile } from "../../../network/networkFile.js";
import { type Reduction, reduce } from "../../../network/reduction.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { blockLines } from "../../terminal/lists.js";
import type { Source } from "../../files/sources.js";
import { anyNetworkIn } from "../../files/networks.js";
import { layersReport } from "./layersReport.js";
import { taggedJson } from "../outputs.js";

/** What to reduce, and whether to print JSON. */
export interface ReduceRequest {
  readonly network: Source;
  readonly json: boolean;
}

/** What `equiloss reduce` prints as JSON for a network of two layers without biases. */
export interface UnitsReduced {
  readonly width: number;
  readonly irreducibleWidth: number;
  /** Null if all neurons cancel. */
  readonly network: NetworkFile | null;
  /** For each neuron the unit that it merges into, from 1 on; 0 or less for those whose sum cancels. */
  readonly labelledPartition: readonly number[];
}

/** What `equiloss reduce` prints as JSON for any other network; lists have an entry for each hidden layer. */
export interface LayersReduced {
  readonly widths: readonly number[];
  readonly irreducibleWidths: readonly number[];
  /** Null if a layer has no neuron left. */
  readonly network: NetworkFile | null;
  readonly labelledPartitions: readonly (readonly number[])[];
}

/** What `equiloss reduce` prints as JSON. */
export type ReduceReport = UnitsReduced | LayersReduced;

/** What `equiloss reduce` prints for a network. */
export function reduceText({ network: source, json }: ReduceRequest): string {
  const network = anyNetworkIn(source);
  return isTwoLayer(network) ? twoLayersText(network, json) : severalText(network, json);
}

function twoLayersText(network: TwoLayerNetwork, json: boolean): string {
  const reduction = reduce(network);
  if (!json) return reductionLines(network.units.length, reduction);
  return taggedJson("reduce", {
    width: network.units.length,
    irreducibleWidth: reduction.irreducible.units.length,
    network: networkFile(reduction.irreducible),
    labelledPartition: reduction.labelledPartition,
  } satisfies UnitsReduced);
}

/** What it prints for a network of three layers or more, or with biases. */
function severalText(network: MultiLayerNetwork, json: boolean): string {
  const reduction = reduceMultiLayer(network);
  if (!json) return layersReport(network, reduction);
  return taggedJson("reduce", {
    widths: hiddenWidths(network),
    irreducibleWidths: reduction.widths,
    network: reduction.irreducible === undefined ? null : multiLayerFile(reduction.irreducible),
    labelledPartitions: reduction.labelledPartitions,
  } satisfies LayersReduced);
}

function reductionLines(width: number, { irreducible, labelledPartition }: Reduction): string {
  const r = irreducible.units.length;
  const summary =
    r === width
      ? `irreducible: ${counted(width, "neuron")}, none can be merged or dropped`
      : r === 0
        ? `width ${width} reduces to width 0: all neurons cancel, the network computes 0`
        : `width ${width} reduces to width ${r}, the same function for every activation`;
  return r === width ? summary : [summary, ...blockLines(labelledPartition, "  ")].join("\n");
}
