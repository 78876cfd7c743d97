import { Option } from "commander";
import { examplesLine } from "../../files/packageFolder.js";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const COMPARE_HELP = `
The networks have as many layers, inputs and outputs; the widths of hidden
layers may differ, and one may lack biases. The units of B are matched with
those of A: in another order, merged, without effect; for an activation also
mirrored or scaled. If they are only near, the matching is the nearest one.

Exit codes: 0 they compute the same, for all inputs or within the tolerance; 1
they don't, or it was not settled; 2 bad input.

Example: equiloss compare examples/deep-from.json examples/deep-to.json
         equiloss compare --activation tanh \\
           examples/mirrored-from.json examples/mirrored-to.json`;

/** Defines `equiloss compare`. */
export const defineCompare: Definition = (root, setExitCode) => {
  command(
    root,
    "compare",
    "whether two networks compute the same, and which unit of one is which of the other",
  )
    .argument("<a>", "network file; - reads standard input")
    .argument("<b>", "network file")
    .option("--activation <name>", "for this one alone: tanh, relu, poly:1,0,1/2, …")
    .addOption(
      new Option("--within <LOW:HIGH>", "bound the difference for all these inputs; or ball:R").conflicts(
        "data",
      ),
    )
    .option("--data <file>", "bound it on the inputs of a data file")
    .option("--tolerance <ε>", "a bound up to this counts as the same, as 1e-6 (default: 0)")
    .option("--apply", "write B with its units in the order of A's")
    .option("-o, --output <file>", "with --apply: where to")
    .option("--json", "one line of JSON: verdict, matching, mismatch, witness")
    .addOption(memoryOption())
    .addHelpText("after", () => COMPARE_HELP + examplesLine())
    .action(running(setExitCode, async () => (await import("./run.js")).runCompare));
};
