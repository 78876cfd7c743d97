import { parseSymmetry } from "../../../network/activations/namedSymmetries.js";
import { counted } from "../../../exact/counted.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../../../network/anyNetwork.js";
import { reduceMultiLayer } from "../../../network/multiLayerReduction.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import { multiLayerFile, networkFile } from "../../../network/networkFile.js";
import { type Reduction, reduce } from "../../../network/reduction.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { SHOWN, blockLines } from "../../terminal/lists.js";
import type { Source } from "../../files/sources.js";
import { anyNetworkIn } from "../../files/networks.js";
import { reducedForText } from "./activationReport.js";
import { layersReport } from "./layersReport.js";
import type { LayersReduced, LayersReducedFor, UnitsReduced, UnitsReducedFor } from "./reduced.js";
import { nearHint } from "./nearHint.js";
import { taggedJson } from "../taggedJson.js";

/** What to reduce, and whether to print JSON. */
export interface ReduceRequest {
  readonly network: Source;
  readonly json: boolean;
  /** As `symmetryOption` reads it; undefined for every activation. */
  readonly activation: string | undefined;
}

/** What `equiloss reduce` prints as JSON. */
export type ReduceReport = UnitsReduced | LayersReduced | UnitsReducedFor | LayersReducedFor;

/** What `equiloss reduce` prints for a network. */
export function reduceText({ network: source, json, activation }: ReduceRequest): string {
  const network = anyNetworkIn(source);
  if (activation !== undefined) return reducedForText(network, parseSymmetry(activation), json);
  return isTwoLayer(network) ? twoLayersText(network, json) : severalText(network, json);
}

function twoLayersText(network: TwoLayerNetwork, json: boolean): string {
  const reduction = reduce(network);
  if (!json) return withHint(reductionLines(network.units.length, reduction), network);
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
  if (!json) return withHint(layersReport(network, reduction), network);
  return taggedJson("reduce", {
    widths: hiddenWidths(network),
    irreducibleWidths: reduction.widths,
    network: reduction.irreducible === undefined ? null : multiLayerFile(reduction.irreducible),
    labelledPartitions: reduction.labelledPartitions,
  } satisfies LayersReduced);
}

/** With a word on what is nearly equal, where nothing is equal. */
function withHint(text: string, network: AnyNetwork): string {
  if (!text.startsWith("irreducible:")) return text;
  return [text, ...nearHint(asMultiLayer(network))].join("\n");
}

function reductionLines(width: number, { irreducible, labelledPartition }: Reduction): string {
  const r = irreducible.units.length;
  const summary =
    r === width
      ? `irreducible: ${counted(width, "neuron")}, none can be merged or dropped`
      : r === 0
        ? `width ${width} reduces to width 0: all neurons cancel, the network computes 0`
        : `width ${width} reduces to width ${r}, the same function for every activation`;
  if (r === width) return summary;
  // As the vertices of `equiloss graph` are named.
  const subspace = width > SHOWN ? [] : [`  subspace     ${labelledPartition.join(" ")}`];
  return [summary, ...blockLines(labelledPartition, "  "), ...subspace].join("\n");
}
