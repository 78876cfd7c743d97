import { type ActivationSymmetry, everyActivation } from "../../network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";
import { type BoundedActivation, boundedActivation } from "../bounds/boundedActivation.js";

/** An activation with what is used of it: enclosures of its values, and its symmetry. */
export interface ComparedActivation {
  readonly bounded: BoundedActivation;
  /** None for those whose symmetry isn't known. */
  readonly symmetry: ActivationSymmetry;
}

/**
 * Reads an activation as `boundedActivation` does.
 *
 * @throws InputError for any other text.
 */
export function comparedActivation(text: string): ComparedActivation {
  const bounded = boundedActivation(text);
  const hasSymmetry = !/^(?:poly:|ratio:|softplus\+sigmoid:)/.test(bounded.name);
  return { bounded, symmetry: hasSymmetry ? parseSymmetry(bounded.name) : everyActivation };
}
