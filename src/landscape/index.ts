/**
 * Losses of networks on data, their gradients and Hessians, and critical points. Uses `exact`,
 * `combinatorics`, `network` and `manifold`. Begin with `loss/loss` and `criticalPoints/landscapeAt`.
 */
export { type Activation, polynomialActivation, rationalActivation } from "./activations/activation.js";
export { type TaylorCoefficients } from "./activations/quotientTaylor.js";
export { type ActivationValues } from "./activations/namedValues.js";
export { parseActivation } from "./activations/activationText.js";
export { type RealActivation, realActivation, softplusWithSigmoid } from "./activations/realActivation.js";
export { smoothActivation } from "./activations/smoothActivation.js";
export { expandCritical } from "./criticalPoints/criticalExpansion.js";
export { type CriticalPoint } from "./criticalPoints/criticalPoint.js";
export { inertiaAbove } from "./criticalPoints/inertiaAbove.js";
export { type UnitsOnData, unitsOnData } from "./criticalPoints/unitsOnData.js";
export { type Landscape, type LandscapePoint, landscapeAt } from "./criticalPoints/landscapeAt.js";
export {
  type EnclosedCost,
  type EnclosedCostJet,
  crossEntropy,
  enclosedCost,
} from "./enclosures/enclosedCost.js";
export { type LossSetting } from "./enclosures/enclosedDerivatives.js";
export { type IntervalMultiLayer } from "./enclosures/intervalMultiLayer.js";
export { type CriticalBox } from "./nearCritical/criticalBox.js";
export {
  type EnclosedLandscape,
  type EnclosedLandscapeOptions,
  enclosedLandscape,
} from "./nearCritical/enclosedLandscape.js";
export { type NearCritical } from "./nearCritical/nearCritical.js";
export { type SpuriousFamily } from "./spurious/starts.js";
export { type SymmetricCritical, symmetricCritical } from "./spurious/symmetricCritical.js";
export { type Cost, boundedError, quarticError, radialCost, squaredError } from "./loss/cost.js";
export { type DataSet, dataSet } from "./loss/data.js";
export { parseDataFile } from "./loss/dataFile.js";
export { gradient } from "./loss/gradient.js";
export { hessian } from "./loss/hessian.js";
export { jacobian } from "./loss/jacobian.js";
export { loss } from "./loss/loss.js";
export { type RationalMatrix } from "./loss/rationalMatrix.js";
