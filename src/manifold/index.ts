/**
 * The expansion manifold: its subspaces, where they meet, paths on it, and its topology. Uses `exact`,
 * `combinatorics` and `network`. Begin with `subspaces/gammaSubspace`, then `graph/intersectionGraph`
 * and `paths/shortestPath`.
 */
export { type Potential, distancePotential } from "./graph/distancePotential.js";
export { IntersectionGraph, intersectionGraphSize } from "./graph/intersectionGraph.js";
export {
  type FarthestPair,
  type IntersectionGraphSize,
  type MeetingGraph,
  type ReportProgress,
} from "./graph/meetingGraph.js";
export { neighbours } from "./graph/neighbours.js";
export { type LayerManifold } from "./layers/layerBlock.js";
export { multiLayerCriticalSubspace } from "./layers/multiLayerCriticalSubspace.js";
export { type IsolatedLayer, type MultiLayerPath, type MultiLayerPolyline } from "./layers/multiLayerPath.js";
export {
  multiLayerSubspace,
  multiLayerSubspaceDimension,
  multiLayerSubspaceHolds,
} from "./layers/multiLayerSubspace.js";
export { onOrderManifold } from "./layers/orderManifold.js";
export { type ManifoldPath, type Polyline, type Step } from "./paths/manifoldPath.js";
export { type PathMethod, type ShortestPath, type ShortestPathOptions } from "./paths/shortestPath.js";
export {
  type AffineSubspace,
  dimensionOf,
  holdsPoint,
  includesSubspace,
} from "./subspaces/affineSubspace.js";
export { criticalDimension, criticalSubspace } from "./subspaces/criticalSubspace.js";
export { onExpansionManifold } from "./subspaces/expansionManifold.js";
export { gammaDimension, gammaHolds, gammaSubspace } from "./subspaces/gammaSubspace.js";
export { intersectionByEquations, intersectionDimension } from "./subspaces/intersection.js";
export { subspacesHolding } from "./subspaces/subspacesHolding.js";
export { symmetrySubspace } from "./subspaces/symmetrySubspace.js";
export { type AcyclicMatching } from "./topology/acyclicMatching.js";
export { type ChainComplex, type Facet, chainComplexOf } from "./topology/chainComplex.js";
export { latticeOfFlats } from "./topology/flats.js";
export { type Homology, homology } from "./topology/homology.js";
export { PlacementComplex } from "./topology/placementComplex.js";
export { placementMatching } from "./topology/placementMatching.js";
export { type Poset, eulerCharacteristicOfPoset, orderComplex } from "./topology/poset.js";
export { intersectionPoint, multiLayerPath, pathAsInPaper, shortestPath } from "./guarded.js";
