import { Option } from "commander";
import { type Definition, running, widthsCommand } from "../../options/commandParts.js";
import { withMirrorOptions } from "../../options/withMirrorOptions.js";

/** Defines `equiloss graph`. */
export const defineGraph: Definition = (root, setExitCode) => {
  withMirrorOptions(
    widthsCommand(
      root,
      "graph",
      "the graph of meetings of the T(r,m) subspaces (Fig. 4): size, components, diameter, degrees",
      "one line of JSON; diameter is null if not connected",
    ),
  )
    .addOption(new Option("--dot", "the graph for Graphviz").conflicts("json"))
    .addOption(
      new Option("--svg", "a picture of the graph, in Figure 4's colours").conflicts(["json", "dot"]),
    )
    .addHelpText(
      "after",
      "\nExample: equiloss graph 3 4\nExample: equiloss graph 3 4 --activation tanh\n" +
        "Example: equiloss graph 2 3 --svg > graph.svg",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runGraph));
};
