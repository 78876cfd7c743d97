import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { SYMMETRY_NAMES, parseSymmetry } from "../../network/activations/namedSymmetries.js";
import { parseActivation } from "./activationText.js";
import { enclosedQuotient } from "./enclosedQuotient.js";
import { namedDerivatives } from "./namedDerivatives.js";
import { type RealActivation, realActivation } from "./realActivation.js";

/** Why these have no Hessian: the loss is not C² in the weights. */
const NOT_SMOOTH = [
  { names: /^(?:relu|leaky:.*)$/, reason: "has a kink at 0" },
  { names: /^softsign$/, reason: "has a second derivative that jumps at 0" },
];

/**
 * Reads a C² activation: `sigmoid`, `tanh`, `softplus`, `silu`, `gelu`, `erf`, `arctan`, `gaussian`,
 * `softplus+sigmoid:1,4`, `poly:…` or `ratio:…`.
 *
 * @throws InputError for any other text, and for an activation that isn't C², such as `relu`, with the
 *   reason.
 * @example smoothActivation("poly:0,0,1").secondDerivative(Interval.of(1n, 1n, 0)).lower === 2n
 */
export function smoothActivation(text: string): RealActivation {
  requireArguments({ text: { text } });
  if (/^(?:poly|ratio):/.test(text)) return enclosedQuotient(parseActivation(text));
  if (text.startsWith("softplus+sigmoid")) return realActivation(text);
  const { name } = symmetryNamed(text);
  const fault = NOT_SMOOTH.find(({ names }) => names.test(name));
  if (fault === undefined) return namedDerivatives(name);
  throw new InputError(
    `${name} ${fault.reason}, so the loss has no Hessian everywhere`,
    "give an activation with two continuous derivatives, such as softplus or gelu",
  );
}

function symmetryNamed(text: string): { readonly name: string } {
  try {
    return parseSymmetry(text);
  } catch (error) {
    if (!(error instanceof InputError) || text.startsWith("leaky:")) throw error;
    const names = SYMMETRY_NAMES.filter((name) => NOT_SMOOTH.every((fault) => !fault.names.test(name)));
    throw new InputError(
      error.problem.replace(" with a known symmetry", ""),
      `give one of ${names.join(", ")}, softplus+sigmoid:1,4, or a formula such as poly:1,0,1/2 for 1 + x²/2`,
    );
  }
}
