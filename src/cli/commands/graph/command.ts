import { type Definition, running, widthsCommand } from "../../options/commandParts.js";

/** Defines `equiloss graph`. */
export const defineGraph: Definition = (root, setExitCode) => {
  widthsCommand(
    root,
    "graph",
    "the graph of meetings of the T(r,m) subspaces (Fig. 4): size, components, diameter, degrees",
    "one line of JSON; diameter is null if not connected",
  )
    .addHelpText("after", "\nExample: equiloss graph 3 4")
    .action(running(setExitCode, async () => (await import("./run.js")).runGraph));
};
