import { Option } from "commander";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const EXPAND_HELP = `
The neurons that are there keep their places. By split, added ones are copies of
them in turn, or with --seed of some drawn at random, and copies share their
outgoing weights equally. By pad, added ones have no outgoing weights, and each
incoming weight is that of a neuron drawn at random. That the wider network
computes the same is checked by reducing both.

Example: equiloss expand examples/mixed.json --to 8 -o wide.json`;

/** Defines `equiloss expand`. */
export const defineExpand: Definition = (root, setExitCode) => {
  command(root, "expand", "write a wider network that computes the same for every activation")
    .argument("<network>", "file of a network; - reads standard input")
    .requiredOption("--to <widths>", "a width for each hidden layer, as 10,20")
    .requiredOption("-o, --output <file>", "where the network file goes")
    .addOption(
      new Option("--how <way>", "split neurons, or pad with ones without output")
        .choices(["split", "pad"])
        .default("split"),
    )
    .option("--seed <N>", "of what is drawn at random")
    .option("--json", "say in JSON what was written, and which neuron each is a copy of")
    .addOption(memoryOption())
    .addHelpText("after", EXPAND_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runExpand));
};
