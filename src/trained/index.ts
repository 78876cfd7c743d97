/**
 * Networks as training leaves them: which neurons are nearly equal, the nearest network in which they are,
 * how far two networks differ, proved over a box of inputs or enclosed on given ones, whether they compute
 * the same, and paths between those that nearly do. Uses `exact`, `combinatorics`, `network`, `manifold` and
 * `landscape`. Begin with `pruning/classify`, `bounds/differenceBound`, `compare/compareNetworks` and
 * `paths/snappedPath`.
 */
export { type BoundedActivation, boundedActivation } from "./bounds/boundedActivation.js";
export { type DataDifference, dataDifference } from "./bounds/dataDifference.js";
export { type DifferenceBound, differenceBound } from "./bounds/differenceBound.js";
export { type InputBall, type InputBox, ballBox, inputBox } from "./bounds/inputBox.js";
export { segmentBound } from "./bounds/segmentBound.js";
export { preactivationRanges } from "./bounds/preactivationRanges.js";
export { type NearGroup } from "./groups/nearGroups.js";
export {
  type Classification,
  type ClassifiedLayer,
  type ClassifyOptions,
  classify,
} from "./pruning/classify.js";
export { type UnitGroup } from "./pruning/layerGroups.js";
export {
  type Comparison,
  type ComparisonOptions,
  type ComparisonVerdict,
  compareNetworks,
} from "./compare/compareNetworks.js";
export { type LayerMatching } from "./compare/layerMatching.js";
export { type Mismatch } from "./compare/mismatch.js";
export { type NearestMatching } from "./compare/nearestMatching.js";
export { type UnitDifference } from "./compare/weightDifferences.js";
export { type Witness } from "./compare/witness.js";
export { type LossAlongPath, boundAlongPath, lossAlongPath } from "./paths/alongPath.js";
export {
  type SnappedEnd,
  type SnappedPath,
  type SnappedPathOptions,
  type SnappedPolyline,
  snappedPath,
} from "./paths/snappedPath.js";
