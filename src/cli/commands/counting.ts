import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { countLines } from "../countReport.js";
import { EXIT, complain } from "../errors.js";
import { graphLines } from "../graphReport.js";
import { countBytes, memoryBudget, requireMemory } from "../memory.js";
import { print, printJson } from "../output.js";
import { ProgressBar, whileWaiting } from "../progress.js";
import { MAX_WIDTH, wholeNumber, widthArguments } from "../sizeArguments.js";
import { topologyLines } from "../topologyReport.js";
import { WorkerPool, nothingWritten, withPool } from "../workerPool.js";

/** Options that all counting commands have. */
export interface CountingOptions {
  readonly json?: boolean;
  readonly maxMemory: string;
}

/** Largest m of a graph or a complex: above it there are 2^64 subspaces or cells at least, and the estimate itself takes long. */
const MAX_GRAPH_WIDTH = 64;

/** Factor by which the search for a threshold may pass r. */
const SEARCHED = 16;

/** `equiloss count r m` */
export async function countCommand(rText: string, mText: string, options: CountingOptions): Promise<void> {
  const { r, m } = widthArguments(rText, mText, MAX_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  requireMemory(`count ${r} ${m}`, countBytes(r, m), budget);
  const counts = await withPool(new WorkerPool(1, budget), nothingWritten, (pool) =>
    whileWaiting(
      "counting",
      pool.run<"count">({ kind: "count", r, m, compared: options.json !== true }, () => undefined),
    ),
  );
  if (options.json === true) printJson(counts.report);
  else print(countLines(counts));
}

/** `equiloss threshold r` */
export async function thresholdCommand(rText: string, options: CountingOptions): Promise<void> {
  const r = wholeNumber("r", rText, 1, MAX_WIDTH / SEARCHED);
  const budget = memoryBudget(options.maxMemory);
  // The threshold stays below 8r wherever it has been computed; T is needed up to twice that.
  requireMemory(`threshold ${r}`, countBytes(r, SEARCHED * r), budget);
  const last = await withPool(new WorkerPool(1, budget), nothingWritten, (pool) =>
    whileWaiting(
      "searching",
      pool.run<"threshold">({ kind: "threshold", r }, () => undefined),
    ),
  );
  if (options.json === true) printJson({ r, lastFailing: last });
  else print(thresholdLines(r, last));
}

function thresholdLines(r: number, last: number | null): string {
  if (last === null) return `Eq. (6) holds at r* = ${r} for all m ≥ ${r}`;
  return [
    `Eq. (6) at r* = ${r}, for all a_k ≤ C(r*−1, k−1):`,
    `fails for some a_k while m ≤ ${last}, holds for all m ≥ ${last + 1}`,
  ].join("\n");
}

/** `equiloss graph r m` */
export async function graphCommand(rText: string, mText: string, options: CountingOptions): Promise<void> {
  const { r, m } = widthArguments(rText, mText, MAX_GRAPH_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  // Each subspace alone takes more than that, so this settles hopeless sizes before any meeting is counted.
  requireMemory(`graph ${r} ${m}`, BigInt(m + 17) * labelledPartitionCount(r, m), budget);
  const bar = new ProgressBar("graph");
  const report = await withPool(new WorkerPool(1, budget), nothingWritten, (pool) =>
    pool.run<"graph">({ kind: "graph", r, m, budget }, ({ done, total, phase }) => {
      bar.update(done, total, phase);
    }),
  ).finally(() => {
    bar.stop();
  });
  if (options.json === true) printJson(report);
  else print(graphLines(report));
}

/** `equiloss topology r m`; the exit code. */
export async function topologyCommand(
  rText: string,
  mText: string,
  options: CountingOptions,
): Promise<number> {
  const { r, m } = widthArguments(rText, mText, MAX_GRAPH_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  const bar = new ProgressBar("topology");
  const finding = await withPool(new WorkerPool(1, budget), nothingWritten, (pool) =>
    pool.run<"topology">({ kind: "topology", r, m, budget }, ({ done, total, phase }) => {
      bar.update(done, total, phase);
    }),
  ).finally(() => {
    bar.stop();
  });
  if (options.json === true) printJson(finding.report);
  else print(topologyLines(finding));
  if (finding.contradiction === undefined) return EXIT.held;
  complain(`contradicts ext-topology: ${finding.contradiction}`);
  return EXIT.failed;
}
