import { Command, Option } from "commander";
import { countCommand, graphCommand, thresholdCommand } from "./commands/counting.js";
import { reduceCommand } from "./commands/reduce.js";
import { REPORTERS, verifyCommand } from "./commands/verify.js";
import { DEFAULT_MEMORY } from "./memory.js";
import { packageVersion } from "./packageVersion.js";

/**
 * The command line. Results go to stdout, progress and errors to stderr.
 *
 * @param setExitCode told the exit code of a command that did its work.
 */
export function program(setExitCode: (code: number) => void): Command {
  const root = new Command("equiloss")
    .description(
      "Settles, by exact means, what is claimed of the loss landscapes of overparameterized networks\n" +
        "(Şimşek et al., ICML 2021): r is the width of a minimal network, m ≥ r that of a larger one.",
    )
    .version(packageVersion())
    .showHelpAfterError("(equiloss --help lists the commands)")
    .exitOverride()
    .addHelpText(
      "after",
      "\nExit codes: 0 all held, 1 a check failed, 2 bad usage or input, 130 interrupted.",
    );
  addVerify(root, setExitCode);
  addCounting(root);
  root
    .command("reduce <network>")
    .description("reduce a two-layer network to its irreducible one (Def. 3.1)")
    .addHelpText("after", NETWORK_HELP)
    .option("--json", "one line of JSON, with the irreducible network as a network file")
    .action(reduceCommand);
  return root;
}

const NETWORK_HELP = `
A network file is JSON: {"format": "equiloss-network/1", "weights": [W1, W2]}, with W1 a list of m rows w_i of
d_in weights and W2 a list of d_out rows of m weights (column i is a_i). Weights are "p/q" strings or integers.
- reads standard input.

Example: equiloss reduce examples/mixed.json`;

function addVerify(root: Command, setExitCode: (code: number) => void): void {
  root
    .command("verify [claim...]")
    .description("check all claims, or those named, and print the table of verdicts")
    .option("--max-m <N>", "largest m of counting and distinctness; pairwise geometry stops at 6", "8")
    .option("--seed <N>", "seed of the random cases; a random one is chosen and printed if left out")
    .addOption(
      new Option("--reporter <format>", "format of the table")
        .choices(Object.keys(REPORTERS))
        .default("pretty"),
    )
    .option("--json", "the same as --reporter json")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss verify thm-3.1-count thm-3.1-dim --max-m 7 --seed 1")
    .action(async (ids: string[], options: Parameters<typeof verifyCommand>[1]) => {
      setExitCode(await verifyCommand(ids, options));
    });
}

function addCounting(root: Command): void {
  root
    .command("count <r> <m>")
    .description("numbers of subspaces T and G, Stirling number, spheres and Euler characteristic")
    .option("--json", "one line of JSON, integers as decimal strings")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss count 4 9")
    .action(countCommand);
  root
    .command("threshold <r>")
    .description("the last m at which Eq. (6) fails for some allowed a_k, at r* = r")
    .option("--json", "one line of JSON; lastFailing is null if it never fails")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss threshold 30")
    .action(thresholdCommand);
  root
    .command("graph <r> <m>")
    .description(
      "the intersection graph of the T(r,m) subspaces (Fig. 4): size, components, diameter, degrees",
    )
    .option("--json", "one line of JSON")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss graph 3 4")
    .action(graphCommand);
}

function memoryOption(): Option {
  return new Option("--max-memory <MiB>", "refuse work that is estimated to take more").default(
    DEFAULT_MEMORY.toString(),
  );
}
