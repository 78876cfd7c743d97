import { type Instance, certified } from "./certified.js";
import type { Evidence } from "./claim.js";
import { type OfRun, ofRun } from "./everyCase.js";

/** Which certificates the independent checker is to accept. */
export interface Certificates {
  /** The largest m that the evidence goes to, where that may be less than the run's. */
  readonly upTo?: number;
  readonly long?: true;
  /** What the certificates show, in words. */
  readonly what: string;
  /** For which sizes and networks. */
  readonly range: OfRun<string>;
  /** How many instances there are, counted by other means than listing them. */
  readonly expected: OfRun<bigint>;
  readonly instances: (bound: number, seed: number) => Iterable<Instance>;
}

/**
 * Evidence by certificates that the independent checker accepts. Functions get the bound, the run's largest m
 * but at most `upTo`, and the run's seed.
 *
 * @param name short, unique within the claim.
 */
export function certificates(name: string, options: Certificates): Evidence {
  const { upTo = Infinity, long, what, range, expected, instances } = options;
  return {
    name,
    ...(long === undefined ? {} : { long }),
    run: ({ maxM, seed, progress }) => {
      const bound = Math.min(maxM, upTo);
      return certified({
        what,
        range: ofRun(range, bound, seed),
        expected: ofRun(expected, bound, seed),
        instances: instances(bound, seed),
        progress,
      });
    },
  };
}
