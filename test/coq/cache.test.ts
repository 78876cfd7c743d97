import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cachedRun, keepRun } from "../../src/coq/cache.js";
import { type Development, readDevelopment } from "../../src/coq/development.js";
import type { ProofRun } from "../../src/coq/proofRun.js";
import { tinyProofs } from "./tinyProofs.js";

const development = readDevelopment(tinyProofs());

function runOver({ hash }: Development): ProofRun {
  const theorem = {
    name: "Grows",
    theorem: "grows",
    claims: ["eq-6"],
    says: "It grows.",
    file: "Growth",
    assumptions: [],
    problem: "no",
    leftOut: false,
  };
  return { backend: "native", version: "8.16.1", rechecked: true, hash, theorems: [theorem], problems: [] };
}

const run = runOver(development);

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

  it("gives back what was kept, from the folder that XDG_CACHE_HOME names", () => {
    expect(cachedRun(development)).toBeUndefined();
    keepRun(development, run);
    expect(cachedRun(development)).toEqual(run);
    expect(kept()).toEqual([expect.stringMatching(/^proofs-[0-9a-f]{32}\.json$/)]);
    keepRun(development, { ...run, rechecked: false });
    expect(cachedRun(development)?.rechecked).toBe(false);
    expect(kept().length).toBe(1);
  });

  it.each(["Statements.v", "Zero.v", "Audit.v", "expected/assumptions.txt", "expected/statements.json"])(
    "gives none after a change of %s",
    (name) => {
      keepRun(development, run);
      expect(cachedRun(readDevelopment(tinyProofs()))).toEqual(run);
      const other = readDevelopment(tinyProofs({ [name]: (text) => `${text} ` }));
      expect(cachedRun(other)).toBeUndefined();
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
    expect(cachedRun(development)).toBeUndefined();
    keepRun(development, run);
    expect(cachedRun(development)).toEqual(run);
  });

  it("ignores a run over other files under this one's name", () => {
    keepRun(development, runOver({ ...development, hash: "0" }));
    expect(cachedRun(development)).toBeUndefined();
  });

  it("does without where nothing can be written", () => {
    writeFileSync(join(folder, "equiloss"), "");
    keepRun(development, run);
    expect(cachedRun(development)).toBeUndefined();
  });

  it.each(["", "relative/cache"])("doesn't take %j for a folder", (path) => {
    vi.stubEnv("XDG_CACHE_HOME", path);
    vi.stubEnv("HOME", folder);
    expect(homedir()).toBe(folder);
    keepRun(development, run);
    expect(readdirSync(join(folder, ".cache/equiloss")).length).toBe(1);
    expect(cachedRun(development)).toEqual(run);
  });
});
