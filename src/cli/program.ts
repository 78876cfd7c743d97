import { Command, Option } from "commander";
import type { CountingOptions } from "./commands/counting.js";
import type { VerifyOptions } from "./commands/verify.js";
import { complain } from "./errors.js";
import { DEFAULT_MEMORY } from "./memory.js";
import { packageVersion } from "./packageVersion.js";
import { REPORTER_NAMES } from "./reporters/names.js";

/**
 * The command line. Results go to stdout, progress and errors to stderr. Each command loads what it needs
 * when it is called, so that the quick ones stay quick.
 *
 * @param setExitCode told the exit code of a command that did its work.
 */
export function program(setExitCode: (code: number) => void): Command {
  const root = withPlainErrors(new Command("equiloss"))
    .description(
      "Settles by exact means what Şimşek et al. (ICML 2021) claim of the loss\n" +
        "landscapes of overparameterized networks: r is the width of a minimal\n" +
        "network, m ≥ r that of a larger one.",
    )
    .version(packageVersion())
    .exitOverride()
    .addHelpText(
      "after",
      "\nExample: equiloss count 4 9\n\n" +
        "Exit codes: 0 done, every check held; 1 a check failed; 2 bad usage or input;\n" +
        "70 the program is at fault; 130 or 143 interrupted.",
    );
  addVerify(root, setExitCode);
  addCounting(root);
  addGraph(root);
  addReduce(root);
  return root;
}

/** Errors of usage look like all others, one line, and name the help that explains. */
function withPlainErrors(command: Command): Command {
  const names = command.name() === "equiloss" ? "equiloss" : `equiloss ${command.name()}`;
  return command.configureOutput({
    outputError: (text) => {
      complain(
        `${text
          .replace(/^error: /, "")
          .trim()
          .replace(/\.$/, "")}; see ${names} --help`,
      );
    },
  });
}

function addVerify(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("verify"))
    .description("check all claims, or those named, and print the table of verdicts")
    .argument("[claim...]", "ids as in the table, such as thm-3.1-count")
    .option("--max-m <N>", "largest m of counting; pairwise geometry stops at 6", "8")
    .option("--seed <N>", "seed of the random cases; if left out, one is drawn and shown")
    .addOption(
      new Option("--reporter <format>", "format of the table").choices(REPORTER_NAMES).default("pretty"),
    )
    .addOption(new Option("--json", "the same as --reporter json").conflicts("reporter"))
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss verify thm-3.1-count thm-3.1-dim --max-m 7 --seed 1")
    .action(async (ids: string[], options: VerifyOptions) => {
      const { verifyCommand } = await import("./commands/verify.js");
      setExitCode(await verifyCommand(ids, options));
    });
}

const R = "width of the minimal network, at least 1";
const M = "width of the larger network, at least r";

function addCounting(root: Command): void {
  withPlainErrors(root.command("count"))
    .description("numbers of subspaces T and G, Stirling number, spheres, Euler characteristic")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON, integers as decimal strings")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss count 4 9")
    .action(async (r: string, m: string, options: CountingOptions) => {
      const { countCommand } = await import("./commands/counting.js");
      await countCommand(r, m, options);
    });
  withPlainErrors(root.command("threshold"))
    .description("the last m at which Eq. (6) fails for some allowed a_k, at r* = r")
    .argument("<r>", R)
    .option("--json", "one line of JSON; lastFailing is null if it never fails")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss threshold 30")
    .action(async (r: string, options: CountingOptions) => {
      const { thresholdCommand } = await import("./commands/counting.js");
      await thresholdCommand(r, options);
    });
}

function addGraph(root: Command): void {
  withPlainErrors(root.command("graph"))
    .description("graph of which T(r,m) subspaces meet (Fig. 4): size, components, diameter, degrees")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON; diameter is null if not connected")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss graph 3 4")
    .action(async (r: string, m: string, options: CountingOptions) => {
      const { graphCommand } = await import("./commands/counting.js");
      await graphCommand(r, m, options);
    });
}

const NETWORK_HELP = `
A network file is JSON: {"format": "equiloss-network/1", "weights": [W1, W2]},
W1 a list of m rows w_i of d_in weights, W2 a list of d_out rows of m weights
(column i is a_i). Weights are "p/q" strings or integers.

Example: equiloss reduce examples/mixed.json`;

function addReduce(root: Command): void {
  withPlainErrors(root.command("reduce"))
    .description("reduce a two-layer network to its irreducible one (Def. 3.1)")
    .argument("<network>", "network file; - reads standard input")
    .option("--json", "one line of JSON, with the irreducible network as a network file")
    .addHelpText("after", NETWORK_HELP)
    .action(async (path: string, options: { readonly json?: boolean }) => {
      const { reduceCommand } = await import("./commands/reduce.js");
      reduceCommand(path, options);
    });
}

function memoryOption(): Option {
  return new Option("--max-memory <MiB>", "refuse work that is estimated to take more").default(
    DEFAULT_MEMORY.toString(),
  );
}
