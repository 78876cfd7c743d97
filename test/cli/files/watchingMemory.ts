import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MAIN, type Run, runNode } from "../../runEquiloss.js";
import { wordsOf } from "../runs.js";

/** Runs the real command, and measures the most memory that its process took. It writes into the folder. */
export function watchingMemory(folder: string, line: string): { run: Run; mebibytes: number } {
  const [used, watch] = [join(folder, "used"), join(folder, "watch.mjs")];
  writeFileSync(
    watch,
    `import { writeFileSync } from "node:fs";
     process.on("exit", () => writeFileSync(${JSON.stringify(used)}, String(process.resourceUsage().maxRSS)));`,
  );
  const run = runNode({}, "--import", pathToFileURL(watch).href, MAIN, ...wordsOf(line));
  return { run, mebibytes: Number(readFileSync(used, "utf8")) / 1024 };
}
