import { type Command, Option } from "commander";
import { withMirrorOptions } from "../../options/withMirrorOptions.js";
import { type Definition, M, R, command, memoryOption, running } from "../../options/commandParts.js";
import { CRITICAL_CLAIMS } from "./criticalClaims.js";

const CELLS =
  "the cell complex of the expansion manifold built up by an acyclic matching (ext-topology, or " +
  "ext-parity-topology with mirrored neurons)";

const SPLITTING =
  "the Hessian at such a point as a direct sum: that of the point below, and blocks for copies (ext-inertia)";

/** Defines `equiloss certify`, with a command for each kind. */
export const defineCertify: Definition = (root, setExitCode) => {
  const kinds = command(
    root,
    "certify",
    "write evidence to a file that an independent checker can accept or reject",
  )
    .configureHelp({ subcommandTerm: (kind) => kind.name() })
    .addHelpText("after", "\nExample: equiloss certify connected 3 4 -o tree.json");
  const kind = (name: string, description: string): Command =>
    command(kinds, name, description)
      .requiredOption("-o, --output <file>", "where the certificate goes; it appears there once it is whole")
      .option("--coq <file>", "write it as a file for Coq too, whose Qed is its check")
      .option("--json", "say in JSON what was written")
      .addOption(memoryOption());
  kind("enumeration", "all T(r,m) labelled partitions (thm-3.1-count)")
    .argument("<r>", R)
    .argument("<m>", M)
    .action(running(setExitCode, async () => (await import("./run.js")).certifyEnumeration));
  withNetwork(kind("connected", "a spanning tree of the subspaces with shared points (thm-3.1-connected)"))
    .argument("<r>", R)
    .argument("<m>", "width of the larger network, above r")
    .action(running(setExitCode, async () => (await import("./run.js")).certifyConnected));
  withMirrorOptions(kind("morse", CELLS).argument("<r>", R).argument("<m>", M)).action(
    running(setExitCode, async () => (await import("./run.js")).certifyMorse),
  );
  kind(
    "path",
    "a path between two networks (ext-geodesic, thm-3.1-path if too large, mlp-connected for several layers; " +
      "with --activation ext-geodesic-odd, ext-parity-connected if too large)",
  )
    .argument("<from>", "network file")
    .argument("<to>", "network file")
    .option("--activation <name>", "mirror neurons for tanh, …")
    .action(running(setExitCode, async () => (await import("./run.js")).certifyPath));
  withClaim(
    kind("critical", "an exact critical point of the squared error, and one above it (prop-4.4)"),
  ).action(running(setExitCode, async () => (await import("./runCritical.js")).certifyCritical));
  withPoint(kind("splitting", SPLITTING)).action(
    running(setExitCode, async () => (await import("./runCritical.js")).certifySplitting),
  );
  withFamily(kind("spurious", "a minimum of k ReLU units that is not global (ext-spurious)")).action(
    running(setExitCode, async () => (await import("./run.js")).certifySpurious),
  );
  kind("counterexample", "refutes a claim as stated: thm-3.1-count [r m], or lem-2.1")
    .argument("<claim>", "thm-3.1-count or lem-2.1")
    .argument("[r]", "for thm-3.1-count; 1 if left out")
    .argument("[m]", "for thm-3.1-count, at least r + 3; 4 if left out")
    .action(running(setExitCode, async () => (await import("./run.js")).certifyCounterexample));
};

/** The options of a network that is read or drawn. */
function withNetwork(kind: Command): Command {
  return withDimensions(
    kind.option("--network <file>", "the irreducible network of width r; a random one if left out"),
    "the random network",
  ).option("--seed <N>", "seed of the random network", "0");
}

/** The options of a spurious minimum. */
function withFamily(kind: Command): Command {
  return kind
    .requiredOption("--k <N>", "units of student and teacher, 6 to 20")
    .addOption(
      new Option("--family <family>", "whether the loss decays as k grows; persistent from k = 7 on")
        .choices(["decaying", "persistent"])
        .default("decaying"),
    );
}

/** The options of a critical point that settles one of several claims. */
function withClaim(kind: Command): Command {
  return withPoint(kind).addOption(
    new Option("--claim <id>", "claim to settle; nothing is written unless the checker agrees")
      .choices(CRITICAL_CLAIMS)
      .default("prop-4.4"),
  );
}

/** The options of a critical point. */
function withPoint(kind: Command): Command {
  return withDimensions(
    kind
      .requiredOption("--r <N>", R)
      .requiredOption("--points <N>", "number of data: N·d_out > r(d_in + d_out) is always enough"),
    "the network",
  )
    .option("--index <N>", "number of negative eigenvalues at width r, none zero: 0 for a strict minimum")
    .option("--expand <k1,k2,…>", "how often each of the r neurons is copied; 1 each if left out")
    .option("--beta <p/q,…>", "shares of all copies, of sum 1 for each neuron; equal ones if left out")
    .option("--activation <form>", "such as poly:1,0,1/2 or ratio:1,1:1,0,1", "ratio:1,1:1,0,1")
    .option("--seed <N>", "seed of weights, inputs and residuals", "0");
}

function withDimensions(kind: Command, of: string): Command {
  return kind
    .option("--din, --d-in <N>", `inputs of ${of}`, "1")
    .option("--dout, --d-out <N>", `outputs of ${of}`, "1");
}
