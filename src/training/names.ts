import type { BackendName } from "../crosscheck/backends.js";

/** The problems, by the figure that has their students; fig1e is panel (e), with three hidden layers. */
export const SETTINGS = ["fig1", "fig1e", "fig5"] as const;

/** One of {@link SETTINGS}. */
export type SettingName = (typeof SETTINGS)[number];

/**
 * Backends that give the same bits for the same seed, the faster one first: both use one thread, and add in a
 * fixed order. Those that leave the order to a compiler or a driver are not among them. JavaScript leaves the
 * last bits of e^x to the engine, so the same version of Node is needed, too.
 */
export const REPRODUCIBLE = ["wasm", "cpu"] as const satisfies readonly BackendName[];
