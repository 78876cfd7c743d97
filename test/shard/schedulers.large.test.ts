import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { equiloss } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";

const scratch = scratchFolder();

/** What a program printed. @throws Error if it failed. */
function ran(cwd: string, name: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: "utf8", cwd });
  if (status !== 0) throw new Error(`${name}: ${error?.message ?? stderr}`);
  return stdout.trim();
}

/** Why a scheduler can't be asked here; undefined if it can. What is skipped says so. */
function whyNot(scheduler: string, ...probe: readonly string[]): string | undefined {
  const [name = "", ...args] = probe;
  const { status, stderr, error } = spawnSync(name, args, { encoding: "utf8" });
  if (status === 0) return undefined;
  const reason = error === undefined ? `${name} says ${stderr.trim()}` : `${name} is not installed`;
  process.stdout.write(`\n${scheduler}: NOT RUN, ${reason}\n`);
  return reason;
}

/** Plans the check of all T(r,m) subspaces, and gives the folder. */
function plan(name: string, widths: string, ...options: readonly string[]): string {
  const folder = join(scratch, name);
  const run = equiloss("shard", "plan", "connected", ...widths.split(" "), "-o", folder, ...options);
  expect([run.status, run.stdout]).toEqual([0, expect.stringContaining("expected ")]);
  return folder;
}

interface Merge {
  readonly digest: string;
  readonly counts: Readonly<Record<string, string>>;
}

function merged(folder: string): Merge {
  const { stdout, status } = equiloss("shard", "merge", folder, "--audit", "20", "--json");
  expect(status).toBe(0);
  return JSON.parse(stdout) as Merge;
}

/** What a single run gives. */
function single(widths: string): Merge {
  const folder = plan(`single ${widths}`, widths, "--shards", "1");
  expect(equiloss("shard", "run", folder, "--slot", "0").status).toBe(0);
  return merged(folder);
}

const results = (folder: string): string[] => readdirSync(join(folder, "results")).sort();
const allBut = (slots: number, missing?: number): string[] =>
  Array.from({ length: slots }, (_, slot) => `${slot}.json`).filter((name) => name !== `${missing}.json`);

/** The lines of a slot's progress. */
function progressOf(folder: string, slot: number): number {
  const file = join(folder, "progress", `${slot}.jsonl`);
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "").length
    : 0;
}

// It has to answer: SLURM_CONF may name the configuration of one that was set up for the test.
const noSlurm = whyNot("slurm", "sinfo");
const noParallel = whyNot("parallel", "parallel", "--version");
const noSnakemake = whyNot("snakemake", "snakemake", "--version");

describe.skipIf(noSlurm !== undefined)("slurm", () => {
  it("does 8 shards, of which one is killed midway and done again alone; the digest is that of a single run", async () => {
    const folder = plan("slurm", "4 10", "--engine", "slurm");
    const ended = async (id: string): Promise<void> => {
      while (ran(folder, "squeue", "--noheader", "--job", id) !== "") await setTimeout(500);
    };
    const id = ran(folder, "sbatch", "--parsable", "slurm.sbatch");
    while (progressOf(folder, 5) < 10) await setTimeout(50);
    ran(folder, "scancel", "--batch", "--signal=KILL", `${id}_5`);
    await ended(id);
    expect(results(folder)).toEqual(allBut(8, 5));
    const refusal = equiloss("shard", "merge", folder);
    expect([refusal.status, refusal.stderr]).toEqual([
      2,
      expect.stringContaining("no result of slot 5; run"),
    ]);
    const kept = progressOf(folder, 5);
    expect(kept).toBeGreaterThanOrEqual(10);

    const again = ran(folder, "sbatch", "--parsable", "--array=5", "slurm.sbatch");
    await ended(again);
    expect(results(folder)).toEqual(allBut(8));
    const log = readFileSync(join(folder, `slurm-${again}-5.log`), "utf8");
    const made = Number(/of which (\d+) were done now/.exec(log)?.[1]);
    process.stdout.write(
      `\nslurm: of 128 pieces of slot 5, ${kept} were done when it was killed, ${made} after\n`,
    );
    expect([128 - kept, 129 - kept]).toContain(made);
    expect(merged(folder)).toMatchObject({ digest: single("4 10").digest, counts: { visited: "20479560" } });
  });
});

describe.skipIf(noParallel !== undefined)("parallel", () => {
  it("does 8 shards, and again what is missing; the digest is that of a single run", () => {
    const folder = plan("parallel", "3 8", "--engine", "parallel");
    ran(folder, "bash", "parallel.sh");
    expect(results(folder)).toEqual(allBut(8));
    rmSync(join(folder, "results", "6.json"));
    ran(folder, "bash", "parallel.sh");
    expect(merged(folder)).toMatchObject({ digest: single("3 8").digest, counts: { visited: "147756" } });
  });
});

describe.skipIf(noSnakemake !== undefined)("snakemake", () => {
  it("does 8 shards and merges them, and does nothing when all is there", () => {
    const folder = plan("snakemake {", "2 8", "--engine", "snakemake");
    ran(folder, "snakemake", "--snakefile", "Snakefile", "--cores", "all");
    const { digest } = JSON.parse(readFileSync(join(folder, "merged.json"), "utf8")) as Merge;
    expect(digest).toBe(single("2 8").digest);
    const { stderr } = spawnSync("snakemake", ["--cores", "all"], { encoding: "utf8", cwd: folder });
    expect(stderr).toContain("Nothing to be done");
  });
});
