/**
 * The library behind the `equiloss` command: exact mathematics of the loss landscapes of two-layer networks.
 *
 * @example
 * import { neuron, reduce, twoLayerNetwork } from "equiloss";
 * const theta = twoLayerNetwork(1, 1, [neuron(["1/2"], ["3"]), neuron(["1/2"], ["-1"])]);
 * reduce(theta).irreducible.neurons.length; // 1
 */
export { doubleValue } from "./exact/doubleValue.js";
export { InputError } from "./exact/inputError.js";
export { Interval } from "./exact/interval.js";
export { type Rational, formatRational, parseRational, rational } from "./exact/rational.js";
export { decimalAbove, decimalBelow, decimalInterval } from "./exact/decimal.js";
export { type Bounds, type Quotient, isAtMost, quotient } from "./exact/quotient.js";
export { RationalVector } from "./exact/rationalVector.js";

export { bell } from "./combinatorics/bell.js";
export { eulerCharacteristic } from "./combinatorics/eulerCharacteristic.js";
export { labelledPartitions, successor, surjectionsOf } from "./combinatorics/enumeration.js";
export { forEachLabelledPartition, forEachSurjection } from "./combinatorics/forEachLabelledPartition.js";
export {
  labelledPartitionBounds,
  simpleLabelledPartitionBounds,
  simpleSurjectionBounds,
  surjectionBounds,
} from "./combinatorics/fixedDifference.js";
export { shareOntoBounds } from "./combinatorics/fixedWidth.js";
export { type Goal, FEWER, leastDepth, meets } from "./combinatorics/goal.js";
export { LabelledPartition } from "./combinatorics/labelledPartition.js";
export { labelledPartitionCount } from "./combinatorics/labelledPartitionCount.js";
export { meetingCriterion } from "./combinatorics/meetingCriterion.js";
export { type Orbit, orbitOf, orbitRepresentative, orbitSize, orbits } from "./combinatorics/orbits.js";
export { rank, unrank } from "./combinatorics/ranking.js";
export { forEachPartialSurjection, partialSurjectionCount } from "./combinatorics/partialSurjections.js";
export {
  type CriticalPointCounts,
  criticalSubspaces,
  firstBelowOne,
  onePerLevel,
  onlyLevel,
  ratio,
  ratioSum,
  staysBelow,
} from "./combinatorics/ratio.js";
export {
  ratioBounds,
  ratioDistance,
  ratioEstimate,
  simpleRatioBounds,
} from "./combinatorics/ratioAsymptotics.js";
export { type Regime, type RegimeAnswer, type RegimeQuestion, regime } from "./combinatorics/regime.js";
export { sphereCount } from "./combinatorics/sphereCount.js";
export { stirling2 } from "./combinatorics/stirling2.js";
export { surjections } from "./combinatorics/surjections.js";
export { lastFailing } from "./combinatorics/threshold.js";
export { lastFailingAtLeast, lastFailingAtMost } from "./combinatorics/thresholdGrowth.js";

export { isIrreducible, redundancies } from "./network/irreducible.js";
export { type LayerReduction, reduceLayers } from "./network/layerReduction.js";
export { layersFile, parseAnyNetworkFile, parseLayersFile } from "./network/layersFile.js";
export { functionKey } from "./network/layersKey.js";
export { type Measure, equalMeasures, measureOf } from "./network/measure.js";
export {
  type MultiLayerNetwork,
  asMultiLayer,
  evaluateLayers,
  hiddenWidths,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "./network/multiLayerNetwork.js";
export { networkFile, parseNetworkFile } from "./network/networkFile.js";
export { type Reduction, reduce } from "./network/reduction.js";
export { reduceBySteps, reductionStep } from "./network/reductionSteps.js";
export {
  type Neuron,
  type TwoLayerNetwork,
  evaluate,
  neuron,
  permuteNeurons,
  twoLayerNetwork,
} from "./network/twoLayerNetwork.js";

export { type AffineSubspace, dimensionOf, holdsPoint, includes } from "./manifold/affineSubspace.js";
export { type ChainComplex, chainComplexOf } from "./manifold/chainComplex.js";
export { criticalDimension, criticalSubspace } from "./manifold/criticalSubspace.js";
export { onExpansionManifold } from "./manifold/expansionManifold.js";
export { flats } from "./manifold/flats.js";
export { gammaDimension, gammaHolds, gammaSubspace } from "./manifold/gammaSubspace.js";
export { type Homology, homology } from "./manifold/homology.js";
export { intersectionByEquations, intersectionDimension } from "./manifold/intersection.js";
export { IntersectionGraph, intersectionGraphSize } from "./manifold/intersectionGraph.js";
export { intersectionPoint } from "./manifold/intersectionPoint.js";
export { layerCriticalSubspace } from "./manifold/layerCriticalSubspace.js";
export { type LayerManifold } from "./manifold/layerBlock.js";
export { type IsolatedLayer, type LayerPath, type LayerPolyline, layerPath } from "./manifold/layerPath.js";
export { layerSubspace, layerSubspaceDimension, layerSubspaceHolds } from "./manifold/layerSubspace.js";
export { neighbours } from "./manifold/neighbours.js";
export { onOrderManifold } from "./manifold/orderManifold.js";
export { distancePotential } from "./manifold/distancePotential.js";
export { type ManifoldPath } from "./manifold/manifoldPath.js";
export { pathAsInPaper } from "./manifold/pathAsInPaper.js";
export { PlacementComplex } from "./manifold/placementComplex.js";
export { placementMatching } from "./manifold/placementMatching.js";
export { type Poset, eulerCharacteristicOfPoset, orderComplex } from "./manifold/poset.js";
export { type Polyline, polyline } from "./manifold/polyline.js";
export { type ShortestPath, shortestPath } from "./manifold/shortestPath.js";
export { subspacesHolding } from "./manifold/subspacesHolding.js";
export { symmetrySubspace } from "./manifold/symmetrySubspace.js";

export { type Activation, polynomialActivation, rationalActivation } from "./landscape/activation.js";
export { parseActivation } from "./landscape/activationText.js";
export { type Cost, boundedError, quarticError, radialCost, squaredError } from "./landscape/cost.js";
export { type DataSet, dataSet } from "./landscape/data.js";
export { parseDataFile } from "./landscape/dataFile.js";
export { gradient } from "./landscape/gradient.js";
export { hessian } from "./landscape/hessian.js";
export { jacobian } from "./landscape/jacobian.js";
export { loss } from "./landscape/loss.js";
export { type RealActivation, realActivation, softplusWithSigmoid } from "./landscape/realActivation.js";
export { type RationalMatrix } from "./landscape/rationalMatrix.js";

export { type Expected, type Verdict as CheckerVerdict } from "./checker/verdict.js";
export { check } from "./checker/check.js";
