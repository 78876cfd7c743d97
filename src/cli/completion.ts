import type { Command } from "commander";
import type { Claim } from "../claims/evidence/claim.js";
import { claims } from "../claims/registry.js";
import { CRITICAL_CLAIMS } from "./commands/certify/criticalClaims.js";
import { PARAMETERS_OF } from "./commands/check/parameters.js";

/** Commands whose arguments are ids of claims. */
const OF_CLAIMS = ["verify", "explain"];

/** Offers the claims with these ids, each with its title. */
const offering =
  (ids: ReadonlySet<string>) =>
  (complete: (id: string, title: string) => void): void => {
    for (const { id, title } of claims) if (ids.has(id)) complete(id, title);
  };

const idsOf = (some: readonly Claim[]): ReadonlySet<string> => new Set(some.map(({ id }) => id));

/** Options whose value is the id of a claim, by their commands. */
const CLAIM_OPTIONS = [
  { command: "check", option: "claim", ids: new Set(PARAMETERS_OF.keys()) },
  { command: "certify critical", option: "claim", ids: new Set<string>(CRITICAL_CLAIMS) },
  { command: "crosscheck", option: "claims", ids: idsOf(claims.filter(({ floats }) => floats === true)) },
];

/**
 * Adds `equiloss complete <shell>`, which prints a script that completes commands, options and their choices,
 * and ids of claims. The script asks the program itself, so it never falls behind.
 */
export async function addCompletion(root: Command): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  const completion = tab(root);
  const all = idsOf(claims);
  for (const name of OF_CLAIMS) completion.commands.get(name)?.argument("claim", offering(all), true);
  for (const { command, option, ids } of CLAIM_OPTIONS) {
    const known = completion.commands.get(command)?.options.get(option);
    if (known === undefined) throw new RangeError(`no option --${option} of ${command}`);
    known.handler = offering(ids);
  }
}
