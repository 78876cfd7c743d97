import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { builtSite } from "./builtSite.js";
import { requireReportFolder, writeReport } from "./folder.js";

/** Options of `equiloss report`. */
interface ReportOptions extends CommonOptions {
  readonly output: string;
  readonly verdicts?: string;
}

/** What `equiloss report` prints as JSON. */
export interface PrintedReport {
  /** The folder, as it was typed. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly claims: number;
  readonly theorems: number;
  readonly certificates: number;
  readonly figures: number;
  /** The file of the run whose verdicts are shown. */
  readonly verdicts?: string;
}

/** Runs `equiloss report -o folder`. */
export async function runReport(options: ReportOptions): Promise<void> {
  const { output, verdicts } = options;
  const budget = memoryBudget(options.maxMemory);
  requireReportFolder(output);
  const { site, files } = await builtSite(verdicts, budget);
  const bytes = writeReport(output, files);
  const { claims, theorems, check, figures } = site;
  const report: PrintedReport = {
    folder: output,
    files: files.length,
    bytes,
    claims: claims.length,
    theorems: theorems.length,
    certificates: check.certificates.length,
    figures: figures.length + 1,
    ...present({ verdicts }),
  };
  printResult(options, "report", report, reportLine);
}

function reportLine({ folder, files, bytes, claims, theorems, verdicts }: PrintedReport): string {
  const whose = verdicts === undefined ? "no verdicts: see --verdicts" : `verdicts of ${visible(verdicts)}`;
  return (
    `${visible(folder)}: ${claims} claims, ${theorems} theorems, ${whose}; ${files} files, ${bytes} bytes\n` +
    "open its index.html"
  );
}
