import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { hessian } from "../../landscape/loss/hessian.js";

/** An inertia as texts give it: (positive, negative, zero). */
export function inertiaText({ positive, negative, zero }: Inertia): string {
  return `(${positive}, ${negative}, ${zero})`;
}

/** The inertia of the Hessian of the squared error. */
export function inertiaOf({
  network,
  data,
  activation,
}: Omit<CriticalPoint, "residuals" | "inertia">): Inertia {
  return inertia(hessian(network, data, activation, squaredError).numerators);
}
