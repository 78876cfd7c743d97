import { examplesLine } from "../../files/packageFolder.js";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const NETWORK_HELP = `
The irreducible network computes the same function for every activation, and no
network of as many layers that does so has fewer neurons in any layer. For a
given activation there may be a smaller one, in which mirrored neurons merge.

A network file is JSON: {"format": "equiloss-network/1", "weights": [W1, W2]},
W1 a list of m rows w_i of d_in weights, W2 a list of d_out rows of m weights
(column i is a_i). Weights are "p/q" strings or integers. A network of more
layers has more matrices, each with a column for every row of the one before. A
network with biases has also "biases": [b1, b2, …], one for every matrix, with
an entry for every row. "network" is null if no neuron of some layer is left.

Example: equiloss reduce examples/mixed.json
         equiloss reduce examples/four-layers.json`;

/** Defines `equiloss reduce`. */
export const defineReduce: Definition = (root, setExitCode) => {
  command(root, "reduce", "reduce a network of two layers or more to its irreducible one (Def. 3.1 and §5)")
    .argument("<network>", "network file; - reads standard input")
    .option("--json", "one line of JSON, with the irreducible network as a network file")
    .option("--activation <name>", "reduce for this one: tanh, sigmoid, softplus, relu, leaky:1/10, …")
    .addOption(memoryOption())
    .addHelpText("after", () => NETWORK_HELP + examplesLine())
    .action(running(setExitCode, async () => (await import("./run.js")).runReduce));
};
