import { describe, expect, it } from "vitest";
import { type Run, runInProcess } from "../../runEquiloss.js";
import { UNSHOWN, fewControlsInProcess, plantUnshown } from "../planted.js";

const explained = (...args: string[]): Promise<Run> => fewControlsInProcess({}, "explain", ...args);

describe("equiloss explain", () => {
  it("gives statement, source, hypotheses, verdicts, theorems and places, in lines of 80 characters", async () => {
    const { stdout, status } = await explained("def-2.2");
    expect(status).toBe(0);
    for (const part of [
      "def-2.2: Symmetry subspaces and their dimension\nŞimşek et al. 2021, Def. 2.2\n",
      "\nStates:\n  - dim H_{i_1,…,i_k} = D(m − k + 1)",
      "\nNeeds:\n  - k ≥ 2 distinct units of D coordinates\n",
      "\nVerdicts of this run:\n  - ",
      "\n  - exhaustive 594: ",
      "\n  - symmetry_subspace_dimension (proofs/Subspaces/Symmetry.v): ",
      "\n  - src/claims/def-2.2.ts, properties/def-2.2.ts, proofs/Statements.v",
    ])
      expect(stdout).toContain(part);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("shows the counterexample of a claim that is refuted as stated", async () => {
    const { stdout } = await explained("eq-2");
    expect(stdout).toMatch(/ {2}- refuted as stated\n {4}refuted {4}the logistic loss/);
    expect(stdout).toMatch(/\n {4}shown by {3}c\(-1, -1\): .*\n {15}c\(1, 1\): .*\n {4}corrected {2}for the/);
  });
});

describe("equiloss explain, of a claim without evidence", () => {
  plantUnshown();

  it("says that it is missing", async () => {
    const { stdout, status } = await explained(UNSHOWN.id, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: "equiloss-explain/1",
      claims: [{ id: UNSHOWN.id, verdicts: [{ kind: "missing" }], theorems: [] }],
    });
  });
});

describe("ids on the command line", () => {
  it.each([
    [
      "thm-3.1-cuont",
      'equiloss: no claim "thm-3.1-cuont" (Did you mean thm-3.1-count?); see equiloss verify --list\n',
    ],
    ["Theorem 9.1", 'equiloss: no claim "Theorem 9.1"; see equiloss verify --list\n'],
    ["frobnicate", 'equiloss: no claim "frobnicate"; see equiloss verify --list\n'],
    ["thm+3.1*", /^equiloss: no claim "thm\+3\.1\*"/],
  ])("%s is refused", async (id, message) => {
    for (const command of ["verify", "explain"]) {
      const { stderr, status } = await runInProcess(command, id);
      expect([status, stderr]).toEqual([
        2,
        typeof message === "string" ? message : expect.stringMatching(message),
      ]);
    }
  });

  it.each([
    ["Theorem 3.1", "thm-3.1-count thm-3.1-connected thm-3.1-path"],
    ["thm. 3.1", "thm-3.1-count"],
    ["Equation (6)", "eq-6"],
    ["§6", "open-strict-saddles"],
    ["şimşek et al. 2021, Lemma 2.1", "lem-2.1"],
  ])("may be a place in a source, as %s", async (place, ids) => {
    const { stdout, status } = await runInProcess("verify", "--list", place);
    const listed = stdout.split("\n").map((line) => line.replace(/ .*/, ""));
    expect([status, listed]).toEqual([0, expect.arrayContaining(ids.split(" "))]);
    const { claims } = await import("../../../src/claims/registry.js");
    expect(listed.length - 1).toBeLessThan(claims.length / 4);
  });

  it("may be patterns, in letters of either case; each claim comes once", async () => {
    const { stdout, status } = await runInProcess("verify", "--list", "LEM-*", "lem-4.6");
    expect([status, ...stdout.split("\n")]).toEqual([
      0,
      "lem-2.1  PSR  Gradient flow and symmetry subspaces",
      "lem-4.6  PES  Asymptotics of G and T",
      "",
      expect.stringMatching(/^Verdicts: P proved in Coq, .*M missing\.$/),
      "",
    ]);
  });

  it("are all listed by verify --list --json", async () => {
    const { claims } = await import("../../../src/claims/registry.js");
    const { stdout } = await runInProcess("verify", "--list", "--json");
    const listed = JSON.parse(stdout) as { claims: { id: string }[] };
    expect(listed.claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
  });
});
