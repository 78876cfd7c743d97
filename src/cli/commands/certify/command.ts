import { type Command, Option } from "commander";
import { M, R, memoryOption, withPlainErrors } from "../../options/commandParts.js";
import { CRITICAL_CLAIMS } from "./criticalClaims.js";
import type { CertifyOptions, ConnectedOptions } from "./run.js";
import type { CriticalOptions } from "./runCritical.js";

/** Defines `equiloss certify`, with a command for each kind. */
export function defineCertify(root: Command, setExitCode: (code: number) => void): void {
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
      setExitCode(await (await import("./run.js")).certifyEnumeration(r, m, options));
    });
  addConnected(
    kind("connected", "a spanning tree of the subspaces with shared points (thm-3.1-connected)"),
    setExitCode,
  );
  kind("morse", "the cell complex of the expansion manifold built up by an acyclic matching (ext-topology)")
    .argument("<r>", R)
    .argument("<m>", M)
    .action(async (r: string, m: string, options: CertifyOptions) => {
      setExitCode(await (await import("./run.js")).certifyMorse(r, m, options));
    });
  kind(
    "path",
    "a path between two networks (ext-geodesic, thm-3.1-path if too large, mlp-connected for several layers)",
  )
    .argument("<from>", "network file")
    .argument("<to>", "network file")
    .action(async (from: string, to: string, options: CertifyOptions) => {
      setExitCode(await (await import("./run.js")).certifyPath(from, to, options));
    });
  addCritical(
    kind("critical", "an exact critical point of the squared error, and one above it (prop-4.4)"),
    setExitCode,
  );
  kind("counterexample", "refutes a claim as stated: thm-3.1-count [r m], or lem-2.1")
    .argument("<claim>", "thm-3.1-count or lem-2.1")
    .argument("[r]", "for thm-3.1-count; 1 if left out")
    .argument("[m]", "for thm-3.1-count, at least r + 3; 4 if left out")
    .action(async (claim: string, r: string | undefined, m: string | undefined, options: CertifyOptions) => {
      setExitCode(await (await import("./run.js")).certifyCounterexample(claim, r, m, options));
    });
}

function addConnected(kind: Command, setExitCode: (code: number) => void): void {
  kind
    .argument("<r>", R)
    .argument("<m>", "width of the larger network, above r")
    .option("--network <file>", "the irreducible network of width r; a random one if left out")
    .option("--din, --d-in <N>", "inputs of the random network", "1")
    .option("--dout, --d-out <N>", "outputs of the random network", "1")
    .option("--seed <N>", "seed of the random network", "0")
    .action(async (r: string, m: string, options: ConnectedOptions) => {
      setExitCode(await (await import("./run.js")).certifyConnected(r, m, options));
    });
}

function addCritical(kind: Command, setExitCode: (code: number) => void): void {
  kind
    .requiredOption("--r <N>", R)
    .requiredOption("--points <N>", "number of data: N·d_out > r(d_in + d_out) is always enough")
    .option("--din, --d-in <N>", "inputs of the network", "1")
    .option("--dout, --d-out <N>", "outputs of the network", "1")
    .option("--index <N>", "negative eigenvalues at width r, and no zero ones: 0 for a strict minimum")
    .option("--expand <k1,k2,…>", "how often each of the r units is copied; 1 each if left out")
    .option("--beta <p/q,…>", "shares of all copies, of sum 1 for each unit; equal ones if left out")
    .option("--activation <form>", "such as poly:1,0,1/2 or ratio:1,1:1,0,1", "ratio:1,1:1,0,1")
    .option("--seed <N>", "seed of weights, inputs and residuals", "0")
    .addOption(
      new Option("--claim <id>", "what it must settle; nothing is written unless the checker agrees")
        .choices(CRITICAL_CLAIMS)
        .default("prop-4.4"),
    )
    .action(async (options: CriticalOptions) => {
      setExitCode(await (await import("./runCritical.js")).certifyCritical(options));
    });
}
