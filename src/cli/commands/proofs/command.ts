import { Option } from "commander";
import { BACKEND_CHOICES } from "../../../coq/backend.js";
import { type Definition, command, running } from "../../options/commandParts.js";

/** Defines `equiloss proofs`. */
export const defineProofs: Definition = (root, setExitCode) => {
  command(
    root,
    "proofs",
    "check the Coq proofs of the theorems for all r and m, and print a verdict for each",
  )
    .argument("[folder]", "folder of proofs, laid out like equiloss's own; that one if left out")
    .addOption(
      new Option("--backend <which>", "auto: the installed Coq, or else npm's jscoq")
        .choices(BACKEND_CHOICES)
        .default("auto"),
    )
    .option("--acknowledge", "record that you have read the definitions and statements as they are")
    .addOption(new Option("--json", "one line of JSON").conflicts("acknowledge"))
    .addHelpText("after", "\nExample: equiloss proofs --backend native")
    .action(running(setExitCode, async () => (await import("./run.js")).runProofs));
};
