import { type Definition, R, command, memoryOption, running } from "../../options/commandParts.js";
import { withMirrorOptions } from "../../options/withMirrorOptions.js";

const THRESHOLD_HELP = `
Eq. (6) bounds how many critical subspaces there are per subspace of global
minima: Σ_k a_k·G(r*−k, m)/T(r*, m) ≤ ((r*−1)/r*)^m, the sum over the levels
k = 1, …, r*−1. Level k is of critical points of width r*−k, and a_k of them are
expanded for each minimum, at most C(r*−1, k−1), the binomial coefficient.

Example: equiloss threshold 30`;

/** Defines `equiloss threshold`. */
export const defineThreshold: Definition = (root, setExitCode) => {
  withMirrorOptions(
    command(root, "threshold", "the last m at which Eq. (6) fails for some allowed a_k, at r* = r"),
  )
    .argument("<r>", R)
    .option("--json", "one line of JSON; lastFailing is null if it never fails")
    .addOption(memoryOption())
    .addHelpText("after", THRESHOLD_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runThreshold));
};
