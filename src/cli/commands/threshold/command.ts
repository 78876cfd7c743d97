import { type Definition, R, command, memoryOption, running } from "../../options/commandParts.js";
import { withMirrorOptions } from "../../options/mirrorOptions.js";

/** Defines `equiloss threshold`. */
export const defineThreshold: Definition = (root, setExitCode) => {
  withMirrorOptions(
    command(root, "threshold", "the last m at which Eq. (6) fails for some allowed a_k, at r* = r"),
  )
    .argument("<r>", R)
    .option("--json", "one line of JSON; lastFailing is null if it never fails")
    .addOption(memoryOption())
    .addHelpText(
      "after",
      "\nExample: equiloss threshold 30\nExample: equiloss threshold 30 --activation tanh",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runThreshold));
};
