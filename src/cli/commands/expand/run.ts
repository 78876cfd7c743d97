import type { ExpansionOptions } from "../../../network/expandedNetwork.js";
import { withOutput } from "../../files/withOutput.js";
import { requireNetworkName } from "../../files/writeNetwork.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { LARGEST_SEED } from "../../options/seedOption.js";
import { optionalNumber, wholeNumber } from "../../options/sizeArguments.js";
import { waiting } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import type { ExpandReport } from "./expand.js";

/** Options of `equiloss expand`. */
interface ExpandOptions extends CommonOptions {
  readonly to: string;
  readonly how: ExpansionOptions["how"];
  readonly output: string;
  readonly seed?: string;
}

/** What `equiloss expand` prints as JSON. */
export interface PrintedExpansion extends ExpandReport {
  /** The network file, as it was typed. */
  readonly file: string;
}

const MAX_WIDTH = 1_000_000;

/** Runs `equiloss expand <network> --to m -o wide.json`. */
export async function runExpand(network: string, options: ExpandOptions): Promise<void> {
  const { output, how } = options;
  requireNetworkName(output);
  const budget = memoryBudget(options.maxMemory);
  const to = options.to.split(",").map((width) => wholeNumber("--to", width, 1, MAX_WIDTH));
  const seed = optionalNumber("--seed", options.seed, 0, LARGEST_SEED);
  const report = await withOutput(
    { option: "--output", what: "a network", output, inputs: { network }, budget },
    (sources) =>
      runAlone(
        "expand",
        { ...sources, to, how, seed, output },
        { budget, bar: waiting("expanding"), sources },
      ),
  );
  printResult(options, "expand", { file: output, ...report }, reportLine);
}

function reportLine({ file, from, to, how, bytes }: PrintedExpansion): string {
  const done = how === "split" ? "split" : "padded";
  const widths = from.length === 1 ? "width" : "widths";
  return (
    `${visible(file)}: ${widths} ${from.join(", ")} ${done} to ${to.join(", ")}, ` +
    `the same function for every activation; ${bytes} bytes`
  );
}
