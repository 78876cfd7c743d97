import type { Command } from "commander";
import { type CommonOptions, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";

/** Defines `equiloss threshold`. */
export function defineThreshold(root: Command): void {
  withPlainErrors(root.command("threshold"))
    .description("the last m at which Eq. (6) fails for some allowed a_k, at r* = r")
    .argument("<r>", R)
    .option("--json", "one line of JSON; lastFailing is null if it never fails")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss threshold 30")
    .action(async (r: string, options: CommonOptions) => {
      const { runThreshold } = await import("./run.js");
      await runThreshold(r, options);
    });
}
