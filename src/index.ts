/**
 * The library behind the `equiloss` command: exact mathematics of the loss landscapes of neural networks. It
 * exports all rooms that touch neither files nor processes. Each room is also an entry point of its own, such
 * as `equiloss/manifold`. Other entry points are `equiloss/certificate` (certificates and their files),
 * `equiloss/claims` (the claims, and `verify`, which runs their evidence) and `equiloss/crosscheck` (floats).
 * `equiloss/checker` alone loads the checker of certificates and nothing else.
 *
 * Values have JSON in which nothing is rounded: a rational is "p/q", an integer of any size a decimal text. A
 * bare bigint has none in the language: write it with `String`. A wrong argument gives an error that
 * names it: a TypeError for its type, a RangeError for its value, an InputError for what a user wrote.
 *
 * @example
 * import { reduce, twoLayerNetwork, unitOf } from "equiloss";
 * const theta = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["3"]), unitOf(["1/2"], ["-1"])]);
 * reduce(theta).irreducible.units.length; // 1
 */
export * from "./exact/index.js";
export * from "./combinatorics/index.js";
export * from "./network/index.js";
export * from "./manifold/index.js";
export * from "./landscape/index.js";
export * from "./trained/index.js";
export * from "./checker/index.js";
