import { guarded } from "../exact/plainJavaScript.js";
import * as irreducible from "./irreducible.js";
import * as measure from "./measure.js";
import * as layers from "./multiLayerNetwork.js";
import * as files from "./networkFile.js";
import * as units from "./twoLayerNetwork.js";

/*
 * What the room exports of functions that the library itself calls often: these refuse wrong arguments, and
 * then do what the function of the same name does, which has the docstring.
 */

export const isIrreducible = guarded(irreducible.isIrreducible, {
  network: "network",
});
export const measureOf = guarded(measure.measureOf, { network: "network" });
export const equalMeasures = guarded(measure.equalMeasures, {
  left: "measure",
  right: "measure",
});
export const hiddenWidths = guarded(layers.hiddenWidths, {
  network: "layeredNetwork",
});
export const pairAt = guarded(layers.pairAt, {
  network: "layeredNetwork",
  layer: "number",
});
export const multiLayerNetwork = guarded(layers.multiLayerNetwork, {
  weights: "rows[]",
  biases: "vector[]?",
});
export const twoLayerNetwork = guarded(units.twoLayerNetwork, {
  inputDimension: "number",
  outputDimension: "number",
  units: "unit[]",
});
export const parseNetworkFile = guarded(files.parseNetworkFile, {
  text: "text",
  place: "text",
});
export const parseMultiLayerFile = guarded(files.parseMultiLayerFile, {
  text: "text",
  place: "text",
});
export const parseAnyNetworkFile = guarded(files.parseAnyNetworkFile, {
  text: "text",
  place: "text",
});
