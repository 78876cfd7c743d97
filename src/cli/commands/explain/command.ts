import type { Command } from "commander";
import { withPlainErrors } from "../../options/commandParts.js";
import type { ExplainOptions } from "./run.js";

/** Defines `equiloss explain`. */
export function defineExplain(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("explain"))
    .description("what a claim says, its source and hypotheses, what settles it, and where to look")
    .argument("<claim...>", "ids as in the table, or patterns such as 'thm-3.1*'")
    .option("--json", "one line of JSON")
    .addHelpText("after", "\nExample: equiloss explain thm-3.1-count")
    .action(async (names: string[], options: ExplainOptions) => {
      const { runExplain } = await import("./run.js");
      setExitCode(await runExplain(names, options));
    });
}
