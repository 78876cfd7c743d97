import type { Command } from "commander";
import { type CommonOptions, M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";

/** Defines `equiloss count`. */
export function defineCount(root: Command): void {
  withPlainErrors(root.command("count"))
    .description("numbers of subspaces T and G, Stirling number, spheres, Euler characteristic")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON, integers as decimal strings")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss count 4 9")
    .action(async (r: string, m: string, options: CommonOptions) => {
      const { runCount } = await import("./run.js");
      await runCount(r, m, options);
    });
}
