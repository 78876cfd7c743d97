import { Option } from "commander";
import { type Definition, running, widthsCommand } from "../../options/commandParts.js";
import { withMirrorOptions } from "../../options/withMirrorOptions.js";
import { DIGITS } from "../../terminal/shortened.js";

/** Defines `equiloss count`. */
export const defineCount: Definition = (root, setExitCode) => {
  withMirrorOptions(
    widthsCommand(
      root,
      "count",
      "numbers of subspaces T and G, Stirling number, spheres, Euler characteristic",
      "one line of JSON, integers as decimal strings",
    ),
  )
    .option("--digits <N>", "digits of an integer that are shown, or all", DIGITS.toString())
    .addOption(
      new Option("--csv", "a table of all widths r' up to r and m' up to m, numbers in full").conflicts([
        "json",
        "digits",
      ]),
    )
    .addHelpText(
      "after",
      "\nExample: equiloss count 4 9\nExample: equiloss count 5 8 --csv > counts.csv" +
        "\nExample: equiloss count 4 9 --activation tanh",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runCount));
};
