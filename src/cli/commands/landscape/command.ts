import { Option } from "commander";
import { examplesLine } from "../../files/packageFolder.js";
import {
  DEFAULT_ACTIVATION,
  type Definition,
  command,
  memoryOption,
  running,
} from "../../options/commandParts.js";

const DATA_HELP = `
A data file is JSON: {"format": "equiloss-data/1", "inputs": X, "targets": Y},
X a list of N rows x_k of d_in coordinates, Y a list of N rows y_k of d_out.
Costs are s, s², s/(1 + s) of s = |f(x_k) − y_k|²/2, or that of softmax(f(x_k)).

poly:1,0,1/2 is 1 + x²/2, ratio:1,1:1,0,1 is (1 + x)/(1 + x²): with two layers
without biases all is exact. Else, as for sigmoid, tanh, softplus, silu, gelu,
softplus+sigmoid:1,4, erf, arctan, gaussian, intervals enclose it.

Example: equiloss landscape examples/saddle.json examples/landscape-data.json`;

/** Defines `equiloss landscape`. */
export const defineLandscape: Definition = (root, setExitCode) => {
  command(root, "landscape", "loss, gradient and signs of the Hessian's eigenvalues at a network")
    .argument("<network>", "network file; - reads standard input")
    .argument("<data>", "data file")
    .option("--activation <name>", "a name, a polynomial or a quotient of two", DEFAULT_ACTIVATION)
    .option("--cost <name>", "squared, quartic, bounded, cross-entropy", "squared")
    .option("--mean", "divide the loss by the number of data")
    .option("--threshold <t>", "count eigenvalues beyond ±t")
    .option("--enclose", "enclose what could be exact: far quicker for floats")
    .option("-o, --certificate <file>", "write evidence for `equiloss check`")
    .option("--json", "one line of JSON; inertia is [positive, negative, zero]")
    .addOption(
      new Option("--svg", "the inertia by the signs of 2 or 3 copies' shares").conflicts([
        "json",
        "certificate",
        "enclose",
        "threshold",
      ]),
    )
    .addOption(memoryOption())
    .addHelpText("after", () => DATA_HELP + examplesLine())
    .action(running(setExitCode, async () => (await import("./run.js")).runLandscape));
};
