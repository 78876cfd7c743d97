import { type Instance, certified } from "./certified.js";
import type { Evidence } from "./claim.js";
import { type Ranged, ranged } from "./ranged.js";

/** Which certificates the independent checker has to accept. */
export interface Certificates extends Ranged {
  readonly instances: (bound: number, seed: number) => Iterable<Instance>;
}

/**
 * Evidence by certificates that the independent checker accepts. Functions get the bound, the run's largest m
 * but at most `upTo`, and the run's seed.
 *
 * @param name short, unique within the claim.
 */
export function certificates(name: string, options: Certificates): Evidence {
  return ranged("certified", name, options, (part, bound, seed) =>
    certified({ ...part, instances: options.instances(bound, seed) }),
  );
}
