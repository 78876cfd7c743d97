import { Argument, type Command, Option } from "commander";
import { ENGINES } from "../../../shard/engines/list.js";
import {
  type Definition,
  command,
  memoryOption,
  running,
  withPlainErrors,
} from "../../options/commandParts.js";

const SHARD_HELP = `
plan writes a folder with what is to be done; run does one slot of it, wherever
the folder and this program are; merge puts all results together, and refuses
any that isn't what its slot should have.

Example: equiloss shard plan connected 3 5 --shards 4 -o job`;

const PLAN_HELP = `
connected r m   all T(r,m) subspaces: from each a walk to one of smaller rank
train figure    students from the seeds 0 to N − 1, as equiloss train
ends file       what the runs of a file ended in, as equiloss ends
cover           the 1000 blocks of equiloss cover

Example: equiloss shard plan connected 4 10 --shards 100 --engine slurm -o job`;

const RUN_HELP = `
A result that is there and whole is left as it is. What an interrupted or killed
command has done stays, and the same command goes on.

Example: equiloss shard run job --slot 3`;

const MERGE_HELP = `
Of n pieces with one that is forged, an audit of k finds it with probability
k/n; damage, and counts that are wrong, are found without an audit.

Example: equiloss shard merge job --audit 5`;

/** Defines `equiloss shard`, with a command for each step. */
export const defineShard: Definition = (root, setExitCode) => {
  const steps = command(root, "shard", "long work cut into shards for many machines, and merged again")
    .configureHelp({ subcommandTerm: (step) => step.name() })
    .addHelpText("after", () => SHARD_HELP);
  const step = (name: string, description: string): Command =>
    withPlainErrors(steps.command(name)).description(description);
  step("plan", "cut a job into shards")
    .addArgument(new Argument("<kind>", "of job").choices(["connected", "train", "ends", "cover"]))
    .argument("[what...]", "its sizes, figure or file")
    .requiredOption("-o, --output <folder>", "where the plan goes, and the results")
    .option("--shards <N>", "how many", "8")
    .addOption(
      new Option("--engine <name>", "write a file for it, too").choices(ENGINES.map(({ name }) => name)),
    )
    .option("--width <m>", "of train: units of a student, in each hidden layer")
    .option("--seeds <N>", "of train: how many seeds; 50 if left out")
    .option("--json", "one line of JSON about the plan")
    .addOption(memoryOption())
    .addHelpText("after", PLAN_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runPlan));
  step("run", "do one slot of a plan")
    .argument("<folder>", "of the plan")
    .requiredOption("--slot <K>", "which, from 0 on")
    .option("--json", "one line of JSON about the result")
    .addOption(memoryOption())
    .addHelpText("after", RUN_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runShard));
  step("merge", "put the results of all slots together")
    .argument("<folder>", "of the plan")
    .option("--audit <k>", "do so many pieces again, drawn at random, and compare", "0")
    .option("--seed <N>", "draw them by this seed; a random one if left out")
    .option("--json", "one line of JSON: the merged result")
    .addOption(memoryOption())
    .addHelpText("after", MERGE_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runMerge));
};
