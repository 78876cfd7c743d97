import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { HAS_COQ, tinyProofs } from "../../../coq/tinyProofs.js";
import { isLivingGroup } from "../../../livingProcesses.js";
import { MAIN, ROOT } from "../../../runEquiloss.js";
import { scratchFolder } from "../../scratch.js";

const folder = scratchFolder();
const temporary = join(folder, "tmp");
mkdirSync(temporary);

/** Nobody's cache is touched, and what is left behind is seen. */
const env = { ...process.env, TMPDIR: temporary, XDG_CACHE_HOME: join(folder, "cache") };

afterEach(() => {
  expect(readdirSync(temporary)).toEqual([]);
});

/**
 * Kills the command once a file of this name is in the temporary folder; neither that nor a program stays.
 */
async function expectNothingStays(
  args: readonly string[],
  isReached: (name: string) => boolean,
  environment: NodeJS.ProcessEnv = env,
): Promise<void> {
  const options = { cwd: ROOT, env: environment, detached: true, stdio: "ignore" } as const;
  const child = spawn(process.execPath, [MAIN, ...args], options);
  const ended = new Promise((resolve) => child.on("close", resolve));
  const soon = async (holds: () => boolean): Promise<boolean> => {
    for (const end = Date.now() + 20_000; Date.now() < end;) {
      if (holds()) return true;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return false;
  };
  const names = (): string[] => readdirSync(temporary, { recursive: true, encoding: "utf8" });
  expect(await soon(() => names().some(isReached))).toBe(true);
  child.kill("SIGKILL");
  await ended;
  // Much less than what Coq is at would take.
  expect(await soon(() => !isLivingGroup(child.pid ?? 0) && readdirSync(temporary).length === 0)).toBe(true);
}

/** Sends a signal once a file of this name is in the temporary folder. */
async function expectQuickEnd(
  args: readonly string[],
  signal: NodeJS.Signals,
  code: number,
  isReached: (name: string) => boolean,
): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, env, detached: true });
  let stderr = "";
  let sent = 0;
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const watch = setInterval(() => {
    if (sent > 0 || !readdirSync(temporary, { recursive: true, encoding: "utf8" }).some(isReached)) return;
    sent = Date.now();
    setTimeout(() => child.kill(signal), 500);
  }, 50);
  const status = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  expect(sent).toBeGreaterThan(0);
  expect(Date.now() - sent).toBeLessThan(4000);
  expect(stderr.trimEnd().split("\n").at(-1)).toMatch(
    /^equiloss: interrupted; (?:nothing|[0-9]+ of [0-9]+ files) had been checked, no result was written$/,
  );
  expect(status).toBe(code);
  expect(() => process.kill(-(child.pid ?? 0), 0)).toThrow("ESRCH");
}

describe.runIf(HAS_COQ)("equiloss proofs with the installed Coq; skipped where there is no coqc", () => {
  const slow = `Fixpoint busy (n : nat) : nat := match n with O => O | S k => busy k + busy k end.
Lemma slow : busy 40 = 0. Proof. cbv. reflexivity. Qed.`;
  const slowProofs = (): string => tinyProofs({ "Zero.v": (text) => `${text}${slow}\n` });
  const isSlow = (name: string): boolean => /^equiloss-proofs-[\w-]+\/From_\w+\.v$/.test(name);

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("ends at once on %s, and leaves no file and no process", async (signal, code) => {
    await expectQuickEnd(["proofs", slowProofs(), "--backend", "native"], signal, code, isSlow);
  });

  it("leaves neither when it is killed", async () => {
    await expectNothingStays(["proofs", slowProofs(), "--backend", "native"], isSlow);
  });
});

describe("equiloss proofs with a coqc that hangs", () => {
  it("leaves neither folder nor process, asked for its version only, when it is killed", async () => {
    const path = mkdtempSync(join(folder, "coq-"));
    const script = '#!/bin/sh\ncd "$TMPDIR"/equiloss-proofs-*\n: > asked\nexec sleep 1000\n';
    writeFileSync(join(path, "coqc"), script, { mode: 0o755 });
    const hanging = { ...env, PATH: `${path}:/bin:/usr/bin` };
    await expectNothingStays(["proofs", tinyProofs()], (name) => name.endsWith("/asked"), hanging);
  });
});

describe("equiloss proofs with the embedded Coq", () => {
  const isStarted = (name: string): boolean => /^equiloss-jscoq-[\w-]+\/1\/Statements\.v$/.test(name);

  it("ends at once on SIGINT, and leaves no file and no process", async () => {
    await expectQuickEnd(["proofs", tinyProofs(), "--backend", "embedded"], "SIGINT", 130, isStarted);
  });

  it("leaves neither when it is killed", async () => {
    await expectNothingStays(["proofs", tinyProofs(), "--backend", "embedded"], isStarted);
  });
});
