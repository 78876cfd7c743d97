import { type Command, Option } from "commander";
import { examplesLine } from "../../files/packageFolder.js";
import { DEFAULT_ACTIVATION, memoryOption, withPlainErrors } from "../../options/commandParts.js";
import type { PathOptions } from "./run.js";

const PATH_HELP = `
Networks of more than two layers, or with biases, have a labelled partition for
each hidden layer on each segment. Fewest are the segments in Θ, which expansion
from the last layer to the first gives. --as-paper, --changes, --data and
--activation are for two layers without biases.

Each segment has a line: which neurons move, that is, change their incoming
weights (a bias is the last), and whose outputs, the outgoing weights, change.
A picture has at most 12 neurons of the last hidden layer, or 33 places of loss.

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
    .option("--data <file>", "with --svg: what the loss is of; else the network's own")
    .option("--activation <name>", "mirror neurons for tanh, …; or with --svg a form")
    .addOption(memoryOption())
    .addHelpText("after", () => PATH_HELP + examplesLine())
    .action(async (from: string, to: string, options: PathOptions) => {
      const { runPath } = await import("./run.js");
      await runPath(from, to, options);
    });
}
