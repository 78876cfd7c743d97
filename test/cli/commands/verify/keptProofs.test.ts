import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tinyProofs } from "../../../coq/tinyProofs.js";
import type { VerificationResult } from "../../../../src/claims/evidence/claimResult.js";
import { type Run, runNode } from "../../../runEquiloss.js";
import { compiled, fewControlsInProcess } from "../../planted.js";
import { complaints, itRefuses, wordsOf } from "../../runs.js";
import { scratchFolder } from "../../scratch.js";

const root = scratchFolder();
const [empty, cache] = [join(root, "empty"), join(root, "cache")];
mkdirSync(empty);

/** Nobody's cache is touched. */
const env = { ...process.env, XDG_CACHE_HOME: cache };

const QUICK = "verify def-2.2 --max-m 2 --seed 1";

/** Runs a quick verification with these options, and with these changes of the environment. */
const verify = (options = "", changes: Readonly<Record<string, string>> = {}): Promise<Run> =>
  fewControlsInProcess({ XDG_CACHE_HOME: cache, ...changes }, ...wordsOf(`${QUICK} ${options}`));
const withoutCoq = (options = ""): Promise<Run> => verify(options, { PATH: empty });

/** Stdout of a run that ended with this exit code and complained of nothing. */
async function shown(running: Promise<Run>, status = 0): Promise<string> {
  const run = await running;
  expect([run.status, complaints(run)]).toEqual([status, []]);
  return run.stdout;
}

/** A folder with a coqc of version 8.16.1 that does this with its last argument, $file. */
function coqc(work: string): string {
  const folder = mkdtempSync(join(root, "coq-"));
  const version = '[ "$1" = --print-version ] && echo "8.16.1 4.13.1" && exit';
  const script = `#!/bin/sh\n${version}\nfor file; do :; done\n${work}\n`;
  writeFileSync(join(folder, "coqc"), script, { mode: 0o755 });
  return folder;
}

describe("equiloss verify --proofs", () => {
  const ABSENT =
    "there is no coqc here: install Coq 8.16 or later (Debian: apt-get install coq libcoq-stdlib), " +
    "or give --proofs embedded, which takes many minutes";

  it.each([
    [
      "pretty",
      /\nproofs: NOT RUN; switched off with --proofs off\ncontrols: [0-9]+ of [0-9]+ planted errors refused\nevery check held: /,
    ],
    ["json", /"proofs":\{"ran":false,"reason":"switched off with --proofs off"\}/],
    [
      "markdown",
      /^Largest m 2, seed 1\. proofs: NOT RUN; switched off with --proofs off\. controls: [0-9]+ of [0-9]+ planted errors refused\.$/m,
    ],
  ])("off: NOT RUN in %s, and nothing is proved", async (reporter, line) => {
    const text = await shown(verify(`--proofs off --reporter ${reporter}`));
    expect(text).toMatch(line);
    expect(text).not.toMatch(/\bproved\b|theorem/);
  });

  it("auto: without Coq and without a kept result NOT RUN, with what would run them", async () => {
    const text = await shown(withoutCoq());
    expect(text).toContain(`proofs: NOT RUN; ${ABSENT}\n`);
    expect(text).not.toMatch(/\bproved\b/);
  });

  it("auto: starts no Coq for claims without a theorem, unless proofs are required", async () => {
    const mark = join(root, "started");
    const folder = coqc(`touch ${mark}; exit 1`);
    const run = (options: string): Promise<Run> =>
      fewControlsInProcess(
        { XDG_CACHE_HOME: cache, PATH: `${folder}:/usr/bin:/bin` },
        ...wordsOf(`verify eq-2 --max-m 2 --seed 1 ${options}`),
      );
    expect(await shown(run(""))).toContain("\nproofs: NOT RUN; no claim that was named has a theorem\n");
    expect(existsSync(mark)).toBe(false);
    expect((await run("--require proofs")).status).toBe(1);
    expect(existsSync(mark)).toBe(true);
  });

  /** Keeps a result over the proofs that come with the program, as if they had been run. */
  function keep(problem: string | undefined): void {
    rmSync(cache, { recursive: true, force: true });
    const script = `
      import { readDevelopment } from "${compiled("coq/development.js")}";
      import { statementsIn } from "${compiled("coq/statements.js")}";
      import { keepRun } from "${compiled("coq/cache.js")}";
      const development = readDevelopment("proofs");
      const problem = ${problem === undefined ? "undefined" : JSON.stringify(problem)};
      const theorems = statementsIn(development.theories[0].source).map((statement) =>
        ({ ...statement, file: "Counts", assumptions: [], problem, leftOut: false }));
      keepRun(development, { backend: "native", version: "8.16.1", rechecked: true, hash: development.hash, theorems, problems: [] });`;
    expect(runNode({ env }, "--input-type=module", "-e", script)).toMatchObject({ status: 0, stderr: "" });
  }

  const by = "Coq 8.16.1 and coqchk";
  const FORGEABLE = /; whoever can write (\/\S+\/equiloss\/proofs-[0-9a-f]{32}\.json) can forge it\n/;

  it.each([["auto", withoutCoq] as const, ["kept", verify] as const])(
    "%s: a kept result is told as such, with the file that whoever can write it can forge",
    async (choice, run) => {
      keep(undefined);
      const result = JSON.parse(await shown(run(`--proofs ${choice} --json`))) as VerificationResult;
      const { ok, proofs, claims } = result;
      const keptIn = expect.stringContaining(`${cache}/equiloss/proofs-`) as string;
      expect(proofs).toEqual({ ran: true, held: true, by, cached: true, keptIn, leftOut: [], problems: [] });
      const proved = claims[0]?.verdicts.filter(({ kind }) => kind === "proved") ?? [];
      expect(proved.length).toBeGreaterThan(0);
      for (const verdict of proved) expect(verdict).toMatchObject({ held: true, kept: true, by });
      expect(ok).toBe(true);
      const text = await shown(run(`--proofs ${choice}`));
      expect(text).toContain(`\nproofs: NOT CHECKED NOW, kept from an earlier run: checked by ${by}; `);
      expect(existsSync(FORGEABLE.exec(text)?.[1] ?? "")).toBe(true);
      expect(text).toContain("  proved (kept run), 2 theorems, no axioms; ");
      expect(text).not.toMatch(/proved,/);
    },
  );

  it("auto: a forged result is no match for a coqc, even one that accepts nothing", async () => {
    keep(undefined);
    const text = await shown(verify("", { PATH: `${coqc("exit 1")}:/bin` }), 1);
    expect(text).not.toMatch(/\bproved\b/);
    expect(text).toContain("FAILED proof symmetry_subspace_dimension");
    expect(text).toMatch(/\nproofs: FAILED by Coq 8\.16\.1: /);
    // Nor does it stay: what failed is kept instead.
    expect(await shown(withoutCoq(), 1)).toMatch(
      /\nproofs: NOT CHECKED NOW, kept from an earlier run: FAILED by Coq 8\.16\.1: /,
    );
  });

  it.each([
    ["nothing", ":", "left no file Only_Statements.vo to be judged; install Coq anew"],
    ["a folder", 'mkdir "${file%.v}.vo"', "left no file Only_Statements.vo to be judged; install Coq anew"],
    ["a pipe", 'mkfifo "${file%.v}.vo"', "left no file Only_Statements.vo to be judged; install Coq anew"],
    ["an empty file", ': > "${file%.v}.vo"', "what Coq compiled can't be read"],
    ["other bytes", 'echo Coq! > "${file%.v}.vo"', "what Coq compiled can't be read"],
  ])("a coqc that accepts all and writes %s proves nothing", async (_, write, problem) => {
    const folder = coqc(`${write}\necho "Closed under the global context"`);
    const variables = { XDG_CACHE_HOME: cache, PATH: `${folder}:/bin:/usr/bin` };
    const text = await shown(fewControlsInProcess(variables, "proofs", tinyProofs()), 1);
    expect(text).not.toMatch(/^proved/m);
    expect(text).toContain(`\nFAILED   Statements.v: `);
    expect(text).toContain(problem);
    expect(text).toContain("\nSOME PROOFS FAILED: 0 of 3 by Coq 8.16.1\n");
  });

  it("auto: a kept failure is one", async () => {
    keep("it is not so");
    const text = await shown(withoutCoq(), 1);
    expect(text).toContain(`\nproofs: NOT CHECKED NOW, kept from an earlier run: FAILED by ${by}`);
    expect(text).toMatch(/FAILED proof symmetry_subspace_dimension/);
    expect(text).toMatch(/def-2.2: .* \(theorem symmetry_subspace_dimension, .*\)\. FAILED: it is not so\n/);
  });

  it("kept: NOT RUN if none was kept", async () => {
    const text = await shown(verify("--proofs kept", { XDG_CACHE_HOME: empty }));
    expect(text).toContain(
      "\nproofs: NOT RUN; no result over these files was kept: run `equiloss proofs` once\n",
    );
    expect(text).not.toMatch(/\bproved\b/);
  });

  describe("with --require proofs", () => {
    const unmet =
      "no Coq checked the proofs in this run, and a kept result doesn't count: install Coq 8.16 or later " +
      "(Debian: apt-get install coq libcoq-stdlib), or give --proofs embedded, which takes many minutes";

    it.each([
      ["NOT RUN", empty],
      ["NOT CHECKED NOW", cache],
    ])("fails where the proofs are %s, and says so", async (what, folder) => {
      keep(undefined);
      const run = async (options: string): Promise<string> => {
        const { status, stdout, stderr } = await verify(`--require proofs ${options}`, {
          PATH: empty,
          XDG_CACHE_HOME: folder,
        });
        expect(status).toBe(1);
        // Said at the start, before minutes of work.
        expect(stderr).toMatch(
          /^equiloss: --require proofs won't be met: there is no coqc here; install Coq /,
        );
        return stdout;
      };
      const text = await run("");
      expect(text).toContain(`\nproofs: ${what}`);
      expect(text).toContain(`\nrequired: NOT DONE; ${unmet}\nREQUIRED AND NOT DONE: 1 claim with evidence`);
      expect(JSON.parse(await run("--json"))).toMatchObject({ ok: false, unmet });
    });
  });

  const LEAVE = "leave one of them out, or choose auto, native or embedded";
  itRefuses(QUICK, {
    "--proofs on":
      "option '--proofs <which>' argument 'on' is invalid. Allowed choices are auto, native, embedded, kept, off; see equiloss verify --help",
    "--proofs off --require proofs": `--require proofs can't be met with --proofs off; ${LEAVE}`,
    "--proofs kept --require proofs": `--require proofs can't be met with --proofs kept; ${LEAVE}`,
    "--require seeds":
      "option '--require <what>' argument 'seeds' is invalid. Allowed choices are proofs; see equiloss verify --help",
  });
});
