import type { DataSet } from "../../landscape/loss/data.js";
import { parseDataFile } from "../../landscape/loss/dataFile.js";
import type { AnyNetwork } from "../../network/anyNetwork.js";
import { parseAnyNetworkFile, parseMultiLayerFile } from "../../network/networkFile.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { parseNetworkFile } from "../../network/networkFile.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Source, textOf } from "./sources.js";

/** Reads a two-layer network from its file. */
export function networkIn(source: Source): TwoLayerNetwork {
  return parseNetworkFile(textOf(source), source.place);
}

/** Reads a network of any number of layers from its file, as matrices. */
export function layersIn(source: Source): MultiLayerNetwork {
  return parseMultiLayerFile(textOf(source), source.place);
}

/** Reads a network of either kind from its file. */
export function anyNetworkIn(source: Source): AnyNetwork {
  return parseAnyNetworkFile(textOf(source), source.place);
}

/** Reads training data from their file. */
export function dataIn(source: Source): DataSet {
  return parseDataFile(textOf(source), source.place);
}
