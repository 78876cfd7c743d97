import type { Command } from "commander";
import type { Claim } from "../claims/evidence/claim.js";
import { claims } from "../claims/registry.js";
import { CRITICAL_CLAIMS } from "./commands/certify/criticalClaims.js";
import { PARAMETERS_OF } from "./commands/check/parameters.js";
import { print } from "./terminal/output.js";

/**
 * The end of the script for bash, which calls a function of the package bash-completion at each Tab. Without
 * the package it would print an error into the line that is being typed, so it completes nothing instead.
 */
const WITHOUT_PACKAGE = `
if ! declare -F _get_comp_words_by_ref >/dev/null; then
    complete -r equiloss
    echo "equiloss: completion needs the package bash-completion; install it and open a new shell" >&2
fi`;

const HELP = `
The script needs equiloss on the path (npm link in a clone) and, in bash, the
package bash-completion. Put the line into the shell's start file to keep it.

Example: source <(equiloss complete bash)`;

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
 *
 * @param args the command line after `equiloss`.
 */
export async function addCompletion(root: Command, args: readonly string[]): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  const completion = tab(root);
  root.commands
    .find((command) => command.name() === "complete")
    ?.addHelpText("after", HELP)
    .hook("postAction", () => {
      // "complete -- bash" asks for the completion of a word instead.
      if (args[1] === "bash") print(WITHOUT_PACKAGE);
    });
  const all = idsOf(claims);
  for (const name of OF_CLAIMS) completion.commands.get(name)?.argument("claim", offering(all), true);
  for (const { command, option, ids } of CLAIM_OPTIONS) {
    const known = completion.commands.get(command)?.options.get(option);
    if (known === undefined) throw new RangeError(`no option --${option} of ${command}`);
    known.handler = offering(ids);
  }
}
