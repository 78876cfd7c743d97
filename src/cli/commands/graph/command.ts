import type { Command } from "commander";
import { type CommonOptions, M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";

/** Defines `equiloss graph`. */
export function defineGraph(root: Command): void {
  withPlainErrors(root.command("graph"))
    .description("graph of which T(r,m) subspaces meet (Fig. 4): size, components, diameter, degrees")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON; diameter is null if not connected")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss graph 3 4")
    .action(async (r: string, m: string, options: CommonOptions) => {
      const { runGraph } = await import("./run.js");
      await runGraph(r, m, options);
    });
}
