import { examplesLine } from "../../files/packageFolder.js";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const HELP = `
Neurons are copies if no two incoming weights differ by more than the tolerance,
in the whole group; of zero type if their outgoing weights then cancel within
it, too. Without a tolerance one is looked for in the largest gap.

An activation is tanh, sigmoid, softplus, gelu, silu, relu, …, as for reduce,
softplus+sigmoid:1,4 for softplus(x) + sigmoid(4x), or a formula such as
poly:0,1,1/2. The bounds are proved: by how much the pruned network differs.

Example: equiloss classify examples/trained.json --tolerance 1e-6`;

/** Defines `equiloss classify`. */
export const defineClassify: Definition = (root, setExitCode) => {
  command(root, "classify", "a trained network's nearly equal neurons, and what pruning them changes")
    .argument("<network>", "network file; - reads standard input")
    .option("--tolerance <ε>", "how far apart weights may be, as 1e-6 or 1/1000")
    .option("--auto", "look for a tolerance, and show the distances (the default)")
    .option("--activation <name>", "merge mirrored and scaled neurons too, for this one")
    .option("--within <LOW:HIGH>", "bound the change for these inputs; or ball:R")
    .option("--data <file>", "enclose the change on the inputs of a data file")
    .option("--prune", "write the pruned network")
    .option("-o, --output <file>", "where it goes, exactly as .json, in floats as .npz, .safetensors, .onnx")
    .option("--certificate <file>", "with --prune and --within: a proof for equiloss check")
    .option("--json", "one line of JSON; numbers are rounded to 4 digits, upwards")
    .addOption(memoryOption())
    .addHelpText("after", () => HELP + examplesLine())
    .action(running(setExitCode, async () => (await import("./run.js")).runClassify));
};
