import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import type { Parity } from "../../exact/parity.js";
import type { Mirroring } from "../mirroring.js";

export type { Parity };

const ODD = speaking<Mirroring>({ images: 2, silent: 1 });
const EVEN = speaking<Mirroring>({ images: 2, silent: 0 });

/**
 * What the parity of an activation σ, up to a linear part that the architecture absorbs, means for counts. A
 * unit (w, a) may be mirrored without a change of the function: to (−w, −a) for an odd σ, such as tanh, since
 * σ(−z) = −σ(z); to (−w, a) for an even one, such as the even part of softplus.
 *
 * Only an odd σ has silent units: σ(0) = 0, so a unit with w = 0 adds nothing. For an even σ, w = 0 is its
 * own mirror image too, but it is a vector like any other: the unit adds a·σ(0).
 *
 * @throws TypeError if it is no parity.
 * @example mirroringOf("even") // { images: 2, silent: 0 }
 */
export function mirroringOf(parity: Parity): Mirroring {
  requireArguments({ parity: { parity } });
  return parity === "odd" ? ODD : EVEN;
}
