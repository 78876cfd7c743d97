import type { ControlsResult } from "../../../claims/evidence/controlsResult.js";
import { type ControlGroupName, runControlGroup } from "../../../claims/controls/groups.js";

/** Runs a group of planted errors, and returns how many were refused. */
export function controls({ group }: { readonly group: ControlGroupName }): Promise<ControlsResult> {
  return runControlGroup(group);
}
