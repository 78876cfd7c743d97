import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Development } from "./development.js";
import { type ProofRun, isProved } from "./proofRun.js";

const FORMAT = "equiloss-proof-run/1";

/** An earlier run, and its file. Whoever can write that file can forge the run. */
export interface KeptRun {
  readonly run: ProofRun;
  readonly path: string;
}

/**
 * The best run over exactly these proofs by exactly this program, undefined if there is none.
 *
 * The file's name has a hash of the proofs, of what is expected of them, and of the code that judges them. So
 * a change of any makes earlier runs unfindable. The folder is `$XDG_CACHE_HOME/equiloss` or
 * `~/.cache/equiloss`.
 */
export function keptRun(development: Development): KeptRun | undefined {
  const path = pathFor(development);
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    const { format, seal, run } = read as { format: unknown; seal: unknown; run: ProofRun };
    const isWhole = format === FORMAT && seal === sealOf(run) && run.hash === development.hash;
    return isWhole ? { run, path } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a run for the next time, unless a better one is kept. A worse run replaces a better one only if it
 * found a failure. If the folder can't be written, nothing is kept.
 */
export function keepRun(development: Development, run: ProofRun): void {
  const kept = keptRun(development)?.run;
  if (kept !== undefined && strength(kept) > strength(run) && (isProved(run) || !isProved(kept))) return;
  const path = pathFor(development);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, JSON.stringify({ format: FORMAT, seal: sealOf(run), run }));
    renameSync(partial, path);
  } catch {
    return;
  }
}

/** The embedded Coq leaves theorems out and has no coqchk. */
function strength({ backend, rechecked }: ProofRun): number {
  if (backend === "embedded") return 0;
  return rechecked ? 2 : 1;
}

function pathFor({ hash }: Development): string {
  const chosen = process.env.XDG_CACHE_HOME;
  // The XDG specification says to ignore relative paths.
  const usable = chosen !== undefined && isAbsolute(chosen);
  const folder = join(usable ? chosen : join(homedir(), ".cache"), "equiloss");
  const key = createHash("sha256").update(hash).update(judgingCode()).digest("hex").slice(0, 32);
  return join(folder, `proofs-${key}.json`);
}

/** A checksum, which shows damage to a file. */
const sealOf = (run: ProofRun): string => createHash("sha256").update(JSON.stringify(run)).digest("hex");

/** The text of all files in this folder and below it, as they run: compiled, or as TypeScript. */
function judgingCode(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:js|ts)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}
