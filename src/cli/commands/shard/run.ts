import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Counts } from "../../../shard/kinds/job.js";
import { jobFiles } from "../../../shard/folder.js";
import type { Merged } from "../../../shard/merge.js";
import { MOST_SHARDS } from "../../../shard/plan.js";
import { readSources } from "../../files/sources.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { seedOption } from "../../options/seedOption.js";
import { wholeNumber } from "../../options/sizeArguments.js";
import { EXIT, complain } from "../../terminal/errors.js";
import { plural } from "../../terminal/lists.js";
import { measured, waiting } from "../../terminal/progress.js";
import { shellWord } from "../../terminal/shellWord.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { type PlanOptions, askedJob } from "./asked.js";
import type { PlanReport } from "./plan.js";
import type { SlotReport } from "./slot.js";

/** What `shard plan` prints as JSON. */
export interface PrintedPlan extends PlanReport {
  /** The folder, as it was typed. */
  readonly folder: string;
}

/** What `shard run` prints as JSON. */
export interface PrintedSlot extends Partial<SlotReport> {
  readonly slot: number;
  /** What failed, if a check did; then there is no result. */
  readonly failure?: string;
}

/** What `shard merge` prints as JSON. */
export interface PrintedMerge extends Merged {
  readonly shards: number;
  /** The pieces that were done again. */
  readonly audited: readonly number[];
  readonly seed: number;
  readonly files: readonly string[];
}

/** The compiled command. */
const MAIN = fileURLToPath(new URL("../../main.js", import.meta.url));

/** Runs `equiloss shard plan kind what`. */
export async function runPlan(kind: string, what: readonly string[], options: PlanOptions): Promise<void> {
  const { output: folder } = options;
  const { file, parameters } = askedJob(kind, what, options);
  const shards = wholeNumber("--shards", options.shards, 1, MOST_SHARDS);
  const budget = memoryBudget(options.maxMemory);
  const sources = await readSources(present({ input: file }), budget);
  const engine =
    options.engine === undefined
      ? undefined
      : {
          name: options.engine,
          folder: shellWord(resolve(folder)),
          program: [process.execPath, MAIN].map(shellWord).join(" "),
        };
  const request = { folder, kind, parameters, shards, ...present({ input: sources.input, engine }) };
  const report = await runAlone("shardPlan", request, { budget, bar: waiting("planning"), sources });
  printResult(options, "shard-plan", { folder, ...report }, planLines);
}

function planLines({ folder, kind, pieces, expected, shards, start }: PrintedPlan): string {
  const name = shellWord(folder);
  const rows: readonly Row[] = [
    [
      "plan",
      `${visible(folder)}: ${kind}, ${pieces} ${plural(pieces, "piece")} in ${shards} ${plural(shards, "shard")}`,
    ],
    ["expected", countsText(expected)],
    ["run", `equiloss shard run ${name} --slot 0, and so on to ${shards - 1}`],
    ...(start === undefined ? [] : [["or", `cd ${name} && ${start}`] as const]),
    ["then", `equiloss shard merge ${name}`],
  ];
  return table(rows);
}

/** Runs `equiloss shard run folder`. */
export async function runShard(
  folder: string,
  options: CommonOptions & { readonly slot: string },
): Promise<number> {
  const slot = wholeNumber("--slot", options.slot, 0, MOST_SHARDS - 1);
  const budget = memoryBudget(options.maxMemory);
  const kept = jobFiles(folder).progress(slot);
  const finished = (): string =>
    existsSync(kept) ? `${kept} has what is done; the same command goes on` : "nothing was written";
  const report = await runAlone("shardRun", { folder, slot }, { budget, bar: measured("running"), finished });
  if ("failure" in report) complain(`slot ${slot} has no result, as a check failed: ${report.failure}`);
  if (!("failure" in report) || options.json === true)
    printResult(options, "shard-run", { slot, ...report }, slotLines);
  return "failure" in report ? EXIT.failed : EXIT.held;
}

function slotLines({ slot, from = 0, to = 0, made, counts = {}, digest }: PrintedSlot): string {
  return table([
    ["slot", `${slot}: pieces ${from} to ${to - 1}, of which ${made} were done now`],
    ["counts", countsText(counts)],
    ["digest", String(digest)],
  ]);
}

/** Options of `shard merge`. */
interface MergeOptions extends CommonOptions {
  readonly audit: string;
  readonly seed?: string;
}

const MOST_AUDITED = 1_048_576;

/** Runs `equiloss shard merge folder`. */
export async function runMerge(folder: string, options: MergeOptions): Promise<void> {
  const audit = wholeNumber("--audit", options.audit, 0, MOST_AUDITED);
  const seed = seedOption(options.seed);
  const budget = memoryBudget(options.maxMemory);
  const { merged, ...report } = await runAlone(
    "shardMerge",
    { folder, audit, seed },
    { budget, bar: measured("auditing") },
  );
  printResult(options, "shard-merge", { ...merged, ...report, seed }, mergeLines);
}

function mergeLines({ kind, pieces, shards, counts, digest, audited, seed, files }: PrintedMerge): string {
  const audit =
    audited.length === 0
      ? "none: a forged digest would not be found"
      : `${audited.length} of ${pieces} pieces were done again and are the same; seed ${seed}`;
  return table([
    ["merged", `${kind}: ${pieces} ${plural(pieces, "piece")} of ${shards} ${plural(shards, "shard")}`],
    ["counts", `${countsText(counts)}, as the closed form says`],
    ["digest", digest],
    ["audit", audit],
    ["written", files.map(visible).join(", ")],
  ]);
}

const countsText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");

type Row = readonly [name: string, text: string];

const table = (rows: readonly Row[]): string =>
  rows.map(([name, text]) => `${name.padEnd(9)} ${text}`).join("\n");
