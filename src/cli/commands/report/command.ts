import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const REPORT_HELP = `
The folder holds index.html, which needs no server and no network, claims.md,
which has the claims in brief, and the pictures, their values and the
certificates as files. The page has every claim with its theorems in Coq; a
form in which the independent checker runs in the page, on the certificates or
on a file that is dropped there; and figures, drawn anew for what you choose.
It shows verdicts only if it is given those of a run, as
"equiloss verify --reporter json=claims.json" writes them, and says whose they
are. A folder that holds anything but a report is refused.

Example: equiloss report -o report
         equiloss report -o report --verdicts claims.json`;

/** Defines `equiloss report`. */
export const defineReport: Definition = (root, setExitCode) => {
  command(
    root,
    "report",
    "a site in a folder: the claims, their evidence, and the checker to run in the page",
  )
    .requiredOption("-o, --output <folder>", "a new folder, or a report to be replaced")
    .option("--verdicts <file>", "show the verdicts of a run: what verify --json printed")
    .option("--json", "say in JSON what was written")
    .addOption(memoryOption())
    .addHelpText("after", REPORT_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runReport));
};
