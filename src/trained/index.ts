/**
 * Networks as training leaves them: how far two differ, proved over a box of inputs or enclosed on given
 * ones. Uses `exact`, `combinatorics`, `network`, `manifold` and `landscape`.
 * Begin with `bounds/differenceBound`.
 */
export { type BoundedActivation, boundedActivation } from "./bounds/boundedActivation.js";
export { type DataDifference, dataDifference } from "./bounds/dataDifference.js";
export { type DifferenceBound, differenceBound } from "./bounds/differenceBound.js";
export { type InputBox, inputBox } from "./bounds/inputBox.js";
