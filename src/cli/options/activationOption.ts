import type { Activation } from "../../landscape/activations/activation.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { placed } from "./placed.js";

/**
 * Reads the option `--activation`.
 *
 * @throws InputError that names the option, unless its value is a polynomial or a quotient of two.
 */
export function activationOption(text: string): Activation {
  return placed("--activation", () => parseActivation(text));
}
