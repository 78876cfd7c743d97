/**
 * The library behind the `equiloss` command: exact mathematics of the loss landscapes of two-layer networks.
 *
 * @example
 * import { unit, reduce, twoLayerNetwork } from "equiloss";
 * const theta = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["3"]), unitOf(["1/2"], ["-1"])]);
 * reduce(theta).irreducible.units.length; // 1
 */
export { doubleValue } from "./exact/numbers/doubleValue.js";
export { InputError } from "./exact/inputError.js";
export { Interval } from "./exact/intervals/interval.js";
export { type Rational, formatRational, parseRational, rational } from "./exact/numbers/rational.js";
export { decimalAbove, decimalBelow, decimalInterval } from "./exact/numbers/decimal.js";
export { type Bounds, type Quotient, isAtMost, quotient } from "./exact/numbers/quotient.js";
export { RationalVector } from "./exact/vectors/rationalVector.js";

export { bell } from "./combinatorics/counts/bell.js";
export { eulerCharacteristic } from "./combinatorics/counts/eulerCharacteristic.js";
export { labelledPartitions, successor, surjectionsOf } from "./combinatorics/partitions/enumeration.js";
export {
  forEachLabelledPartition,
  forEachSurjection,
} from "./combinatorics/partitions/forEachLabelledPartition.js";
export {
  labelledPartitionBounds,
  simpleLabelledPartitionBounds,
  simpleSurjectionBounds,
  surjectionBounds,
} from "./combinatorics/asymptotics/fixedDifference.js";
export { shareOntoBounds } from "./combinatorics/asymptotics/fixedWidth.js";
export { type Goal, FEWER, leastDepth, meets } from "./combinatorics/asymptotics/goal.js";
export { LabelledPartition } from "./combinatorics/partitions/labelledPartition.js";
export { labelledPartitionCount } from "./combinatorics/counts/labelledPartitionCount.js";
export { meetingCriterion } from "./combinatorics/partitions/meetingCriterion.js";
export {
  type Orbit,
  orbitOf,
  orbitRepresentative,
  orbitSize,
  orbits,
} from "./combinatorics/partitions/orbits.js";
export { rank, unrank } from "./combinatorics/partitions/ranking.js";
export {
  forEachPartialSurjection,
  partialSurjectionCount,
} from "./combinatorics/counts/partialSurjections.js";
export {
  type CriticalPointCounts,
  criticalSubspaces,
  firstBelowOne,
  onePerLevel,
  onlyLevel,
  ratio,
  ratioSum,
  staysBelow,
} from "./combinatorics/asymptotics/ratio.js";
export {
  ratioBounds,
  ratioDistance,
  ratioEstimate,
  simpleRatioBounds,
} from "./combinatorics/asymptotics/ratioAsymptotics.js";
export {
  type Regime,
  type RegimeAnswer,
  type RegimeQuestion,
  regime,
} from "./combinatorics/asymptotics/regime.js";
export { sphereCount } from "./combinatorics/counts/sphereCount.js";
export { stirling2 } from "./combinatorics/counts/stirling2.js";
export { surjections } from "./combinatorics/counts/surjections.js";
export { lastFailing } from "./combinatorics/asymptotics/threshold.js";
export { lastFailingAtLeast, lastFailingAtMost } from "./combinatorics/asymptotics/thresholdGrowth.js";

export { type AnyNetwork, asMultiLayer, isTwoLayer } from "./network/anyNetwork.js";
export { isIrreducible, redundancies } from "./network/irreducible.js";
export { type MultiLayerReduction, reduceMultiLayer } from "./network/multiLayerReduction.js";
export { multiLayerFile, parseAnyNetworkFile, parseMultiLayerFile } from "./network/multiLayerFile.js";
export { functionKey } from "./network/multiLayerKey.js";
export { type Measure, equalMeasures, measureOf } from "./network/measure.js";
export {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  hiddenWidths,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "./network/multiLayerNetwork.js";
export { networkFile, parseNetworkFile } from "./network/networkFile.js";
export { type Reduction, reduce } from "./network/reduction.js";
export { reduceBySteps, reductionStep } from "./network/reductionSteps.js";
export {
  type Unit,
  type TwoLayerNetwork,
  evaluate,
  unitOf,
  permuteUnits,
  twoLayerNetwork,
} from "./network/twoLayerNetwork.js";

export {
  type AffineSubspace,
  dimensionOf,
  holdsPoint,
  includes,
} from "./manifold/subspaces/affineSubspace.js";
export { type ChainComplex, chainComplexOf } from "./manifold/topology/chainComplex.js";
export { criticalDimension, criticalSubspace } from "./manifold/subspaces/criticalSubspace.js";
export { onExpansionManifold } from "./manifold/subspaces/expansionManifold.js";
export { flats } from "./manifold/topology/flats.js";
export { gammaDimension, gammaHolds, gammaSubspace } from "./manifold/subspaces/gammaSubspace.js";
export { type Homology, homology } from "./manifold/topology/homology.js";
export { intersectionByEquations, intersectionDimension } from "./manifold/subspaces/intersection.js";
export { IntersectionGraph, intersectionGraphSize } from "./manifold/graph/intersectionGraph.js";
export { intersectionPoint } from "./manifold/subspaces/intersectionPoint.js";
export { multiLayerCriticalSubspace } from "./manifold/layers/multiLayerCriticalSubspace.js";
export { type LayerManifold } from "./manifold/layers/layerBlock.js";
export {
  type IsolatedLayer,
  type MultiLayerPath,
  type MultiLayerPolyline,
  multiLayerPath,
} from "./manifold/layers/multiLayerPath.js";
export {
  multiLayerSubspace,
  multiLayerSubspaceDimension,
  multiLayerSubspaceHolds,
} from "./manifold/layers/multiLayerSubspace.js";
export { neighbours } from "./manifold/graph/neighbours.js";
export { onOrderManifold } from "./manifold/layers/orderManifold.js";
export { distancePotential } from "./manifold/graph/distancePotential.js";
export { type ManifoldPath } from "./manifold/paths/manifoldPath.js";
export { pathAsInPaper } from "./manifold/paths/pathAsInPaper.js";
export { PlacementComplex } from "./manifold/topology/placementComplex.js";
export { placementMatching } from "./manifold/topology/placementMatching.js";
export { type Poset, eulerCharacteristicOfPoset, orderComplex } from "./manifold/topology/poset.js";
export { type Polyline, polyline } from "./manifold/paths/polyline.js";
export { type ShortestPath, shortestPath } from "./manifold/paths/shortestPath.js";
export { subspacesHolding } from "./manifold/subspaces/subspacesHolding.js";
export { symmetrySubspace } from "./manifold/subspaces/symmetrySubspace.js";

export {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "./landscape/activations/activation.js";
export { parseActivation } from "./landscape/activations/activationText.js";
export { type Cost, boundedError, quarticError, radialCost, squaredError } from "./landscape/loss/cost.js";
export { type DataSet, dataSet } from "./landscape/loss/data.js";
export { parseDataFile } from "./landscape/loss/dataFile.js";
export { gradient } from "./landscape/loss/gradient.js";
export { hessian } from "./landscape/loss/hessian.js";
export { jacobian } from "./landscape/loss/jacobian.js";
export { loss } from "./landscape/loss/loss.js";
export {
  type RealActivation,
  realActivation,
  softplusWithSigmoid,
} from "./landscape/activations/realActivation.js";
export { type RationalMatrix } from "./landscape/loss/rationalMatrix.js";

export { type Expected, type Verdict as CheckerVerdict } from "./checker/verdict.js";
export { check } from "./checker/check.js";
