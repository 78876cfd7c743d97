import { Command, Option } from "commander";
import type { CertifyOptions, ConnectedOptions } from "./commands/certify.js";
import type { CheckOptions } from "./commands/check.js";
import type { CountingOptions } from "./commands/counting.js";
import type { PathOptions } from "./commands/path.js";
import type { ProofsOptions } from "./commands/proofs.js";
import type { VerifyOptions } from "./commands/verify.js";
import { BACKEND_CHOICES } from "../coq/backend.js";
import { complain } from "./errors.js";
import { DEFAULT_MEMORY } from "./memory.js";
import { packageVersion } from "./packageVersion.js";
import { REPORTER_NAMES } from "./reporters/names.js";

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
    .addHelpText(
      "after",
      "\nExample: equiloss count 4 9\n\n" +
        "Exit codes: 0 done, every check held; 1 a check failed; 2 bad usage or input;\n" +
        "70 the program is at fault; 130 or 143 interrupted.",
    );
  addVerify(root, setExitCode);
  addCounting(root);
  addGraph(root);
  addReduce(root);
  addPath(root);
  addCertify(root);
  addCheck(root, setExitCode);
  addProofs(root, setExitCode);
  return root;
}

/** Errors of usage look like all others, one line, and name the help that explains. */
function withPlainErrors(command: Command): Command {
  return command.configureOutput({
    outputError: (text) => {
      complain(
        `${text
          .replace(/^error: /, "")
          .trim()
          .replace(/\.$/, "")}; see ${fullName(command)} --help`,
      );
    },
  });
}

/** The name with those of the commands above it, as it is typed. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
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
        "Coq that checks the proofs; auto: a kept result, else the installed Coq, else they are not run",
      )
        .choices([...BACKEND_CHOICES, "off"])
        .default("auto"),
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

const R = "width of the minimal network, at least 1";
const M = "width of the larger network, at least r";

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

const NETWORK_HELP = `
A network file is JSON: {"format": "equiloss-network/1", "weights": [W1, W2]},
W1 a list of m rows w_i of d_in weights, W2 a list of d_out rows of m weights
(column i is a_i). Weights are "p/q" strings or integers.

Example: equiloss reduce examples/mixed.json`;

function addReduce(root: Command): void {
  withPlainErrors(root.command("reduce"))
    .description("reduce a two-layer network to its irreducible one (Def. 3.1)")
    .argument("<network>", "network file; - reads standard input")
    .option("--json", "one line of JSON, with the irreducible network as a network file")
    .addHelpText("after", NETWORK_HELP)
    .action(async (path: string, options: { readonly json?: boolean }) => {
      const { reduceCommand } = await import("./commands/reduce.js");
      reduceCommand(path, options);
    });
}

function addPath(root: Command): void {
  withPlainErrors(root.command("path"))
    .description("a loss-free path of fewest segments between two networks of one measure")
    .argument("<from>", "network file")
    .argument("<to>", "network file of the same width, which computes the same for every activation")
    .option("--json", "one line of JSON: segments, lower bound, points as network files, subspaces")
    .option("--as-paper", "the construction of Theorem 3.1's proof instead, three segments per transposition")
    .option("--steps <N>", "cut each segment into N pieces", "1")
    .option("--changes", "a line of JSON a segment, with what changes: for networks too wide to list")
    .option("--budget <N>", "subspaces that the search may reach before it settles for bounds", "2000000")
    .addHelpText("after", "\nExample: equiloss path examples/path-from.json examples/path-to.json")
    .action(async (from: string, to: string, options: PathOptions) => {
      const { pathCommand } = await import("./commands/path.js");
      pathCommand(from, to, options);
    });
}

function addCertify(root: Command): void {
  const kinds = withPlainErrors(root.command("certify"))
    .description("write evidence to a file that an independent checker can accept or reject")
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText("after", "\nExample: equiloss certify connected 3 4 -o tree.json");
  const kind = (name: string, description: string): Command =>
    withPlainErrors(kinds.command(name))
      .description(description)
      .requiredOption("-o, --output <file>", "where the certificate goes; it appears there once it is whole")
      .option("--json", "say in JSON what was written")
      .addOption(memoryOption());
  kind("enumeration", "all T(r,m) labelled partitions (thm-3.1-count)")
    .argument("<r>", R)
    .argument("<m>", M)
    .action(async (r: string, m: string, options: CertifyOptions) => {
      await (await import("./commands/certify.js")).certifyEnumeration(r, m, options);
    });
  kind("connected", "a spanning tree of the subspaces with shared points (thm-3.1-connected)")
    .argument("<r>", R)
    .argument("<m>", "width of the larger network, above r")
    .option("--network <file>", "the irreducible network of width r; a random one if left out")
    .option("--d-in <N>", "inputs of the random network", "1")
    .option("--d-out <N>", "outputs of the random network", "1")
    .option("--seed <N>", "seed of the random network", "0")
    .action(async (r: string, m: string, options: ConnectedOptions) => {
      await (await import("./commands/certify.js")).certifyConnected(r, m, options);
    });
  kind("path", "a shortest path between two networks (ext-geodesic, or thm-3.1-path if too large)")
    .argument("<from>", "network file")
    .argument("<to>", "network file")
    .action(async (from: string, to: string, options: CertifyOptions) => {
      await (await import("./commands/certify.js")).certifyPath(from, to, options);
    });
  kind("counterexample", "refutes a claim as stated: thm-3.1-count [r m], or lem-2.1")
    .argument("<claim>", "thm-3.1-count or lem-2.1")
    .argument("[r]", "for thm-3.1-count; 1 if left out")
    .argument("[m]", "for thm-3.1-count, at least r + 3; 4 if left out")
    .action(async (claim: string, r: string | undefined, m: string | undefined, options: CertifyOptions) => {
      await (await import("./commands/certify.js")).certifyCounterexample(claim, r, m, options);
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

function addCheck(root: Command, setExitCode: (code: number) => void): void {
  withPlainErrors(root.command("check"))
    .description("let the independent checker accept or reject a certificate, for the claim you name")
    .argument("<file>", "certificate; - reads standard input")
    .requiredOption("--claim <id>", "the claim that it is to settle")
    .option("--refuted", "it is to refute the claim as stated")
    .option("--r <N>", R)
    .option("--m <N>", M)
    .option("--network <file>", "the irreducible network that it must be about")
    .option("--from <file>", "the network that a path must start from")
    .option("--to <file>", "the network that a path must end at")
    .option("--json", "one line of JSON")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss check tree.json --claim thm-3.1-connected --r 3 --m 4")
    .action(async (file: string, options: CheckOptions) => {
      const { checkCommand } = await import("./commands/check.js");
      setExitCode(await checkCommand(file, options));
    });
}

function memoryOption(): Option {
  return new Option("--max-memory <MiB>", "refuse work that is estimated to take more").default(
    DEFAULT_MEMORY.toString(),
  );
}
