import { Command } from "commander";
import { defineCertify } from "./commands/certify/command.js";
import { defineCheck } from "./commands/check/command.js";
import { defineClassify } from "./commands/classify/command.js";
import { defineCompare } from "./commands/compare/command.js";
import { defineCount } from "./commands/count/command.js";
import { defineCrosscheck } from "./commands/crosscheck/command.js";
import { defineCover } from "./commands/cover/command.js";
import { defineEnds } from "./commands/ends/command.js";
import { defineExpand } from "./commands/expand/command.js";
import { defineExplain } from "./commands/explain/command.js";
import { defineExport } from "./commands/export/command.js";
import { defineGraph } from "./commands/graph/command.js";
import { defineImport } from "./commands/import/command.js";
import { defineLandscape } from "./commands/landscape/command.js";
import { definePath } from "./commands/path/command.js";
import { defineProofs } from "./commands/proofs/command.js";
import { defineReduce } from "./commands/reduce/command.js";
import { defineRegime } from "./commands/regime/command.js";
import { defineReport } from "./commands/report/command.js";
import { defineShard } from "./commands/shard/command.js";
import { defineExplore } from "./commands/explore/command.js";
import { defineThreshold } from "./commands/threshold/command.js";
import { defineTopology } from "./commands/topology/command.js";
import { defineTrain } from "./commands/train/command.js";
import { defineVerify } from "./commands/verify/command.js";
import { type Definition, toStreams, withPlainErrors } from "./options/commandParts.js";
import { packageVersion } from "./terminal/packageVersion.js";
import { streams } from "./terminal/streams.js";

/**
 * The commands, in the order of the help. Each loads what it needs when it is called, so that all start
 * quickly.
 */
const COMMANDS: readonly Definition[] = [
  defineVerify,
  defineExplain,
  defineReport,
  defineExplore,
  defineCount,
  defineThreshold,
  defineRegime,
  defineGraph,
  defineTopology,
  defineReduce,
  defineClassify,
  defineCompare,
  definePath,
  defineLandscape,
  defineEnds,
  defineCover,
  defineCertify,
  defineCheck,
  defineProofs,
  defineCrosscheck,
  defineImport,
  defineExport,
  defineExpand,
  defineTrain,
  defineShard,
];

/**
 * Makes the command line. Results go to stdout, progress and errors to stderr.
 *
 * @param setExitCode receives the exit code of a command that did its work.
 */
export function program(setExitCode: (code: number) => void): Command {
  const root = withPlainErrors(new Command("equiloss"))
    .description(
      "Settles by exact means what Şimşek et al. (ICML 2021) claim about the " +
        "loss landscapes of overparameterized networks: r is the width of a minimal " +
        "network, m ≥ r that of a larger one.",
    )
    .version(packageVersion())
    .configureOutput(toStreams(streams()))
    .addHelpText(
      "after",
      "\nExample: equiloss count 4 9\n\n" +
        "Completion by the Tab key: source <(equiloss complete bash), or zsh, fish,\n" +
        "powershell.\n\n" +
        "Exit codes: 0 done, every check held; 1 a check failed; 2 bad usage or input,\n" +
        "or an output that can't be written; 70 the program is at fault; 129, 130, 131\n" +
        "or 143 interrupted.",
    );
  for (const define of COMMANDS) define(root, setExitCode);
  return root;
}
