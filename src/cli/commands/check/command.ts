import type { Command } from "commander";
import { M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";
import type { CheckOptions } from "./run.js";

/** Defines `equiloss check`. */
export function defineCheck(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("check"))
    .description("let the independent checker accept or reject a certificate, for the claim you name")
    .argument("<file>", "certificate; - reads standard input")
    .requiredOption("--claim <id>", "the claim that it must settle")
    .option("--refuted", "it must refute the claim as stated")
    .option("--r <N>", R)
    .option("--m <N>", M)
    .option("--network <file>", "the irreducible network that it must be about")
    .option("--data <file>", "the data that a critical point must be about")
    .option("--activation <form>", "the activation that a critical point must be about")
    .option("--from <file>", "the network that a path must start from")
    .option("--to <file>", "the network that a path must end at")
    .option("--json", "one line of JSON")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss check tree.json --claim thm-3.1-connected --r 3 --m 4")
    .action(async (file: string, options: CheckOptions) => {
      const { runCheck } = await import("./run.js");
      setExitCode(await runCheck(file, options));
    });
}
