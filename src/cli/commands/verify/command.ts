import { Option } from "commander";
import { USUAL_MAX_M } from "../../../claims/evidence/ranged.js";
import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";
import { PROOFS_CHOICES, REQUIREMENTS } from "./choices.js";
import { REPORTER_NAMES, withReport } from "./reporters/names.js";

/** Defines `equiloss verify`. */
export const defineVerify: Definition = (root, setExitCode) => {
  command(root, "verify", "check all claims, or those named, and print the table of verdicts")
    .argument("[claim...]", "ids as in the table, patterns such as 'thm-3.1*', or places as 'Theorem 3.1'")
    .addOption(
      new Option("--list", "list the claims by id and title, and run nothing").conflicts([
        "reporter",
        "require",
      ]),
    )
    .option(
      "--max-m <N>",
      "largest m of counting; geometry stops at 4 to 6, and from 9 on one size later",
      USUAL_MAX_M.toString(),
    )
    .option("--seed <N>", "seed of the random cases; if left out, one is drawn and shown")
    .addOption(
      new Option(
        "--proofs <which>",
        "Coq that checks the proofs; auto: the installed Coq, else a kept result, else they are not run",
      )
        .choices(PROOFS_CHOICES)
        .default("auto"),
    )
    .addOption(
      new Option(
        "--require <what>",
        "exit with 1 unless this run does that; proofs: it checks them, a kept result is not enough",
      ).choices(REQUIREMENTS),
    )
    .addOption(
      new Option(
        "--reporter <format[=file]>",
        "format of the table; several may be given, all but one with files",
      )
        .choices(REPORTER_NAMES)
        .argParser(withReport),
    )
    .addOption(new Option("--json", "the same as --reporter json").conflicts("reporter"))
    .addOption(memoryOption())
    .addHelpText(
      "after",
      "\nExample: equiloss verify thm-3.1-count thm-3.1-dim --max-m 7 --seed 1" +
        "\nExample: equiloss verify --require proofs --reporter junit=claims.xml",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runVerify));
};
