import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepRun, keptRun } from "../../src/coq/cache.js";
import { readDevelopment } from "../../src/coq/development.js";
import type { ProofRun } from "../../src/coq/proofRun.js";
import { runWith, verdict } from "./proofRuns.js";
import { tinyProofs } from "./tinyProofs.js";

const development = readDevelopment(tinyProofs());

const run = runWith({ hash: development.hash, theorems: [verdict("no")] });

describe("the cache of runs", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "equiloss-cache-"));
    vi.stubEnv("XDG_CACHE_HOME", folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const kept = (): string[] => readdirSync(join(folder, "equiloss"));

  it("gives back what was kept, and where, from the folder that XDG_CACHE_HOME names", () => {
    expect(keptRun(development)).toBeUndefined();
    keepRun(development, run);
    expect(kept()).toEqual([expect.stringMatching(/^proofs-[0-9a-f]{32}\.json$/)]);
    expect(keptRun(development)).toEqual({ run, path: join(folder, "equiloss", kept()[0] ?? "") });
  });

  const proved = { ...run, theorems: [verdict()] };
  /** As read back: JSON leaves out what is undefined. */
  const read = (some: ProofRun): unknown => JSON.parse(JSON.stringify(some));
  const RUNS = {
    "native and coqchk": {},
    native: { rechecked: false },
    embedded: { backend: "embedded", rechecked: false },
  } as const;
  const names = Object.keys(RUNS) as (keyof typeof RUNS)[];
  const pairs = names.flatMap((old) => names.map((later) => [old, later] as const));

  it.each(pairs)("after %s, keeps %s only if it is no worse, or tells of a failure", (old, later) => {
    const isWorse = names.indexOf(later) > names.indexOf(old);
    const [good, bad] = [
      { ...proved, ...RUNS[old] },
      { ...run, ...RUNS[old] },
    ];
    const change = { ...RUNS[later], version: "later" };
    const [laterGood, laterBad] = [
      { ...proved, ...change },
      { ...run, ...change },
    ];
    for (const [before, after, stays] of [
      [good, laterGood, isWorse],
      [bad, laterGood, isWorse],
      [bad, laterBad, isWorse],
      [good, laterBad, false],
    ] as const) {
      rmSync(join(folder, "equiloss"), { recursive: true, force: true });
      keepRun(development, before);
      keepRun(development, after);
      expect(keptRun(development)?.run).toEqual(read(stays ? before : after));
      expect(kept().length).toBe(1);
    }
  });

  it.each(["Statements.v", "Zero.v", "Audit.v", "expected/assumptions.txt", "expected/statements.json"])(
    "gives none after a change of %s",
    (name) => {
      keepRun(development, run);
      expect(keptRun(readDevelopment(tinyProofs()))?.run).toEqual(run);
      const other = readDevelopment(tinyProofs({ [name]: (text) => `${text} ` }));
      expect(keptRun(other)).toBeUndefined();
    },
  );

  it.each<[string, (text: string) => string]>([
    ["empty", () => ""],
    ["cut off", (text) => text.slice(0, -10)],
    ["null", () => "null"],
    ["another thing", () => "[1]"],
    ["another format", (text) => text.replace("proof-run/1", "proof-run/0")],
    ["changed", (text) => text.replace('"problem":"no"', '"problem":"" ')],
    ["without theorems", (text) => text.replace(/"theorems":.*\]/, '"theorems":[]')],
    ["without a run", (text) => text.replace(/"run":.*/, '"run":null}')],
  ])("ignores a file that is %s", (_, damage) => {
    keepRun(development, run);
    const path = join(folder, "equiloss", kept()[0] ?? "");
    const text = readFileSync(path, "utf8");
    expect(damage(text)).not.toBe(text);
    writeFileSync(path, damage(text));
    expect(keptRun(development)).toBeUndefined();
    keepRun(development, run);
    expect(keptRun(development)?.run).toEqual(run);
  });

  it("ignores a run over other files under this one's name", () => {
    keepRun(development, { ...run, hash: "0" });
    expect(keptRun(development)).toBeUndefined();
  });

  it("does without where nothing can be written", () => {
    writeFileSync(join(folder, "equiloss"), "");
    keepRun(development, run);
    expect(keptRun(development)).toBeUndefined();
  });
});
