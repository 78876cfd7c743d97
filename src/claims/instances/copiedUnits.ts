import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { COPIED_ROWS } from "./copiedRows.js";
import { writtenPoint } from "./explicitCriticalPoint.js";
import { inertiaText } from "./inertiaText.js";

/** A critical point below, and what is recorded of it. */
export interface RecordedPoint {
  readonly name: string;
  readonly point: CriticalPoint;
  /** Inertia of its Hessian: (positive, negative, zero). */
  readonly inertia: string;
  /** Of each unit, the rank of E_t and the inertia of B_t on its kernel. */
  readonly units: readonly string[];
}

/** How many there are, of width 1 and of width 2. */
export const NARROW = 8n;
export const PAIRS = 4n;

export function copiedPoints(): RecordedPoint[] {
  return COPIED_ROWS.map(([name, written, recorded, units]) => {
    const point = writtenPoint(written);
    const size = point.network.inputDimension;
    return {
      name,
      point,
      inertia: inertiaText(recorded),
      units: units.map(([rank, positive, negative]) => {
        const zero = size - rank - positive - negative;
        return `rank ${rank}, ${inertiaText({ positive, negative, zero })}`;
      }),
    };
  });
}
