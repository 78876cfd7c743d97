import type { BackendName } from "../crosscheck/backends.js";

/** The problems, by the figure that has their students. */
export const SETTINGS = ["fig1", "fig5"] as const;

/** One of {@link SETTINGS}. */
export type SettingName = (typeof SETTINGS)[number];

/**
 * Backends whose results are the same on every machine, the faster one first: JavaScript and WebAssembly say
 * what each operation of floats gives, and both use one thread. Those that leave it to a compiler or a driver
 * in which order sums are added are not among them.
 */
export const REPRODUCIBLE = ["wasm", "cpu"] as const satisfies readonly BackendName[];
