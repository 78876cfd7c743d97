import type { Activation } from "../../landscape/activations/activation.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { placed } from "./placed.js";

/** The activation that is taken if the option is left out: (1 + x)/(1 + x²). */
export const DEFAULT_ACTIVATION = "ratio:1,1:1,0,1";

/**
 * Reads the option `--activation`.
 *
 * @throws InputError that names the option, unless its value is a polynomial or a quotient of two.
 */
export function activationOption(text: string): Activation {
  return placed("--activation", () => parseActivation(text));
}
