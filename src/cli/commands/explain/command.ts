import { type Definition, command, running } from "../../options/commandParts.js";

/** Defines `equiloss explain`. */
export const defineExplain: Definition = (root, setExitCode) => {
  command(
    root,
    "explain",
    "run what settles a claim, and tell what it says, its hypotheses, verdicts and theorems, and where to look",
  )
    .argument("<claim...>", "ids as in the table, patterns such as 'thm-3.1*', or places as 'Theorem 3.1'")
    .option("--json", "one line of JSON")
    .addHelpText("after", "\nExample: equiloss explain thm-3.1-count")
    .action(running(setExitCode, async () => (await import("./run.js")).runExplain));
};
