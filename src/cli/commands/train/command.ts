import { Argument, Option } from "commander";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";
import { REPRODUCIBLE, SETTINGS } from "../../../training/names.js";

/** Defines `equiloss train`. */
export const defineTrain: Definition = (root, setExitCode) => {
  command(root, "train", "students of Figure 1 or 5, from random starts to where training ends")
    .addArgument(new Argument("<figure>", "whose teacher, inputs and activation").choices([...SETTINGS]))
    .option(
      "--width <m>",
      "units of a student, in each of the three layers of fig1e; if left out, 5, or 10 for fig5",
    )
    .option("--seeds <N>", "train from the seeds 0 to N − 1", "50")
    .option("--slot <i/n>", "only the i-th of n shares of the seeds: every n-th")
    .option("--from <files...>", "take runs from these, such as shares; train the others")
    .addOption(
      new Option("--backend <name>", "where Adam computes; both give the same bits each time")
        .choices([...REPRODUCIBLE])
        .default(REPRODUCIBLE[0]),
    )
    .requiredOption("-o, --output <file>", "where the ends go, a file of equiloss-ends/1")
    .option("--json", "one line of JSON about what was written")
    .addOption(memoryOption())
    .addHelpText(
      "after",
      "\nWhat an interrupted command has finished stays; the same command goes on." +
        "\n\nExample: equiloss train fig1 --width 5 --seeds 2 -o ends.json",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runTrain));
};
