import type { Command } from "commander";
import { M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";
import { DIGITS } from "../../terminal/shortened.js";
import type { CountOptions } from "./run.js";

/** Defines `equiloss count`. */
export function defineCount(root: Command): void {
  withPlainErrors(root.command("count"))
    .description("numbers of subspaces T and G, Stirling number, spheres, Euler characteristic")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--digits <N>", "digits of an integer that are shown, or all", DIGITS.toString())
    .option("--json", "one line of JSON, integers as decimal strings")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss count 4 9")
    .action(async (r: string, m: string, options: CountOptions) => {
      const { runCount } = await import("./run.js");
      await runCount(r, m, options);
    });
}
