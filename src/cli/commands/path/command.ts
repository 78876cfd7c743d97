import { type Command, Option } from "commander";
import { DEFAULT_ACTIVATION } from "../../options/activationOption.js";
import { memoryOption, withPlainErrors } from "../../options/commandParts.js";
import type { PathOptions } from "./run.js";

const PATH_HELP = `
Networks of more than two layers, or with biases, have a labelled partition for
each hidden layer on each segment. Fewest are the segments in Θ, which expansion
from the last layer to the first gives. --as-paper and --changes are for two
layers without biases.

Each segment has a line: which neurons move, that is, change their incoming
weights, and whose outputs (outgoing weights) change. With biases, the last
incoming weight is the bias. A picture has at most 12 neurons of the last hidden
layer, and losses at 33 places of equal distance. --data is for two layers, too.

Example: equiloss path examples/path-from.json examples/path-to.json
         equiloss path examples/deep-from.json examples/deep-to.json
         equiloss path examples/path-from.json examples/path-to.json --svg`;

/** Defines `equiloss path`. */
export function definePath(root: Command): void {
  withPlainErrors(root.command("path"))
    .description(
      "a loss-free path of fewest segments between networks that compute the same for every activation",
    )
    .argument("<from>", "network file, of two layers or more")
    .argument("<to>", "network file of the same widths, which computes the same for every activation")
    .option("--json", "one line of JSON: segments, lower bound, points as network files, subspaces")
    .option("--as-paper", "the construction of Theorem 3.1's proof instead, three segments per transposition")
    .option("--steps <N>", "cut each segment into N pieces", "1")
    .option("--changes", "a line of JSON for each segment, with what changes; for networks too wide to list")
    .option("--budget <N>", "subspaces that the search may reach before it settles for bounds", "2000000")
    .addOption(
      new Option("--svg", "a picture of the outgoing weights along the path").conflicts(["json", "changes"]),
    )
    .option("--data <file>", "with --svg: the loss along the path and the straight line")
    .option("--activation <form>", `with --data: as in landscape; if left out, ${DEFAULT_ACTIVATION}`)
    .addOption(memoryOption())
    .addHelpText("after", PATH_HELP)
    .action(async (from: string, to: string, options: PathOptions) => {
      const { runPath } = await import("./run.js");
      await runPath(from, to, options);
    });
}
