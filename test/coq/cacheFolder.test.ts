import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRun, keptRun } from "../../src/coq/cache.js";
import { HASHED, runWith } from "./proofRuns.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "equiloss-cache-"));
  vi.stubEnv("HOME", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

// Apart from the other tests of the cache: the HOME of a thread doesn't move its home folder.
it.each(["", "relative/cache"])("keeps runs in the home folder where XDG_CACHE_HOME is %j", (path) => {
  vi.stubEnv("XDG_CACHE_HOME", path);
  expect(homedir()).toBe(folder);
  keepRun(HASHED, runWith());
  expect(readdirSync(join(folder, ".cache/equiloss")).length).toBe(1);
  expect(keptRun(HASHED)?.run).toEqual(runWith());
});
