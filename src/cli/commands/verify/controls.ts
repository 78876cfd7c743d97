import type { ControlsResult } from "../../../claims/controls/control.js";
import { type ControlGroupName, runControlGroup } from "../../../claims/controls/groups.js";

/** What came of a group of planted errors. */
export function controls({ group }: { readonly group: ControlGroupName }): Promise<ControlsResult> {
  return runControlGroup(group);
}
