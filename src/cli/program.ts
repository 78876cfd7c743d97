import { Command, Option } from "commander";
import { addCertify, addCheck } from "./certifyCommands.js";
import { M, R, memoryOption, toStreams, withPlainErrors } from "./commandParts.js";
import { addCrosscheck } from "./crosscheckCommand.js";
import type { CountingOptions } from "./commands/counting.js";
import type { LandscapeOptions } from "./commands/landscape.js";
import type { PathOptions } from "./commands/path.js";
import type { ProofsOptions } from "./commands/proofs.js";
import type { ReduceOptions } from "./commands/reduce.js";
import type { RegimeOptions } from "./commands/regime.js";
import type { VerifyOptions } from "./commands/verify.js";
import { BACKEND_CHOICES } from "../coq/backend.js";
import { packageVersion } from "./packageVersion.js";
import { PROOFS_CHOICES, REQUIREMENTS } from "./proofsChoice.js";
import { REPORTER_NAMES } from "./reporters/names.js";
import { streams } from "./streams.js";

/**
 * The command line. Results go to stdout, progress and errors to stderr. Each command loads what it needs
 * when it is called, so that the quick ones stay quick.
 *
 * @param setExitCode told the exit code of a command that did its work.
 */
export function program(setExitCode: (code: number) => void): Command {
  const root = withPlainErrors(new Command("equiloss"))
    .description(
      "Settles by exact means what Şimşek et al. (ICML 2021) claim of the loss\n" +
        "landscapes of overparameterized networks: r is the width of a minimal\n" +
        "network, m ≥ r that of a larger one.",
    )
    .version(packageVersion())
    .exitOverride()
    .configureOutput(toStreams(streams()))
    .addHelpText(
      "after",
      "\nExample: equiloss count 4 9\n\n" +
        "Exit codes: 0 done, every check held; 1 a check failed; 2 bad usage or input;\n" +
        "70 the program is at fault; 129, 130, 131 or 143 interrupted.",
    );
  addVerify(root, setExitCode);
  addCounting(root);
  addRegime(root);
  addGraph(root);
  addTopology(root, setExitCode);
  addReduce(root);
  addPath(root);
  addLandscape(root);
  addCertify(root, setExitCode);
  addCheck(root, setExitCode);
  addProofs(root, setExitCode);
  addCrosscheck(root, setExitCode);
  return root;
}

function addVerify(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("verify"))
    .description("check all claims, or those named, and print the table of verdicts")
    .argument("[claim...]", "ids as in the table, such as thm-3.1-count")
    .option("--max-m <N>", "largest m of counting; pairwise geometry stops at 6", "8")
    .option("--seed <N>", "seed of the random cases; if left out, one is drawn and shown")
    .addOption(
      new Option(
        "--proofs <which>",
        "Coq that checks the proofs; auto: the installed Coq, else a kept result, else they are not run",
      )
        .choices(PROOFS_CHOICES)
        .default("auto"),
    )
    .addOption(
      new Option(
        "--require <what>",
        "exit with 1 if this run doesn't do it; proofs: checks them, a kept result is not enough",
      ).choices(REQUIREMENTS),
    )
    .addOption(
      new Option("--reporter <format>", "format of the table").choices(REPORTER_NAMES).default("pretty"),
    )
    .addOption(new Option("--json", "the same as --reporter json").conflicts("reporter"))
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss verify thm-3.1-count thm-3.1-dim --max-m 7 --seed 1")
    .action(async (ids: string[], options: VerifyOptions) => {
      const { verifyCommand } = await import("./commands/verify.js");
      setExitCode(await verifyCommand(ids, options));
    });
}

function addCounting(root: Command): void {
  withPlainErrors(root.command("count"))
    .description("numbers of subspaces T and G, Stirling number, spheres, Euler characteristic")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON, integers as decimal strings")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss count 4 9")
    .action(async (r: string, m: string, options: CountingOptions) => {
      const { countCommand } = await import("./commands/counting.js");
      await countCommand(r, m, options);
    });
  withPlainErrors(root.command("threshold"))
    .description("the last m at which Eq. (6) fails for some allowed a_k, at r* = r")
    .argument("<r>", R)
    .option("--json", "one line of JSON; lastFailing is null if it never fails")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss threshold 30")
    .action(async (r: string, options: CountingOptions) => {
      const { thresholdCommand } = await import("./commands/counting.js");
      await thresholdCommand(r, options);
    });
}

function addRegime(root: Command): void {
  withPlainErrors(root.command("regime"))
    .description(
      "widths and depths from which subspaces of global minima outnumber those of\nthe levels k ≥ 1, below r* in every hidden layer (§5, Fig. 6)",
    )
    .requiredOption("--rstar <r>", "width r* of the minimal network, at least 2")
    .option("--depth <L>", "layers of the network, at least 2; L − 1 are hidden", "2")
    .option("--epsilon <p/q>", "how small R_k^(L−1) shall be", "1")
    .option("--max-m <N>", "look no further than width N; if left out, 16 r* or 256")
    .option("--width <m>", "tell least depths at width m, not at each crossing")
    .option("--levels <K>", "levels that are told, the first K; if left out, all")
    .option("--curves", "with --json: the points R_k(r*, m), to --max-m if given")
    .option("--json", "one line of JSON; null where nothing is settled")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss regime --rstar 30 --depth 3 --epsilon 1/100")
    .action(async (options: RegimeOptions) => {
      const { regimeCommand } = await import("./commands/regime.js");
      await regimeCommand(options);
    });
}

function addGraph(root: Command): void {
  withPlainErrors(root.command("graph"))
    .description("graph of which T(r,m) subspaces meet (Fig. 4): size, components, diameter, degrees")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON; diameter is null if not connected")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss graph 3 4")
    .action(async (r: string, m: string, options: CountingOptions) => {
      const { graphCommand } = await import("./commands/counting.js");
      await graphCommand(r, m, options);
    });
}

function addTopology(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("topology"))
    .description("integer homology of the expansion manifold: Betti numbers, torsion, Euler characteristic")
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", "one line of JSON; torsion lists the invariant factors above 1 of each dimension")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss topology 3 5")
    .action(async (r: string, m: string, options: CountingOptions) => {
      const { topologyCommand } = await import("./commands/counting.js");
      setExitCode(await topologyCommand(r, m, options));
    });
}

const NETWORK_HELP = `
The irreducible network computes the same function for every activation, and no
network of as many layers that does so has fewer neurons in any layer. (For one
given activation there may be a smaller one.)

A network file is JSON: {"format": "equiloss-network/1", "weights": [W1, W2]},
W1 a list of m rows w_i of d_in weights, W2 a list of d_out rows of m weights
(column i is a_i). Weights are "p/q" strings or integers. A network of more
layers has more matrices, each with a column for every row of the one before. A
network with biases has also "biases": [b1, b2, …], one for every matrix, with
an entry for every row. "network" is null if no neuron of some layer is left.

Example: equiloss reduce examples/mixed.json
         equiloss reduce examples/four-layers.json`;

function addReduce(root: Command): void {
  withPlainErrors(root.command("reduce"))
    .description("reduce a network of two layers or more to its irreducible one (Def. 3.1 and §5)")
    .argument("<network>", "network file; - reads standard input")
    .option("--json", "one line of JSON, with the irreducible network as a network file")
    .addOption(memoryOption())
    .addHelpText("after", NETWORK_HELP)
    .action(async (path: string, options: ReduceOptions) => {
      const { reduceCommand } = await import("./commands/reduce.js");
      await reduceCommand(path, options);
    });
}

const PATH_HELP = `
Networks of more than two layers, or with biases, have a labelled partition for
each hidden layer on each segment. Fewest are the segments in Θ, which expansion
from the last layer to the first gives. --as-paper and --changes are for two
layers without biases.

Example: equiloss path examples/path-from.json examples/path-to.json
         equiloss path examples/deep-from.json examples/deep-to.json`;

function addPath(root: Command): void {
  withPlainErrors(root.command("path"))
    .description(
      "a loss-free path of fewest segments between two networks of one function for every activation",
    )
    .argument("<from>", "network file, of two layers or more")
    .argument("<to>", "network file of the same widths, which computes the same for every activation")
    .option("--json", "one line of JSON: segments, lower bound, points as network files, subspaces")
    .option("--as-paper", "the construction of Theorem 3.1's proof instead, three segments per transposition")
    .option("--steps <N>", "cut each segment into N pieces", "1")
    .option("--changes", "a line of JSON a segment, with what changes: for networks too wide to list")
    .option("--budget <N>", "subspaces that the search may reach before it settles for bounds", "2000000")
    .addOption(memoryOption())
    .addHelpText("after", PATH_HELP)
    .action(async (from: string, to: string, options: PathOptions) => {
      const { pathCommand } = await import("./commands/path.js");
      await pathCommand(from, to, options);
    });
}

function addProofs(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("proofs"))
    .description("check the Coq proofs of the theorems for all r and m, and print a verdict for each")
    .argument("[folder]", "folder of proofs, laid out as equiloss's own, which is taken if left out")
    .addOption(
      new Option("--backend <which>", "auto: the installed Coq, or else npm's jscoq")
        .choices(BACKEND_CHOICES)
        .default("auto"),
    )
    .option("--acknowledge", "write down that the definitions and statements as they are now were read")
    .addOption(new Option("--json", "one line of JSON").conflicts("acknowledge"))
    .addHelpText("after", "\nExample: equiloss proofs --backend native")
    .action(async (folder: string | undefined, options: ProofsOptions) => {
      const { proofsCommand } = await import("./commands/proofs.js");
      setExitCode(await proofsCommand(folder, options));
    });
}

const DATA_HELP = `
A data file is JSON: {"format": "equiloss-data/1", "inputs": X, "targets": Y},
X a list of N rows x_k of d_in coordinates, Y a list of N rows y_k of d_out.
An activation is poly:1,0,1/2 for 1 + x²/2, or ratio:1,1:1,0,1 for
(1 + x)/(1 + x²). A cost is squared, quartic or bounded: s, s² or s/(1 + s)
of s = |f(x_k) − y_k|²/2.

A certificate (prop-4.4) shows the checker that the gradient is 0 and how many
eigenvalues are positive, negative and zero. It needs a critical point, the
squared cost, no neurons that cancel, and copies with proportional outgoing
weights.

Example: equiloss landscape examples/saddle.json examples/landscape-data.json`;

function addLandscape(root: Command): void {
  withPlainErrors(root.command("landscape"))
    .description("loss, gradient and the signs of the Hessian's eigenvalues at a network, exactly")
    .argument("<network>", "network file; - reads standard input")
    .argument("<data>", "data file")
    .option("--activation <form>", "a polynomial or a quotient of two", "ratio:1,1:1,0,1")
    .option("--cost <name>", "squared, quartic or bounded", "squared")
    .option(
      "-o, --certificate <file>",
      "write evidence for `equiloss check`; for critical points, squared cost",
    )
    .option("--json", "one line of JSON; inertia is [positive, negative, zero]")
    .addOption(memoryOption())
    .addHelpText("after", DATA_HELP)
    .action(async (network: string, data: string, options: LandscapeOptions) => {
      const { landscapeCommand } = await import("./commands/landscape.js");
      await landscapeCommand(network, data, options);
    });
}
