import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Changes,
  HAS_COQ,
  TINY,
  replaced,
  textOf,
  tinyProofs,
  written,
} from "../../../coq/tinyProofs.js";
import { type Run, equilossWith } from "../../../runEquiloss.js";
import type { ProofRun } from "../../../../src/coq/proofRun.js";
import { complaints, expectRefusal, itRefuses, refused } from "../../runs.js";
import { scratchFolder } from "../../scratch.js";

const folder = scratchFolder();
const [temporary, cache] = [join(folder, "tmp"), join(folder, "cache")];
mkdirSync(temporary);

/** Nobody's cache is touched, and what is left behind is seen. */
const env = { ...process.env, TMPDIR: temporary, XDG_CACHE_HOME: cache };

const equiloss = (...args: readonly string[]): Run => equilossWith({ env }, ...args);
const withoutCoq = (...args: readonly string[]): Run =>
  equilossWith({ env: { ...env, PATH: temporary } }, ...args);

afterEach(() => {
  expect(readdirSync(temporary)).toEqual([]);
});

/** The theorems of a run in JSON, with what is said of each. */
function said({ stdout }: Run): Record<string, string> {
  const { theorems } = JSON.parse(stdout) as ProofRun;
  return Object.fromEntries(theorems.map(({ theorem, problem }) => [theorem, problem ?? "proved"]));
}

const GOOD = `proved   grows (eq-6, lem-2.1): Growth.v, no axioms
proved   grows_twice: Twice.v, no axioms
proved   double_zero: Zero.v, no axioms
`;

const BROKEN: Changes = {
  "Growth.v": replaced("(le_add n n)", "(le_add n)"),
  "Zero.v": replaced("reflexivity. Qed.", "Admitted."),
};

describe.runIf(HAS_COQ)("equiloss proofs with the installed Coq; skipped where there is no coqc", () => {
  it("gives a verdict per theorem, and exit code 0 if all are proved", () => {
    const run = equiloss("proofs", tinyProofs());
    expect(complaints(run)).toEqual([]);
    expect(run.stdout.startsWith(GOOD)).toBe(true);
    expect(run.stdout.slice(GOOD.length)).toMatch(
      /^\nevery theorem checked is proved: 3 of 3 by Coq [0-9.]+(?: and coqchk)?\n$/,
    );
    expect(run.status).toBe(0);
  });

  it("names theorem, file and line of what is wrong, and exits with 1", () => {
    const run = equiloss("proofs", tinyProofs(BROKEN));
    expect(complaints(run)).toEqual([]);
    const lines = run.stdout.split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/^FAILED {3}grows \(eq-6, lem-2\.1\): File "\.\/Growth\.v", line 7, .*Error/),
      "FAILED   grows_twice: needs Growth, which failed",
      "FAILED   double_zero: line 4: proofs must not use Admitted",
      "FAILED   Zero.v: line 4: proofs must not use Admitted",
      expect.stringMatching(/^FAILED {3}Growth\.v: File "\.\/Growth\.v", line 7, .*Error/),
      "FAILED   Twice.v: needs Growth, which failed",
      "",
      expect.stringMatching(/^SOME PROOFS FAILED: 0 of 3 by Coq [0-9.]+$/),
      "",
    ]);
    expect(run.status).toBe(1);
  });

  it("says the same as JSON", () => {
    const good = equiloss("proofs", tinyProofs(), "--json", "--backend", "native");
    expect(good.stdout.split("\n").length).toBe(2);
    expect(JSON.parse(good.stdout)).toMatchObject({ proved: true, backend: "native", problems: [] });
    expect(said(good)).toEqual({ grows: "proved", grows_twice: "proved", double_zero: "proved" });
    const broken = equiloss("proofs", tinyProofs({ "Zero.v": BROKEN["Zero.v"] ?? String }), "--json");
    expect(JSON.parse(broken.stdout)).toMatchObject({ proved: false, rechecked: false });
    const problem = "line 4: proofs must not use Admitted";
    expect(said(broken)).toEqual({ grows: "proved", grows_twice: "proved", double_zero: problem });
    expect([good.status, broken.status]).toEqual([0, 1]);
  });

  it("acknowledges what has changed, and nothing if proofs fail", () => {
    const folder = tinyProofs({ "Statements.v": replaced("double 0 = 0", "0 = double 0") });
    const changed = equiloss("proofs", folder, "--acknowledge");
    expect(changed.stdout).toBe("acknowledged 1 definitions and statements: DoubleZero\n");
    const again = equiloss("proofs", folder, "--acknowledge");
    expect(again.stdout).toBe(
      "no definition or statement has changed; Audit.v and expected/ are up to date\n",
    );
    expect([changed.status, again.status]).toEqual([0, 0]);
    const broken = tinyProofs({ ...BROKEN, "Audit.v": () => "" });
    const refusal = equiloss("proofs", broken, "--acknowledge");
    expect([refusal.status, refusal.stdout]).toEqual([2, ""]);
    expect(complaints(refusal)).toEqual([
      expect.stringMatching(
        /^equiloss: nothing was acknowledged; Growth\.v: File .* Error: .*; mend the proofs first$/,
      ),
    ]);
    expect(textOf(broken, "Audit.v")).toBe("");
  });
});

describe("equiloss proofs with the embedded Coq", () => {
  it("proves all", () => {
    const run = equiloss("proofs", tinyProofs(), "--backend", "embedded");
    expect(run.stdout).toBe(`${GOOD}\nevery theorem checked is proved: 3 of 3 by Coq 8.17 (jscoq 0.17.1)\n`);
    expect(run.status).toBe(0);
  });

  it("finds errors, axioms and statements that another theory put in the place of theirs", () => {
    const more = "(** More. *) Definition MoreZero : Prop := 0 = 0.";
    const folder = tinyProofs({
      "Statements.v": (text) => `${text}${more}\n`,
      "Growth.v": replaced("(le_add n n)", "(le_add n)"),
      "Zero.v": (text) =>
        `From Coq.Logic Require Import Classical_Prop.\n${text.replace("reflexivity", "destruct (classic False); reflexivity")}`,
      "More.v": () => `From Equiloss Require Import Statements.
Definition MoreZero := True. Theorem more_zero : MoreZero. Proof. exact I. Qed.`,
      _CoqProject: replaced("Zero.v", "Zero.v\nMore.v"),
    });
    const run = equiloss("proofs", folder, "--backend", "embedded", "--json");
    const { grows, grows_twice, double_zero, more_zero } = said(run);
    expect(grows).toMatch(/^Growth\.v: .*has type/);
    expect(grows_twice).toBe("needs Growth, which failed");
    expect(double_zero).toMatch(/^it rests on (?:Classical_Prop\.)?classic$/);
    expect(more_zero).toMatch(/^MoreZero in Statements\.v is not as|"More\.more_zero" has type/);
    expect(run.status).toBe(1);
  });
});

describe("equiloss proofs refuses", () => {
  it("folders that hold no proofs", async () => {
    const repair = "name the folder of proofs that comes with equiloss";
    for (const folder of ["src", "none", "README.md"])
      await refused(["proofs", folder], `${folder} holds no _CoqProject; ${repair}`);
    const folder = written({ ...TINY, "More.v": "" });
    await refused(
      ["proofs", folder],
      `the files in ${folder} and its _CoqProject don't match: More.v not listed; list every .v file once, in the order of dependence`,
    );
  });

  it("to take another Coq for the installed one", () => {
    const message =
      "proofs: NOT RUN, there is no native Coq here; install Coq 8.16 or later (Debian: apt-get install coq libcoq-stdlib), or Coq in JavaScript: npm install jscoq@0.17.1";
    expectRefusal(withoutCoq("proofs", tinyProofs(), "--backend", "native"), message);
    expectRefusal(withoutCoq("verify", "eq-6", "--max-m", "3", "--proofs", "native"), message);
  });

  const HELP = "see equiloss proofs --help";
  itRefuses("proofs", {
    "--backend coq": `option '--backend <which>' argument 'coq' is invalid. Allowed choices are auto, native, embedded; ${HELP}`,
    "--json --acknowledge": `option '--json' cannot be used with option '--acknowledge'; ${HELP}`,
    "a b": `too many arguments for 'proofs'. Expected 1 argument but got 2; ${HELP}`,
    "--frobnicate": `unknown option '--frobnicate'; ${HELP}`,
  });
});
