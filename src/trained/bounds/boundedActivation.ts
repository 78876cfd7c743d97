import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { type ActivationValues, namedValues } from "../../landscape/activations/namedValues.js";
import { enclosedQuotient } from "../../landscape/activations/enclosedQuotient.js";
import { type RealActivation, realActivation } from "../../landscape/activations/realActivation.js";
import { namedSlope } from "./namedSlopes.js";

/**
 * An activation whose values and steepness are known in enclosures.
 *
 * @example boundedActivation("relu").name === "relu"
 */
export interface BoundedActivation extends ActivationValues {
  /**
   * Holds (σ(s) − σ(t))/(s − t) for all s ≠ t of the argument: a Lipschitz constant with signs. By the mean
   * value theorem an interval that holds σ' does, where σ is differentiable but for a kink.
   */
  readonly slope: (x: Interval) => Interval;
}

/**
 * Reads an activation: a name that `parseSymmetry` reads, such as `tanh`, `relu` or `leaky:1/10`;
 * `softplus+sigmoid:1,4` for softplus(x) + 1·sigmoid(4x); `poly:…` or `ratio:…`.
 *
 * @throws InputError for any other text.
 * @example boundedActivation("softplus+sigmoid:2/2,4").name === "softplus+sigmoid:1,4"
 */
export function boundedActivation(text: string): BoundedActivation {
  requireArguments({ text: { text } });
  if (/^(?:poly|ratio):/.test(text)) return withSlope(enclosedQuotient(parseActivation(text)));
  if (text.startsWith("softplus+sigmoid")) return withSlope(realActivation(text));
  try {
    const values = namedValues(text);
    return { ...values, slope: namedSlope(values.name) };
  } catch (error) {
    if (!(error instanceof InputError) || error.problem.includes("leaky:")) throw error;
    throw new InputError(
      error.problem.replace(" with a known symmetry", ""),
      `${error.repair}, softplus+sigmoid:1,4, or a formula such as poly:1,0,1/2 for 1 + x²/2`,
    );
  }
}

function withSlope({ name, value, derivative }: RealActivation): BoundedActivation {
  return { name, value, slope: derivative };
}
