import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { HAS_COQ } from "../coq/tinyProofs.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "equiloss-alone-"));
  cpSync("proofs", folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What coqc says of a file, if it doesn't accept it. */
function objectionTo(name: string): string[] {
  const { status, stderr } = spawnSync("coqc", ["-q", "-noglob", "-Q", ".", "Equiloss", `${name}.v`], {
    cwd: folder,
    encoding: "utf8",
  });
  return status === 0 ? [] : [`${name}: ${stderr}`];
}

describe.runIf(HAS_COQ)("coqc without the judge; skipped where there is no coqc", () => {
  it(
    "compiles each theory as a file of its own, which requires all that it needs",
    { timeout: 3_600_000 },
    () => {
      const { theories } = readDevelopment(folder);
      expect(
        theories.map(({ name }) => name).filter((name) => name.startsWith("Checkers/")).length,
      ).toBeGreaterThan(0);
      expect(theories.flatMap(({ name }) => objectionTo(name))).toEqual([]);
    },
  );
});
