import { examplesLine } from "../../files/packageFolder.js";
import { Option } from "commander";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const ENDS_HELP = `
The file has the ends of runs on the problem of Figure 1: sigmoid students of a
teacher of 4 units, on 1,681 inputs. Each end is proved to be close to one of

    zero      a network that computes exactly what the teacher does
    critical  an isolated critical point, whose index is told: 0 for a minimum
    infinity  a critical point of the limit of two or three units whose outgoing
              weights run off to ±∞, with the sign of L₂: a channel for +

or undecided. "teacher" bounds from below how near a unit comes to ± one of the
teacher's: above 0, none copies one. Of fig1e, with three hidden layers, only
the loss is proved: low is a mean squared error of at most 1e-4. Rates are with
exact 95 % intervals. With -o, an interrupted command goes on where it stopped.

Example: equiloss ends examples/ends.json
         equiloss ends examples/ends.json --svg > ends.svg`;

/** Defines `equiloss ends`. */
export const defineEnds: Definition = (root, setExitCode) => {
  command(root, "ends", "what runs of training ended in: zero loss, a minimum, a saddle, infinity; proved")
    .argument("<files...>", "files of ends, as equiloss-ends/1; - reads standard input")
    .option("--json", "a line of JSON for each file: its runs and their verdicts")
    .option("--slot <i/n>", "only the i-th of n shares of the runs: every n-th")
    .option("--from <files...>", "take verdicts from these; judge the other runs")
    .option("-o, --output <file>", "where the verdicts go, as equiloss-judged-ends/1")
    .addOption(
      new Option("--svg", "losses by width as Fig. 1(c) and (e); neurons of fig5 as Fig. 5").conflicts([
        "json",
        "output",
      ]),
    )
    .addOption(memoryOption())
    .addHelpText("after", () => ENDS_HELP + examplesLine())
    .action(running(setExitCode, async () => (await import("./run.js")).runEnds));
};
