import { type Definition, running, widthsCommand } from "../../options/commandParts.js";

/** Defines `equiloss count`. */
export const defineCount: Definition = (root, setExitCode) => {
  widthsCommand(
    root,
    "count",
    "numbers of subspaces T and G, Stirling number, spheres, Euler characteristic",
    "one line of JSON, integers as decimal strings",
  )
    .addHelpText("after", "\nExample: equiloss count 4 9")
    .action(running(setExitCode, async () => (await import("./run.js")).runCount));
};
