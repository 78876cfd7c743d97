import type { Claim, Evidence } from "./claim.js";
import { numeric } from "./numeric.js";
import { sampled } from "./sampled.js";

/** All evidence of a claim, in order of strength: its own, its properties, and its check in floats. */
export function evidenceOf({ id, evidence, properties, floats }: Claim): readonly Evidence[] {
  return [
    ...evidence,
    ...(properties === undefined ? [] : properties.map(sampled)),
    ...(floats === undefined ? [] : [numeric(id)]),
  ];
}
