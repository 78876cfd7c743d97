import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const BACKEND_HELP = `
Backends, in the order in which they are tried: tfjs-node-gpu, tfjs-node,
webgpu, wasm, cpu. A GPU in software is taken only if it is forced. Each number
has its own bound, derived from the magnitudes that go into it and the backend's
measured accuracy; one that passes it, or isn't finite, fails the check.

Example: equiloss crosscheck --backend wasm --points 1000 --seed 1`;

/** Defines `equiloss crosscheck`. */
export const defineCrosscheck: Definition = (root, setExitCode) => {
  command(
    root,
    "crosscheck",
    "networks, gradients and curvatures in float32, on a GPU or without, beside exact ones",
  )
    .option("--backend <name>", "backend to use; if left out, the first that starts")
    .option("--claims <ids>", "claims to check, with commas between; all if left out")
    .option("--points <N>", "points of Γ_P for def-3.2; paths and layers take a tenth", "1000")
    .option("--inputs <N>", "inputs at each point", "100")
    .option("--seed <N>", "seed of the random cases; if left out, one is drawn and shown")
    .option("--network <file>", "network file that takes the place of θ^r in def-3.2")
    .option("--power", "find the smallest planted errors that are caught")
    .option("--json", "one line of JSON, to attach to a report of a run")
    .addOption(memoryOption())
    .addHelpText("after", BACKEND_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runCrosscheck));
};
