import type { Inertia } from "../../exact/inertia/inertia.js";

/** An inertia as texts give it: (positive, negative, zero). */
export function inertiaText({ positive, negative, zero }: Inertia): string {
  return `(${positive}, ${negative}, ${zero})`;
}
