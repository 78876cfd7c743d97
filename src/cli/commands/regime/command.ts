import { Option } from "commander";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";
import { withMirrorOptions } from "../../options/withMirrorOptions.js";

/** Defines `equiloss regime`. */
export const defineRegime: Definition = (root, setExitCode) => {
  withMirrorOptions(
    command(
      root,
      "regime",
      "widths and depths from which on there are more subspaces of global minima than " +
        "of critical points of width r* − k in every hidden layer, k ≥ 1 (§5, Fig. 6)",
    ),
  )
    .requiredOption("--rstar <r>", "width r* of the minimal network, at least 2")
    .option("--depth <L>", "layers of the network, at least 2; L − 1 are hidden", "2")
    .option("--epsilon <p/q>", "how small R_k^(L−1) must be", "1")
    .option("--max-m <N>", "look no further than width N; if left out, 16 r* or 256")
    .option("--width <m>", "report least depths at width m, not at each crossing")
    .option("--levels <K>", "report the first K levels; if left out, all")
    .option("--curves", "with --json: the points R_k(r*, m), to --max-m if given")
    .option("--json", "one line of JSON; null where nothing is settled")
    .addOption(
      new Option("--svg", "a picture of the curves, as Fig. 6").conflicts([
        "json",
        "curves",
        "depth",
        "epsilon",
        "width",
      ]),
    )
    .addOption(memoryOption())
    .addHelpText(
      "after",
      "\nExample: equiloss regime --rstar 30 --depth 3 --epsilon 1/100" +
        "\nExample: equiloss regime --rstar 30 --activation tanh" +
        "\nExample: equiloss regime --rstar 10 --max-m 40 --svg > regime.svg",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runRegime));
};
