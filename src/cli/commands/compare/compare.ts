import { everyActivation } from "../../../network/activations/activationSymmetry.js";
import { compareNetworks } from "../../../trained/compare/compareNetworks.js";
import { comparedActivation } from "../../../trained/compare/comparedActivation.js";
import { inOrderOf } from "../../../trained/compare/inOrderOf.js";
import { InputError } from "../../../exact/inputError.js";
import { layersIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { writeNetwork } from "../../files/writeNetwork.js";
import { placed } from "../../options/placed.js";
import { type CompareReport, compareReport } from "./report.js";

/** What `equiloss compare` is asked. */
export interface CompareRequest {
  readonly a: Source;
  readonly b: Source;
  /** As `boundedActivation` reads it; undefined for every activation. */
  readonly activation?: string;
  /** Where B in A's order goes, if that is asked for. */
  readonly output?: string;
}

/** Compares the networks, and writes the second in the first one's order if that is asked for. */
export function compare({ a: first, b: second, activation, output }: CompareRequest): CompareReport {
  const [a, b] = [layersIn(first), layersIn(second)];
  const comparison = placed(second.place, () => compareNetworks(a, b, activation));
  const report = compareReport(comparison, activation, output);
  if (output === undefined) return report;
  if (comparison.matching === undefined)
    throw new InputError("the layers are too wide to be matched", "leave --apply out", "--apply");
  const symmetry = activation === undefined ? everyActivation : comparedActivation(activation).symmetry;
  writeNetwork(output, inOrderOf(comparison.matching, b, symmetry));
  return report;
}
