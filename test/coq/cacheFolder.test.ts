import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRun, keptRun } from "../../src/coq/cache.js";
import type { Development } from "../../src/coq/development.js";
import type { ProofRun } from "../../src/coq/proofRun.js";

const development = { hash: "1" } as Development;
const run: ProofRun = {
  backend: "native",
  version: "8.16.1",
  rechecked: true,
  hash: "1",
  theorems: [],
  problems: [],
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "equiloss-cache-"));
  vi.stubEnv("HOME", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

// Apart from the other tests of the cache, as a thread's own HOME doesn't move its home folder.
it.each(["", "relative/cache"])("keeps runs in the home folder where XDG_CACHE_HOME is %j", (path) => {
  vi.stubEnv("XDG_CACHE_HOME", path);
  expect(homedir()).toBe(folder);
  keepRun(development, run);
  expect(readdirSync(join(folder, ".cache/equiloss")).length).toBe(1);
  expect(keptRun(development)?.run).toEqual(run);
});
