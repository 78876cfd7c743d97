/**
 * Files of trained networks, as other programs write them, to exact networks and back. Uses `exact` and
 * `network`. Begin with `readNetwork` and `exactNetwork`.
 */
export { exactNetwork } from "./exactNetwork.js";
export { type FloatType } from "./floatTypes.js";
export {
  type CoordinateMap,
  type FoundLayer,
  type FoundMatrix,
  type FoundNetwork,
  type FoundNumbers,
} from "./foundNetwork.js";
export { type LayerChoices } from "./looseLayers.js";
export { type NetworkBytes, readNetwork } from "./readNetwork.js";
export { type FormatName, formatOf } from "./recognised.js";
export { type RoundedNetwork, roundedNetwork } from "./roundedNetwork.js";
export { npzFile, safetensorsFile } from "./writtenFiles.js";
