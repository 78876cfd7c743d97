/**
 * Networks over Q with one hidden layer or several: their files, their functions, their reduction. Uses
 * `exact`. Begin with `twoLayerNetwork.ts` and `reduction.ts`; `multiLayerNetwork.ts` has those of several
 * layers.
 */
export { type ActivationSymmetry, everyActivation, symmetryWords } from "./activations/activationSymmetry.js";
export { SYMMETRY_NAMES, parseSymmetry } from "./activations/namedSymmetries.js";
export { type AnyNetwork, asMultiLayer, isTwoLayer } from "./anyNetwork.js";
export { type Redundancy, isIrreducible, redundancies } from "./irreducible.js";
export { type Atom, Measure, equalMeasures, measureOf } from "./measure.js";
export { type WeightTexts } from "./matricesParser.js";
export { functionKey } from "./multiLayerKey.js";
export {
  type MultiLayerMatrices,
  type MultiLayerNetwork,
  evaluateMultiLayer,
  hiddenWidths,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "./multiLayerNetwork.js";
export { type MultiLayerReduction, reduceMultiLayer } from "./multiLayerReduction.js";
export {
  type NetworkFile,
  multiLayerFile,
  networkFile,
  parseAnyNetworkFile,
  parseMultiLayerFile,
  parseNetworkFile,
} from "./networkFile.js";
export { type Reduction, reduce } from "./reduction.js";
export { reduceBySteps, reductionStep } from "./reductionSteps.js";
export {
  type TwoLayerNetwork,
  type Unit,
  evaluate,
  permuteUnits,
  twoLayerNetwork,
  unitOf,
} from "./twoLayerNetwork.js";
