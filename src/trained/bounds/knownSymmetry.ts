import { type ActivationSymmetry, everyActivation } from "../../network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";
import type { BoundedActivation } from "./boundedActivation.js";

/** An activation's symmetry by its name. Of mixtures and formulas none is known, and of undefined none holds. */
export function knownSymmetry(activation: BoundedActivation | undefined): ActivationSymmetry {
  return activation === undefined || /^(?:poly|ratio|softplus\+)/.test(activation.name)
    ? everyActivation
    : parseSymmetry(activation.name);
}
