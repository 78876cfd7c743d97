import { type ActivationSymmetry, everyActivation } from "../../network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";
import type { BoundedActivation } from "./boundedActivation.js";

/** An activation's symmetry by its name; none for undefined, and for mixtures and formulas. */
export function knownSymmetry(activation: BoundedActivation | undefined): ActivationSymmetry {
  return activation === undefined || /^(?:poly|ratio|softplus\+)/.test(activation.name)
    ? everyActivation
    : parseSymmetry(activation.name);
}
