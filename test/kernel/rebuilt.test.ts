import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const FOLDER = fileURLToPath(new URL("../../src/kernel/", import.meta.url));

/** The version that a program says, if it is installed. */
function versionOf(program: string, question: string): string | undefined {
  const { status, stdout } = spawnSync(program, [question], { encoding: "utf8" });
  return status === 0 ? stdout.trim().split(" ")[0] : undefined;
}

const made = JSON.parse(readFileSync(`${FOLDER}kernel.json`, "utf8")) as Record<string, string>;
const needed = [
  ["coq", versionOf("coqc", "--print-version")],
  ["ocaml", versionOf("ocamlc", "-version")],
  ["js_of_ocaml", versionOf("js_of_ocaml", "--version")],
] as const;
const lacking = needed.filter(([program, version]) => version !== made[program]).map(([program]) => program);
const why = lacking.map((program) => `${program} is not ${made[program] ?? "known"}`).join(", ");

// Other versions make other files.
it.skipIf(lacking.length > 0)(`the kernel is made again, byte by byte${why && ` (not run: ${why})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "equiloss-kernel-"));
  try {
    const { status, stderr } = spawnSync(`${FOLDER}build.sh`, [folder], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    for (const file of ["kernel.js", "kernel.json"])
      expect(readFileSync(join(folder, file), "utf8")).toBe(readFileSync(`${FOLDER}${file}`, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
