import { InputError } from "../../../exact/inputError.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { knownSymmetry } from "../../../trained/bounds/knownSymmetry.js";
import { inOrderOf } from "../../../trained/compare/inOrderOf.js";
import { writeNetwork } from "../../files/writeNetwork.js";
import { type CompareRequest, compared } from "./compared.js";
import type { CompareReport } from "./report.js";

/** Compares the networks, and writes the second in the first one's order if that is asked for. */
export function compare(asked: CompareRequest): CompareReport {
  const { report, comparison, b } = compared(asked);
  if (asked.output === undefined) return report;
  if (comparison.matching === undefined)
    throw new InputError("the layers are too wide to be matched", "leave --apply out", "--apply");
  const { activation } = report;
  const symmetry = knownSymmetry(activation === undefined ? undefined : boundedActivation(activation));
  writeNetwork(asked.output, inOrderOf(comparison.matching, b, symmetry));
  return report;
}
