import type { Activation } from "../../landscape/activations/activation.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { placed } from "./placed.js";

/**
 * The option `--activation`.
 *
 * @throws InputError that names it unless it is a polynomial or a quotient of two.
 */
export function activationOption(text: string): Activation {
  return placed("--activation", () => parseActivation(text));
}
