import { type Command, Option } from "commander";
import { M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";
import type { GraphOptions } from "./run.js";

/** Defines `equiloss graph`. */
export function defineGraph(root: Command): void {
  withPlainErrors(root.command("graph"))
    .description("graph of which T(r,m) subspaces meet (Fig. 4): size, components, diameter, degrees")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON; diameter is null if not connected")
    .addOption(new Option("--dot", "the graph for Graphviz").conflicts("json"))
    .addOption(
      new Option("--svg", "a picture of the graph, in Figure 4's colours").conflicts(["json", "dot"]),
    )
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss graph 3 4\nExample: equiloss graph 2 3 --svg > graph.svg")
    .action(async (r: string, m: string, options: GraphOptions) => {
      const { runGraph } = await import("./run.js");
      await runGraph(r, m, options);
    });
}
