/**
 * Networks over Q with one hidden layer or several: their files, their functions, their reduction. Uses
 * `exact`. Begin with `twoLayerNetwork` and `reduction`; `multiLayerNetwork` has those of several
 * layers.
 */
export { type ActivationSymmetry, everyActivation, symmetryWords } from "./activations/activationSymmetry.js";
export { SYMMETRY_NAMES, parseSymmetry } from "./activations/namedSymmetries.js";
export { type Rest } from "./activations/mergedClasses.js";
export {
  type SignedPartition,
  type SymmetricMultiLayerReduction,
  type SymmetricReduction,
  reduceFor,
  reduceMultiLayerFor,
} from "./activations/symmetricReduction.js";
export { type AnyNetwork, asMultiLayer, isTwoLayer } from "./anyNetwork.js";
export { type Redundancy, redundancies } from "./irreducible.js";
export { type Atom, Measure } from "./measure.js";
export { type WeightTexts } from "./matricesParser.js";
export { type Expansion, type ExpansionOptions, expandNetwork } from "./expandedNetwork.js";
export { functionKey } from "./multiLayerKey.js";
export {
  type MultiLayerMatrices,
  type MultiLayerNetwork,
  evaluateMultiLayer,
  withPair,
} from "./multiLayerNetwork.js";
export { type MultiLayerReduction, reduceMultiLayer } from "./multiLayerReduction.js";
export { type NetworkFile, multiLayerFile, networkFile } from "./networkFile.js";
export { type Reduction, reduce } from "./reduction.js";
export { reduceBySteps, reductionStep } from "./reductionSteps.js";
export { type TwoLayerNetwork, type Unit, evaluate, permuteUnits, unitOf } from "./twoLayerNetwork.js";
export {
  equalMeasures,
  hiddenWidths,
  isIrreducible,
  measureOf,
  multiLayerNetwork,
  pairAt,
  parseAnyNetworkFile,
  parseMultiLayerFile,
  parseNetworkFile,
  twoLayerNetwork,
} from "./guarded.js";
