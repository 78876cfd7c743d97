import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs every benchmark, one process after the other, so that none heats up another's code. */
const BENCHMARKS = [
  "counts",
  "enumeration",
  "linearAlgebra",
  "inertia",
  "reduction",
  "paths",
  "trained",
  "certificates",
  "topology",
  "signed",
  "crosscheck",
];

let failures = 0;
for (const name of BENCHMARKS) {
  process.stdout.write(`\n== ${name}\n`);
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", file], { stdio: "inherit" });
  if (status !== 0) failures += 1;
}
process.exitCode = failures === 0 ? 0 : 1;
