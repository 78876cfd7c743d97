import { formatRational } from "../../../exact/numbers/rational.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { pathSymmetry } from "../../../trained/paths/pathSymmetry.js";
import { suggestedTolerance } from "../../../trained/paths/suggestedTolerance.js";
import type { Otherwise } from "../../files/networks.js";
import { asDecimal } from "../../options/rounded.js";

/** Tells the tolerance at which networks of different functions match, if there is one. */
export function toleranceHint(activation: string | undefined): Otherwise {
  const known = activation === undefined ? undefined : boundedActivation(activation);
  return (from, to) => {
    const tolerance = suggestedTolerance(from, to, pathSymmetry(known, from));
    if (tolerance === undefined) return "";
    return `; they match up to a tolerance: add --tolerance ${asDecimal(formatRational(tolerance))}`;
  };
}
