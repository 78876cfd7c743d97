import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VerificationResult } from "../../src/claims/evidence/claimResult.js";
import { ROOT } from "../runEquiloss.js";
import { PLANTS, type Plant } from "./plants.js";

/** So many runs at once, each of which has a thread for every core. */
const LANES = 2;
const PATIENCE = 600_000;

/** How a run of `verify` on a planted copy of the program ended. */
interface Caught {
  readonly status: number | null;
  readonly failures: readonly string[];
  readonly unrefused: number;
  readonly error: string;
}

const folder = mkdtempSync(join(tmpdir(), "equiloss-mutants-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of the compiled program, with what it needs beside it. */
function copyOf(name: string): string {
  const copy = join(folder, name);
  for (const part of ["src", "properties"]) {
    cpSync(join(ROOT, "dist", part), join(copy, "dist", part), { recursive: true });
  }
  cpSync(join(ROOT, "package.json"), join(copy, "package.json"));
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Plants errors. @throws RangeError if a place isn't there, or is there twice: the table is out of date then. */
function plant(copy: string, { name, edits }: Plant): void {
  for (const { file, find, replace } of edits) {
    const path = join(copy, "dist/src", file);
    const parts = readFileSync(path, "utf8").split(find);
    if (parts.length !== 2)
      throw new RangeError(`${name}: ${parts.length - 1} places in ${file} for ${find}`);
    writeFileSync(path, parts.join(replace));
  }
}

function verify(copy: string, claims: readonly string[]): Promise<Caught> {
  const args = ["verify", ...claims, "--proofs", "off", "--max-m", "4", "--seed", "1", "--json"];
  const child = spawn(process.execPath, [join(copy, "dist/src/cli/main.js"), ...args], { cwd: copy });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve) => {
    child.on("close", (status) => {
      try {
        const { claims: results, controls } = JSON.parse(stdout) as VerificationResult;
        const failures = results.flatMap(({ verdicts }) =>
          verdicts.flatMap((verdict) => ("failure" in verdict ? [verdict.failure ?? ""] : [])),
        );
        resolve({ status, failures, unrefused: controls.unrefused.length, error: "" });
      } catch {
        resolve({ status, failures: [], unrefused: 0, error: stderr });
      }
    });
  });
}

const found = new Map<string, Caught>();

/** All runs, two at a time: first one of the program as it is, for all claims that are looked at. */
beforeAll(async () => {
  const claims = [...new Set(PLANTS.flatMap((one) => one.claims))];
  const waiting = [undefined, ...PLANTS];
  const lane = async (): Promise<void> => {
    for (
      let at = PLANTS.length + 1 - waiting.length;
      waiting.length > 0;
      at = PLANTS.length + 1 - waiting.length
    ) {
      const next = waiting.shift();
      const copy = copyOf(`copy-${at}`);
      if (next !== undefined) plant(copy, next);
      found.set(next?.name ?? "as it is", await verify(copy, next?.claims ?? claims));
      rmSync(copy, { recursive: true });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}, PATIENCE);

describe("verify", () => {
  it("holds with nothing planted, for all claims that are looked at", () => {
    expect(found.get("as it is")).toEqual({ status: 0, failures: [], unrefused: 0, error: "" });
  });

  it.each(PLANTS)("fails with $name", ({ name, by }) => {
    const { status, failures, unrefused, error } = found.get(name) ?? {};
    expect([status, error]).toEqual([1, ""]);
    if (by === "controls") expect(unrefused).toBeGreaterThan(0);
    else expect(failures).toContainEqual(expect.stringMatching(by));
  });

  it("is run for every plant once", () => {
    expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(PLANTS.length);
    expect(found.size).toBe(PLANTS.length + 1);
  });
});
