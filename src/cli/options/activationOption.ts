import type { Activation } from "../../landscape/activations/activation.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { placed } from "./placed.js";

/**
 * Reads the option `--activation`.
 *
 * @throws InputError that names the option, unless its value is a polynomial or a quotient of two.
 */
export function activationOption(text: string): Activation {
  return placed("--activation", () => parseActivation(text));
}

/**
 * Reads the option `--activation` of commands that use an activation's symmetry alone.
 *
 * @throws InputError that names the option, with the list of names and the nearest, for any other text.
 */
export function symmetryOption(text: string): ActivationSymmetry {
  return placed("--activation", () => parseSymmetry(text));
}
