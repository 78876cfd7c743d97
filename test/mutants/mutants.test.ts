import { spawn } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { VerificationResult } from "../../src/claims/evidence/claimResult.js";
import { CONTROL_GROUPS } from "../../src/claims/controls/groups.js";
import { ROOT } from "../runEquiloss.js";
import { PLANTS, type Plant } from "./plants.js";
import { scratchFolder } from "../scratchFolder.js";

/** Runs at once. */
const LANES = 2;
const PATIENCE = 600_000;

/** How a run of a planted copy of the program ended. */
interface Caught {
  readonly status: number | null;
  readonly failures: readonly string[];
  readonly unrefused: number;
  readonly error: string;
}

const folder = scratchFolder();

/** A copy of the compiled program with all that it needs, one for each lane. */
function copyOf(name: string): string {
  const copy = join(folder, name);
  for (const part of ["src", "properties"]) {
    cpSync(join(ROOT, "dist", part), join(copy, "dist", part), { recursive: true });
  }
  cpSync(join(ROOT, "package.json"), join(copy, "package.json"));
  // The package's own files: controls of Figures 1 and 5 read the ends.
  for (const whole of ["node_modules", "proofs"]) symlinkSync(join(ROOT, whole), join(copy, whole));
  return copy;
}

/**
 * Plants errors; what is returned takes them out again.
 *
 * @throws RangeError unless each text is in its file exactly once; else the table is out of date.
 */
function plant(copy: string, { name, edits }: Plant): () => void {
  const before = edits.map(({ file }) => {
    const path = join(copy, "dist/src", file);
    return { path, text: readFileSync(path, "utf8") };
  });
  for (const { file, find, replace } of edits) {
    const path = join(copy, "dist/src", file);
    const parts = readFileSync(path, "utf8").split(find);
    if (parts.length !== 2)
      throw new RangeError(`${name}: ${parts.length - 1} places in ${file} for ${find}`);
    writeFileSync(path, parts.join(replace));
  }
  return () => {
    for (const { path, text } of before) writeFileSync(path, text);
  };
}

/**
 * Runs only what has to notice a plant, and loads no more than that: a group of controls, or the evidence of
 * some claims. Its outcome is that of `equiloss verify`, which takes many times as long with all its controls
 * and threads.
 */
const NOTICE = `
  const [, groups, ids] = process.argv;
  const { failed } = await import("./dist/src/claims/evidence/claimResult.js");
  const { allControls } = await import("./dist/src/claims/controls/control.js");
  const { runControlGroup } = await import("./dist/src/claims/controls/groups.js");
  const context = { maxM: 4, seed: 1, progress: () => undefined };
  const controls = [];
  for (const group of JSON.parse(groups)) controls.push(await runControlGroup(group));
  const claims = [];
  for (const id of JSON.parse(ids)) {
    const { claim } = await import("./dist/src/claims/" + id + ".js");
    const verdicts = [];
    for (const { run } of claim.evidence)
      verdicts.push(await Promise.resolve(context).then(run).catch((error) => ({ held: false, failure: String(error) })));
    claims.push({ id, verdicts });
  }
  const { unrefused } = allControls(controls);
  const failures = claims.flatMap(({ verdicts }) => verdicts.filter(failed));
  console.log(JSON.stringify({ controls: { unrefused }, claims }));
  process.exitCode = unrefused.length + failures.length > 0 ? 1 : 0;
`;

/** The whole command, with these claims. */
function verify(copy: string, claims: readonly string[]): Promise<Caught> {
  const args = ["verify", ...claims, "--proofs", "off", "--max-m", "4", "--seed", "1", "--json"];
  return caught(copy, [join(copy, "dist/src/cli/main.js"), ...args]);
}

/** Only what has to notice the plant. */
function notice(copy: string, { by, claims }: Plant): Promise<Caught> {
  const [groups, ids] = typeof by === "string" ? [[by], []] : [[], claims];
  return caught(copy, ["--input-type=module", "-e", NOTICE, JSON.stringify(groups), JSON.stringify(ids)]);
}

function caught(copy: string, args: readonly string[]): Promise<Caught> {
  const child = spawn(process.execPath, args, { cwd: copy });
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

/**
 * The first plant for each group of controls, and the first for evidence. One of each suffices for the whole
 * command: it treats all controls of a group alike, and all evidence. The other plants differ only in who
 * notices.
 */
const WHOLE = [
  ...CONTROL_GROUPS.map((group) => PLANTS.find(({ by }) => by === group)),
  PLANTS.find(({ by }) => typeof by !== "string"),
];

/** All runs, two at a time. The first is of the program without a plant, for all claims of the plants. */
beforeAll(async () => {
  const claims = [...new Set(PLANTS.flatMap((one) => one.claims))];
  const waiting = [undefined, ...PLANTS];
  const lane = async (_: unknown, number: number): Promise<void> => {
    const copy = copyOf(`copy-${number}`);
    while (waiting.length > 0) {
      const next = waiting.shift();
      const unplant = next && plant(copy, next);
      const whole = next === undefined || WHOLE.includes(next);
      const run = whole ? verify(copy, next?.claims ?? claims) : notice(copy, next);
      found.set(next?.name ?? "as it is", await run);
      unplant?.();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}, PATIENCE);

describe("verify", () => {
  it("holds with nothing planted, for the claims of all plants", () => {
    expect(found.get("as it is")).toEqual({ status: 0, failures: [], unrefused: 0, error: "" });
  });

  it.each(PLANTS)("fails with $name", ({ name, by }) => {
    const { status, failures, unrefused, error } = found.get(name) ?? {};
    expect([status, error]).toEqual([1, ""]);
    if (typeof by === "string") expect(unrefused).toBeGreaterThan(0);
    else expect(failures).toContainEqual(expect.stringMatching(by));
  });

  it("is run for every plant once", () => {
    expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(PLANTS.length);
    expect(found.size).toBe(PLANTS.length + 1);
  });
});
