import { type Command, Option } from "commander";
import { examplesLine } from "../../files/packageFolder.js";
import { DEFAULT_ACTIVATION, memoryOption, withPlainErrors } from "../../options/commandParts.js";
import type { PathOptions } from "./run.js";

const PATH_HELP = `
With several layers or biases, each segment has a labelled partition for each
hidden layer, and fewest are the segments in Θ (Eq. 8). --as-paper, --changes,
and without --tolerance --data and --activation, are for two without biases.

Each segment has a line: which neurons move, that is, change their incoming
weights (a bias is the last), and whose outputs, the outgoing weights, change.

Example: equiloss path examples/path-from.json examples/path-to.json
         equiloss path examples/path-from.json examples/path-to.json --svg`;

/** Defines `equiloss path`. */
export function definePath(root: Command): void {
  withPlainErrors(root.command("path"))
    .description(
      "a loss-free path of fewest segments between networks that compute the same for every activation",
    )
    .argument("<from>", "network file, of two layers or more")
    .argument("<to>", "network file of the same widths and function")
    .option("--json", "one line of JSON: segments, bound, points, subspaces")
    .option("--as-paper", "the path of Theorem 3.1's proof instead, mostly longer")
    .option("--steps <N>", "cut each segment into N pieces", "1")
    .option("--changes", "a line of JSON for each segment, with what changes")
    .option("--budget <N>", "subspaces that the search may reach", "2000000")
    .addOption(
      new Option("--svg", `pictures of the loss, for ${DEFAULT_ACTIVATION}, and weights`).conflicts([
        "json",
        "changes",
      ]),
    )
    .option("--data <file>", "what the loss is of, with --svg or --tolerance")
    .option("--activation <name>", "mirror neurons for tanh, …; or with --svg a form")
    .option("--tolerance <ε>", "for trained networks that are the same up to ε, as 1e-6")
    .option("--within <LOW:HIGH>", "with --tolerance: bound what changes for these inputs")
    .addOption(memoryOption())
    .addHelpText("after", () => PATH_HELP + examplesLine())
    .action(async (from: string, to: string, options: PathOptions) => {
      const { runPath } = await import("./run.js");
      await runPath(from, to, options);
    });
}
