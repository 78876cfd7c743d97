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
An activation is poly:1,0,1/2 for 1 + x²/2, or ratio:1,1:1,0,1 for
(1 + x)/(1 + x²). A cost is squared, quartic or bounded: s, s² or s/(1 + s)
of s = |f(x_k) − y_k|²/2.

A certificate (prop-4.4) shows the checker that the gradient is 0 and how many
eigenvalues are positive, negative and zero. It needs a critical point, the
squared cost, no neurons that cancel, and copies with proportional outgoing
weights.

Example: equiloss landscape examples/saddle.json examples/landscape-data.json`;

/** Defines `equiloss landscape`. */
export const defineLandscape: Definition = (root, setExitCode) => {
  command(
    root,
    "landscape",
    "loss, gradient and the signs of the Hessian's eigenvalues at a network, exactly",
  )
    .argument("<network>", "network file; - reads standard input")
    .argument("<data>", "data file")
    .option("--activation <form>", "a polynomial or a quotient of two", DEFAULT_ACTIVATION)
    .option("--cost <name>", "squared, quartic or bounded", "squared")
    .option(
      "-o, --certificate <file>",
      "write evidence for `equiloss check`; for critical points, squared cost",
    )
    .option("--json", "one line of JSON; inertia is [positive, negative, zero]")
    .addOption(memoryOption())
    .addHelpText("after", () => DATA_HELP + examplesLine())
    .action(running(setExitCode, async () => (await import("./run.js")).runLandscape));
};
