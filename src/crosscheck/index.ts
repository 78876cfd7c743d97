/**
 * Networks, gradients and curvatures in floats, on TensorFlow.js, compared with exact values within derived
 * bounds. Uses `exact`, `combinatorics`, `network`, `manifold` and `landscape`. Begin with `crosscheck`
 * and `checks`.
 */
export { type Backend, type BackendIdentity, type BackendName, BACKEND_NAMES } from "./backends.js";
export { type Choice, type PassedOver, type Start, chooseBackend } from "./chooseBackend.js";
export { type Compared, type Worst } from "./comparison.js";
export { type FloatModel, type KernelAccuracy, type KernelName } from "./floatActivation.js";
export { type Fault } from "./fault.js";
export { type Measured, type MeasuredKernel } from "./measuredAccuracy.js";
export { type Outcome } from "./run.js";
export { type TensorFlow } from "./tensorflow.js";
export { type CheckReport, type CrosscheckReport, type CrosscheckRequest, crosscheck } from "./crosscheck.js";
