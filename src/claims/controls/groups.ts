import type { ControlsResult } from "../evidence/controlsResult.js";
import { type ControlGroup, runControls } from "./control.js";
import { damagedCertificates } from "./damagedCertificates.js";
import { certifiedControls, exhaustiveControls, sampledControls } from "./engines.js";
import { floatControls } from "./floats.js";
import { listingControls } from "./listings.js";
import { refutationControls } from "./refutations.js";
import { widthOneControls } from "./widthOne.js";

/** The controls of a run, in groups that take about the same time. */
const GROUPS = {
  certificates: damagedCertificates,
  engines: {
    expected: 77,
    controls: () => [
      ...exhaustiveControls,
      ...certifiedControls,
      ...sampledControls,
      ...refutationControls,
      ...listingControls,
      ...widthOneControls,
    ],
  },
  floats: floatControls,
} as const satisfies Readonly<Record<string, ControlGroup>>;

/** The name of a group of controls. */
export type ControlGroupName = keyof typeof GROUPS;

/** The groups that every run of `verify` goes through. */
export const CONTROL_GROUPS: readonly ControlGroupName[] = ["certificates", "engines", "floats"];

/** Plants the errors of one group. */
export function runControlGroup(name: ControlGroupName): Promise<ControlsResult> {
  return runControls(GROUPS[name]);
}
