import type { Claim, Evidence } from "./claim.js";
import { numeric } from "./numeric.js";
import { sampled } from "./sampled.js";

/**
 * All that a run goes through for a claim, in order of strength: its evidence, its properties, its check in
 * floats.
 */
export function evidenceOf({ id, evidence, properties, floats }: Claim): readonly Evidence[] {
  return [
    ...evidence,
    ...(properties === undefined ? [] : properties.map(sampled)),
    ...(floats === undefined ? [] : [numeric(id)]),
  ];
}
