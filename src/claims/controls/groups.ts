import type { ControlsResult } from "../evidence/controlsResult.js";
import { type ControlGroup, runControls } from "./control.js";

/**
 * The controls of a run, in groups, each loaded when it is asked for: a thread does the work of one. The
 * first takes longest.
 */
const GROUPS = {
  checks: async () => (await import("./checkControls.js")).checkControls,
  certificates: async () => (await import("./damagedCertificates.js")).damagedCertificates,
  frames: async () => (await import("./damagedFrames.js")).frameControls,
  engines: async () => (await import("./engineControls.js")).engineControls,
  floats: async () => (await import("./floats.js")).floatControls,
} as const satisfies Readonly<Record<string, () => Promise<ControlGroup>>>;

/** The name of a group of controls. */
export type ControlGroupName = keyof typeof GROUPS;

/** The groups that every run of `verify` goes through. */
export const CONTROL_GROUPS = Object.keys(GROUPS) as readonly ControlGroupName[];

/** Plants the errors of one group. */
export async function runControlGroup(name: ControlGroupName): Promise<ControlsResult> {
  return runControls(await GROUPS[name]());
}
