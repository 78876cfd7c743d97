/**
 * Networks as training leaves them: how far two differ, proved over a box of inputs or enclosed on given
 * ones; whether they compute the same, and which unit of one is which of the other. Uses `exact`,
 * `combinatorics`, `network`, `manifold` and `landscape`.
 * Begin with `bounds/differenceBound` and `compare/compareNetworks`.
 */
export { type BoundedActivation, boundedActivation } from "./bounds/boundedActivation.js";
export { type DataDifference, dataDifference } from "./bounds/dataDifference.js";
export { type DifferenceBound, differenceBound } from "./bounds/differenceBound.js";
export { type InputBox, inputBox } from "./bounds/inputBox.js";
export { type Comparison, type ComparisonVerdict, compareNetworks } from "./compare/compareNetworks.js";
export { type LayerMatching } from "./compare/layerMatching.js";
export { type Mismatch } from "./compare/mismatch.js";
export { type NearestMatching } from "./compare/nearestMatching.js";
export { type UnitDifference } from "./compare/weightDifferences.js";
export { type Witness } from "./compare/witness.js";
