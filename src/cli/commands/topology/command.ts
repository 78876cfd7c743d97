import type { Command } from "commander";
import { type CommonOptions, M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";

/** Defines `equiloss topology`. */
export function defineTopology(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("topology"))
    .description("integer homology of the expansion manifold: Betti numbers, torsion, Euler characteristic")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON; torsion lists the invariant factors above 1 of each dimension")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss topology 3 5")
    .action(async (r: string, m: string, options: CommonOptions) => {
      const { runTopology } = await import("./run.js");
      setExitCode(await runTopology(r, m, options));
    });
}
