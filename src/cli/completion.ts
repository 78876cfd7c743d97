import type { Command } from "commander";
import { claims } from "../claims/registry.js";

/** Commands whose arguments are ids of claims. */
const OF_CLAIMS = ["verify", "explain"];

/**
 * Adds `equiloss complete <shell>`, which prints a script that completes commands, options and their choices,
 * and ids of claims. The script asks the program itself, so it never falls behind.
 */
export async function addCompletion(root: Command): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  const completion = tab(root);
  for (const name of OF_CLAIMS)
    completion.commands.get(name)?.argument(
      "claim",
      (complete) => {
        for (const { id, title } of claims) complete(id, title);
      },
      true,
    );
}
