import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { VerificationResult } from "../../../../src/claims/evidence/claimResult.js";
import { MAIN, ROOT, type Run, runInProcess } from "../../../runEquiloss.js";
import { withFewControls } from "../../planted.js";
import { complaints, expectRefusal } from "../../runs.js";

const root = mkdtempSync(join(tmpdir(), "equiloss-"));
const [empty, cache] = [join(root, "empty"), join(root, "cache")];
mkdirSync(empty);
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Nobody's cache is touched. */
const env = { ...process.env, XDG_CACHE_HOME: cache };

const equiloss = (...args: readonly string[]): Run => withFewControls({ env }, ...args);
const withoutCoq = (...args: readonly string[]): Run =>
  withFewControls({ env: { ...env, PATH: empty } }, ...args);

describe("equiloss verify --proofs", () => {
  const quick = ["verify", "def-2.2", "--max-m", "2", "--seed", "1"];
  const ABSENT =
    "there is no coqc here: install Coq 8.16 or later, or run `equiloss proofs` once, which uses the embedded Coq";

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
  ])("off: NOT RUN in %s, and nothing is proved", (reporter, line) => {
    const run = equiloss(...quick, "--proofs", "off", "--reporter", reporter);
    expect(run.stdout).toMatch(line);
    expect(run.stdout).not.toMatch(/\bproved\b|theorem/);
    expect([run.status, complaints(run)]).toEqual([0, []]);
  });

  it("auto: without Coq and without a kept result NOT RUN, with what would run them", () => {
    const run = withoutCoq(...quick);
    expect(run.stdout).toContain(`proofs: NOT RUN; ${ABSENT}\n`);
    expect(run.stdout).not.toMatch(/\bproved\b/);
    expect([run.status, complaints(run)]).toEqual([0, []]);
  });

  /** Keeps a result over the proofs that come with the program, as if they had been run. */
  function keep(problem: string | undefined): void {
    rmSync(cache, { recursive: true, force: true });
    const compiled = (path: string): string =>
      JSON.stringify(pathToFileURL(join(dirname(MAIN), "..", path)).href);
    const script = `
      import { readDevelopment } from ${compiled("coq/development.js")};
      import { statementsIn } from ${compiled("coq/statements.js")};
      import { keepRun } from ${compiled("coq/cache.js")};
      const development = readDevelopment("proofs");
      const problem = ${problem === undefined ? "undefined" : JSON.stringify(problem)};
      const theorems = statementsIn(development.theories[0].source).map((statement) =>
        ({ ...statement, file: "Counts", assumptions: [], problem, leftOut: false }));
      keepRun(development, { backend: "native", version: "8.16.1", rechecked: true, hash: development.hash, theorems, problems: [] });`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      env,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  }

  const by = "Coq 8.16.1 and coqchk";
  const FORGEABLE = /; whoever can write (\/\S+\/equiloss\/proofs-[0-9a-f]{32}\.json) can forge it\n/;

  it.each([["auto", withoutCoq] as const, ["kept", equiloss] as const])(
    "%s: a kept result is told as such, with the file that whoever can write it can forge",
    (choice, run) => {
      keep(undefined);
      const { status, stdout } = run(...quick, "--proofs", choice, "--json");
      const { ok, proofs, claims } = JSON.parse(stdout) as VerificationResult;
      const keptIn = expect.stringContaining(`${cache}/equiloss/proofs-`) as string;
      expect(proofs).toEqual({ ran: true, held: true, by, cached: true, keptIn, leftOut: [], problems: [] });
      const proved = claims[0]?.verdicts.filter(({ kind }) => kind === "proved") ?? [];
      expect(proved.length).toBeGreaterThan(0);
      for (const verdict of proved) expect(verdict).toMatchObject({ held: true, kept: true, by });
      expect([ok, status]).toEqual([true, 0]);
      const shown = run(...quick, "--proofs", choice);
      expect(shown.stdout).toContain(
        `\nproofs: NOT CHECKED NOW, kept from an earlier run: checked by ${by}; `,
      );
      expect(existsSync(FORGEABLE.exec(shown.stdout)?.[1] ?? "")).toBe(true);
      expect(shown.stdout).toContain("│ proved (kept run), 2 theorems, no axioms ");
      expect(shown.stdout).not.toMatch(/proved,/);
      expect([shown.status, complaints(shown)]).toEqual([0, []]);
    },
  );

  it("auto: a forged result is no match for a coqc, even one that accepts nothing", () => {
    keep(undefined);
    const own = mkdtempSync(join(root, "coq-"));
    const script = '#!/bin/sh\n[ "$1" = --print-version ] && echo "8.16.1 4.13.1" && exit\nexit 1\n';
    writeFileSync(join(own, "coqc"), script, { mode: 0o755 });
    const { status, stdout } = withFewControls({ env: { ...env, PATH: `${own}:/bin` } }, ...quick);
    expect(stdout).not.toMatch(/\bproved\b/);
    expect(stdout).toContain("FAILED proof symmetry_subspace_dimension");
    expect(stdout).toMatch(/\nproofs: FAILED by Coq 8\.16\.1: /);
    expect(status).toBe(1);
    // Nor does it stay: what failed is kept instead.
    const after = withoutCoq(...quick);
    expect(after.stdout).toMatch(
      /\nproofs: NOT CHECKED NOW, kept from an earlier run: FAILED by Coq 8\.16\.1: /,
    );
    expect(after.status).toBe(1);
  });

  it.each([
    ["nothing", ":", "left no file Statements.vo to be judged; install Coq anew"],
    ["a folder", 'mkdir "${file%.v}.vo"', "left no file Statements.vo to be judged; install Coq anew"],
    ["a pipe", 'mkfifo "${file%.v}.vo"', "left no file Statements.vo to be judged; install Coq anew"],
    ["an empty file", ': > "${file%.v}.vo"', "what Coq compiled can't be read"],
    ["other bytes", 'echo Coq! > "${file%.v}.vo"', "what Coq compiled can't be read"],
  ])("auto: a coqc that accepts all and writes %s proves nothing", (_, write, problem) => {
    const own = mkdtempSync(join(root, "coq-"));
    const script = `#!/bin/sh
[ "$1" = --print-version ] && echo "8.16.1 4.13.1" && exit
for file; do :; done
${write}
echo "Closed under the global context"
`;
    writeFileSync(join(own, "coqc"), script, { mode: 0o755 });
    const run = withFewControls({ env: { ...env, PATH: `${own}:/bin:/usr/bin` } }, ...quick);
    expect(run.stdout).not.toMatch(/\bproved\b/);
    expect(run.stdout).toMatch(/\nproofs: FAILED by Coq 8\.16\.1: Statements\.v: /);
    expect(run.stdout).toContain(problem);
    expect([run.status, complaints(run)]).toEqual([1, []]);
  });

  it("auto: a kept failure is one", () => {
    keep("it is not so");
    const run = withoutCoq(...quick);
    expect(run.stdout).toContain(`\nproofs: NOT CHECKED NOW, kept from an earlier run: FAILED by ${by}`);
    expect(run.stdout).toMatch(/FAILED proof symmetry_subspace_dimension/);
    expect(run.stdout).toMatch(
      /def-2.2: .* \(theorem symmetry_subspace_dimension, .*\)\. FAILED: it is not so\n/,
    );
    expect([run.status, complaints(run)]).toEqual([1, []]);
  });

  it("kept: NOT RUN if none was kept", () => {
    const run = withFewControls({ env: { ...env, XDG_CACHE_HOME: empty } }, ...quick, "--proofs", "kept");
    expect(run.stdout).toContain(
      "\nproofs: NOT RUN; no result over these files was kept: run `equiloss proofs` once\n",
    );
    expect(run.stdout).not.toMatch(/\bproved\b/);
    expect([run.status, complaints(run)]).toEqual([0, []]);
  });

  it("refuses another word", async () => {
    expectRefusal(
      await runInProcess(...quick, "--proofs", "on"),
      "option '--proofs <which>' argument 'on' is invalid. Allowed choices are auto, native, embedded, kept, off; see equiloss verify --help",
    );
  });

  describe("with --require proofs", () => {
    const unmet =
      "no Coq checked the proofs in this run, and a kept result doesn't count: install Coq 8.16 or later, or give --proofs embedded";

    it.each([
      ["NOT RUN", empty],
      ["NOT CHECKED NOW", cache],
    ])("fails where the proofs are %s, and says so", (what, folder) => {
      keep(undefined);
      const without = { env: { ...env, PATH: empty, XDG_CACHE_HOME: folder } };
      const run = withFewControls(without, ...quick, "--require", "proofs");
      expect(run.stdout).toContain(`\nproofs: ${what}`);
      expect(run.stdout).toContain(
        `\nrequired: NOT DONE; ${unmet}\nREQUIRED AND NOT DONE: 1 claims with evidence`,
      );
      expect([run.status, complaints(run)]).toEqual([1, []]);
      const json = withFewControls(without, ...quick, "--require", "proofs", "--json");
      expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, unmet });
      expect(json.status).toBe(1);
    });

    it.each(["off", "kept"])("refuses --proofs %s, which can't do it", async (choice) => {
      expectRefusal(
        await runInProcess(...quick, "--proofs", choice, "--require", "proofs"),
        `--require proofs can't be met with --proofs ${choice}; leave one of them out, or choose auto, native or embedded`,
      );
    });

    it("refuses to require another thing", async () => {
      expectRefusal(
        await runInProcess(...quick, "--require", "seeds"),
        "option '--require <what>' argument 'seeds' is invalid. Allowed choices are proofs; see equiloss verify --help",
      );
    });
  });
});
