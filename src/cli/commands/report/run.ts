import { packageFile } from "../../../machine/packageFile.js";
import type { Scripts } from "../../../report/html/document.js";
import { siteFiles } from "../../../report/siteFiles.js";
import { readSources } from "../../files/sources.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { measured } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
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
  const scripts = pageScripts();
  const sources = await readSources({ verdicts }, budget);
  const site = await runAlone("report", present(sources), { budget, bar: measured("report"), sources });
  const files = await siteFiles(site, scripts);
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

/** The scripts of the page, as the build bundles them. */
function pageScripts(): Scripts {
  const script = (name: string): string =>
    packageFile(`dist/report/${name}.js`, "the package is built without it: npm run build makes it");
  return {
    page: script("page"),
    worker: script("worker"),
    painter: script("painter"),
    networkWorker: script("networkWorker"),
  };
}

function reportLine({ folder, files, bytes, claims, theorems, verdicts }: PrintedReport): string {
  const whose = verdicts === undefined ? "no verdicts: see --verdicts" : `verdicts of ${visible(verdicts)}`;
  return (
    `${visible(folder)}: ${claims} claims, ${theorems} theorems, ${whose}; ${files} files, ${bytes} bytes\n` +
    "open its index.html"
  );
}
