import { withMirrorOptions } from "../../options/withMirrorOptions.js";
import { type Definition, running, widthsCommand } from "../../options/commandParts.js";

/** Defines `equiloss topology`. */
export const defineTopology: Definition = (root, setExitCode) => {
  withMirrorOptions(
    widthsCommand(
      root,
      "topology",
      "integer homology of the expansion manifold: Betti numbers, torsion, Euler characteristic",
      "one line of JSON; torsion lists the invariant factors above 1 of each dimension",
    ),
  )
    .addHelpText(
      "after",
      "\nExample: equiloss topology 3 5\nExample: equiloss topology 3 4 --activation tanh",
    )
    .action(running(setExitCode, async () => (await import("./run.js")).runTopology));
};
