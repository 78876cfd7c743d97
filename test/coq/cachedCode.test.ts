import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { keepRun } from "../../src/coq/cache.js";
import { HASHED, runWith } from "./proofRuns.js";
import { scratchFolder } from "../scratchFolder.js";

const changed = vi.hoisted(() => ({ file: "" }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const readFileSync = (path: string, encoding: "utf8"): string =>
    fs.readFileSync(path, encoding) + (changed.file !== "" && path.endsWith(changed.file) ? " " : "");
  return { ...fs, readFileSync };
});

const folder = scratchFolder();
vi.stubEnv("XDG_CACHE_HOME", folder);
afterAll(() => {
  vi.unstubAllEnvs();
});

it.each(["/coq/loopholes.ts", "/coq/compiled/recursion.ts"])(
  "a kept run has another name after a change of the judge's %s",
  (file) => {
    const names = (): number => readdirSync(join(folder, "equiloss")).length;
    keepRun(HASHED, runWith());
    const before = names();
    keepRun(HASHED, runWith());
    expect(names()).toBe(before);
    changed.file = file;
    keepRun(HASHED, runWith());
    changed.file = "";
    expect(names()).toBe(before + 1);
  },
);
