import { InputError } from "../../../exact/inputError.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { toleranceOption, withinOption } from "../../options/rangeOption.js";
import type { PathOptions } from "./run.js";
import type { SnapRequest } from "./snapping.js";

/**
 * Reads the options of a path between networks that are nearly the same; undefined without `--tolerance`.
 *
 * @throws InputError that names the option at fault.
 */
export function snapChoices(options: PathOptions): Omit<SnapRequest, "data"> | undefined {
  const { tolerance, within, activation: typed } = options;
  if (tolerance === undefined) {
    if (within === undefined) return undefined;
    throw new InputError(
      "on an exact path no output changes",
      "add --tolerance, or leave it out",
      "--within",
    );
  }
  const { asPaper, changes, svg } = options;
  const [excluded] = Object.entries({ "--as-paper": asPaper, "--changes": changes, "--svg": svg }).flatMap(
    ([name, isGiven]) => (isGiven === true ? [name] : []),
  );
  if (excluded !== undefined)
    throw new InputError("only for exact paths", "leave it or --tolerance out", excluded);
  return {
    tolerance: toleranceOption(tolerance),
    ...present({
      activation:
        typed === undefined ? undefined : placed("--activation", () => boundedActivation(typed).name),
    }),
    ...withinOption(within),
  };
}
