import type { Property } from "../../properties/property.js";
import type { Evidence } from "./claim.js";
import type { Sampled } from "./verdict.js";

/** Random cases a property is run on. */
export const RUNS = 200;

/** Evidence that runs one property on random cases from the run's seed. */
export function sampled(property: Property): Evidence {
  return {
    name: property.name,
    run: ({ seed }): Sampled => {
      const result = property.sample({ seed, runs: RUNS });
      return {
        kind: "sampled",
        held: result.held,
        what: property.statement,
        property: property.name,
        cases: result.cases,
        seed: result.seed,
        ...(result.counterexample === undefined ? {} : { failure: result.counterexample }),
      };
    },
  };
}
