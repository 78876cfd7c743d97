import type { Command } from "commander";
import { memoryOption, withPlainErrors } from "../../options/commandParts.js";
import type { PathOptions } from "./run.js";

const PATH_HELP = `
Networks of more than two layers, or with biases, have a labelled partition for
each hidden layer on each segment. Fewest are the segments in Θ, which expansion
from the last layer to the first gives. --as-paper and --changes are for two
layers without biases.

Example: equiloss path examples/path-from.json examples/path-to.json
         equiloss path examples/deep-from.json examples/deep-to.json`;

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
    .addOption(memoryOption())
    .addHelpText("after", PATH_HELP)
    .action(async (from: string, to: string, options: PathOptions) => {
      const { runPath } = await import("./run.js");
      await runPath(from, to, options);
    });
}
