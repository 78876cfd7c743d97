import { describe, expect, it } from "vitest";
import { auditTogether } from "../../src/coq/audit.js";
import { CoqError } from "../../src/coq/backend.js";
import { acknowledged, checkProofs, proofsIn } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { type Script, answering } from "./scriptedCoq.js";
import { type Changes, TINY, replaced, tinyProofs, written } from "./tinyProofs.js";

/** A run over the tiny proofs: what was asked, and what is said of each theorem. */
async function judged(script: Script = {}, changes: Changes = {}, recheck = false) {
  const coq = answering(script);
  const steps: string[] = [];
  const run = await checkProofs(readDevelopment(tinyProofs(changes)), coq.backend, {
    recheck,
    progress: (done, total, what) => {
      steps.push(`${done}/${total} ${what}`);
    },
  });
  const said = Object.fromEntries(run.theorems.map(({ theorem, problem }) => [theorem, problem]));
  return { ...coq, run, said, steps };
}

const all = (problem?: string) => ({ grows: problem, grows_twice: problem, double_zero: problem });
const FILES = ["Statements", "Growth", "Twice", "Zero"];
const COMPILED = FILES.map((name, index) => `${index + 1}/5 ${name}`);
const REMAKE = "Audit.v doesn't ask for every theorem: --acknowledge remakes it";
const unread = (name: string): string =>
  `${name} in Statements.v is not as it was acknowledged: read it, then acknowledge it (--acknowledge)`;

describe("checkProofs", () => {
  it("says of every theorem who proves it, from no axioms", async () => {
    const { run, compiled, asked, steps } = await judged();
    const statements = [
      {
        name: "Grows",
        theorem: "grows",
        claims: ["eq-6", "lem-2.1"],
        says: "Doubling grows.",
        file: "Growth",
      },
      { name: "GrowsTwice", theorem: "grows_twice", claims: [], says: "So it does twice.", file: "Twice" },
      { name: "DoubleZero", theorem: "double_zero", claims: [], says: "Twice 0 is 0.", file: "Zero" },
    ];
    expect(run).toEqual({
      backend: "native",
      version: "8.16.1",
      rechecked: false,
      hash: readDevelopment(tinyProofs()).hash,
      theorems: statements.map((statement) => ({
        ...statement,
        assumptions: [],
        problem: undefined,
        leftOut: false,
      })),
      problems: [],
    });
    expect(compiled).toEqual([FILES]);
    expect(asked.map((text) => text.includes("together"))).toEqual([true]);
    expect(steps).toEqual([...COMPILED, "5/5 axioms", "5/5 coqchk"]);
  });

  it("has the compiled files checked once more on demand", async () => {
    const { run, rechecked, steps, said } = await judged({}, {}, true);
    expect([run.rechecked, rechecked]).toEqual([true, [FILES]]);
    expect(steps.slice(-2)).toEqual(["5/6 axioms", "6/6 coqchk"]);
    expect(said).toEqual(all());
    expect((await judged()).rechecked).toEqual([]);
    // Neither where there is no coqchk, nor where something failed before.
    expect((await judged({ rechecks: false }, {}, true)).run.rechecked).toBe(false);
    const failed = await judged({ failures: { Zero: "no" } }, {}, true);
    expect([failed.run.rechecked, failed.rechecked]).toEqual([false, []]);
  });

  it("counts no theorem as proved if coqchk refuses the files", async () => {
    const { run, said } = await judged({ rechecks: new CoqError("coqchk: no") }, {}, true);
    expect([said, run.problems]).toEqual([all("coqchk: no"), ["coqchk: no"]]);
    await expect(judged({ rechecks: new TypeError("a mistake") }, {}, true)).rejects.toThrow("a mistake");
  });

  it("counts no theorem of a file that Coq refuses, and doesn't ask for its axioms", async () => {
    const { run, said, asked } = await judged({ failures: { Zero: "it fails" } });
    expect(said).toEqual({ ...all(), double_zero: "it fails" });
    expect(run.problems).toEqual(["Zero.v: it fails"]);
    // No answer, which is not the answer "no axioms".
    expect(run.theorems.map(({ assumptions }) => assumptions)).toEqual([[], [], undefined]);
    expect(asked.map((text) => text.includes("double_zero"))).toEqual([false]);
  });

  it("gives Coq no file with a loophole, nor what rests on it", async () => {
    const { run, said, compiled } = await judged({}, { "Growth.v": (text) => `${text}Axiom bad : False.\n` });
    const loophole = "line 8: proofs must not use Axiom";
    expect(compiled).toEqual([["Statements", "Zero"]]);
    expect(said).toEqual({ ...all(), grows: loophole, grows_twice: "needs Growth, which failed" });
    expect(run.problems).toEqual([`Growth.v: ${loophole}`, "Twice.v: needs Growth, which failed"]);
  });

  it("finds the theorem that doesn't prove its statement, if Coq refuses the questions together", async () => {
    const { said, run, asked } = await judged({ illTyped: ["grows_twice"] });
    expect(said).toEqual({ ...all(), grows_twice: "grows_twice has another type" });
    // It stands in the way of this one alone.
    expect(run.problems).toEqual([]);
    expect(asked.length).toBe(4);
    for (const broken of ["together", "alone"] as const)
      await expect(judged({ illTyped: ["grows_twice"], broken })).rejects.toThrow(TypeError);
  });

  it("asks once for the axioms of all, and for those of each if there are some", async () => {
    const closed = await judged();
    expect(closed.asked.map((text) => text.includes("together"))).toEqual([true]);
    expect(closed.said).toEqual(all());
    expect(closed.run.theorems.map(({ assumptions }) => assumptions)).toEqual([[], [], []]);
    const { asked, said } = await judged(
      { axioms: { grows: ["bad"] } },
      { "expected/assumptions.txt": replaced("grows: no axioms", "grows: bad") },
    );
    expect(asked.map((text) => text.includes("together"))).toEqual([true, false]);
    expect(said).toEqual({ ...all(), grows: "it rests on bad" });
  });

  it("asks group by group where Coq can't be asked for all together", async () => {
    const apart = await judged(
      { apart: true, axioms: { grows_twice: ["bad"] }, illTyped: ["double_zero"] },
      { "expected/assumptions.txt": replaced("grows_twice: no axioms", "grows_twice: bad") },
    );
    expect(apart.said).toEqual({
      grows: undefined,
      grows_twice: "it rests on bad",
      double_zero: "double_zero has another type",
    });
    expect(apart.run.theorems.map(({ assumptions }) => assumptions)).toEqual([[], ["bad"], undefined]);
    const questions = apart.asked.map((text) => /\b(?:grows|grows_twice|double_zero)\b/.exec(text)?.[0]);
    expect(questions.sort()).toEqual([
      ...["double_zero", "double_zero"],
      "grows",
      ...["grows_twice", "grows_twice"],
    ]);
  });

  it("compares axioms with those expected, and doesn't count what rests on some", async () => {
    const axioms = { grows: ["bad", "worse"], double_zero: ["bad"] };
    const differs =
      "the axioms of grows, double_zero are not those in expected/assumptions.txt: --acknowledge writes them";
    const { run, said } = await judged({ axioms });
    expect(run.problems).toEqual([differs]);
    expect(said).toEqual({
      grows: "it rests on bad, worse",
      grows_twice: differs,
      double_zero: "it rests on bad",
    });
    expect(run.theorems.map(({ assumptions }) => assumptions)).toEqual([["bad", "worse"], [], ["bad"]]);
    const known = await judged(
      { axioms },
      { "expected/assumptions.txt": () => "grows: bad worse\ngrows_twice: no axioms\ndouble_zero: bad\n" },
    );
    expect(known.run.problems).toEqual([]);
    expect(known.said).toEqual({ ...said, grows_twice: undefined });
    expect((await judged({}, { "expected/assumptions.txt": () => "" })).run.problems).toEqual([
      differs.replace("grows,", "grows, grows_twice,"),
    ]);
  });

  it("leaves out what only native Coq computes", async () => {
    const long: Changes = {
      "Asymptotics/Thresholds.v": () => TINY["Zero.v"] ?? "",
      "Zero.v": () => "",
      _CoqProject: replaced("Zero.v", "Zero.v\nAsymptotics/Thresholds.v"),
      "Audit.v": (text) =>
        text
          .replace("From Equiloss Require Zero.", "From Equiloss.Asymptotics Require Thresholds.")
          .replace("Zero.", "Thresholds."),
    };
    const native = await judged({}, long);
    expect(native.compiled).toEqual([[...FILES, "Asymptotics/Thresholds"]]);
    expect(native.run.theorems.map(({ file, leftOut }) => [file, leftOut])).toEqual([
      ["Growth", false],
      ["Twice", false],
      ["Asymptotics/Thresholds", false],
    ]);
    const { compiled, run, said, steps, asked } = await judged({ kind: "embedded" }, long);
    expect(compiled).toEqual([FILES]);
    expect(run.theorems.map(({ leftOut }) => leftOut)).toEqual([false, false, true]);
    expect(said).toEqual(all());
    expect(run.problems).toEqual([]);
    expect(steps).toEqual([...COMPILED, "5/5 axioms", "5/5 coqchk"]);
    expect(asked.some((text) => text.includes("double_zero"))).toBe(false);
    expect((await judged({ kind: "embedded" })).run.theorems.map(({ leftOut }) => leftOut)).not.toContain(
      true,
    );
  });

  it("compares what Coq computes, unless a file failed", async () => {
    const vectors: Changes = {
      "Queries.v": () => "Eval cbv in 1 + 2.\n",
      "expected/vectors.txt": () => "1 + 2 = 4\n",
      _CoqProject: (text) => `${text}Queries.v\n`,
    };
    const differs =
      "1 + 2: what Coq computes is not what is in expected/vectors.txt: --acknowledge writes it";
    const { run, said } = await judged({ computes: "3" }, vectors);
    expect([said, run.problems]).toEqual([all(differs), [differs]]);
    expect((await judged({ computes: "4" }, vectors)).run.problems).toEqual([]);
    const failed = await judged({ computes: "3", failures: { Zero: "no" } }, vectors);
    expect(failed.run.problems).toEqual(["Zero.v: no"]);
  });

  it("counts no statement that isn't as it was acknowledged, and none if a definition isn't", async () => {
    const other = await judged({}, { "Statements.v": replaced("Twice 0 is 0", "Twice 0 is 1") });
    expect(other.said).toEqual({ ...all(), double_zero: unread("DoubleZero") });
    expect(other.run.problems).toEqual([]);
    const definition = await judged({}, { "Statements.v": replaced("n + n.", "n.") });
    expect(definition.said).toEqual(all(unread("double")));
    expect(definition.run.problems).toEqual([unread("double")]);
    // What is wrong with the statement comes before what is wrong with its file.
    const both = await judged(
      { failures: { Zero: "no" } },
      { "Statements.v": replaced("Twice 0 is 0", "Twice 0 is 1") },
    );
    expect(both.said.double_zero).toBe(unread("DoubleZero"));
  });

  it("misses theorems, questions and statements", async () => {
    const gone = await judged({}, { "Zero.v": () => "" });
    expect(gone.said).toEqual({
      ...all(REMAKE),
      double_zero: "no theory has Theorem double_zero : DoubleZero.",
    });
    expect(gone.run.theorems.map(({ file }) => file)).toEqual(["Growth", "Twice", undefined]);
    expect(gone.run.theorems.map(({ leftOut }) => leftOut)).toEqual([false, false, false]);
    expect(gone.run.theorems.map(({ assumptions }) => assumptions)).toEqual([[], [], undefined]);
    expect((await judged({}, { "Audit.v": () => "" })).said).toEqual(all(REMAKE));
    expect((await judged({}, { "Statements.v": () => "" })).run.problems).toContain(
      "Statements.v states nothing",
    );
  });
});

describe("proofsIn", () => {
  it.each<[string, string | undefined]>([
    ["Theorem double_zero : DoubleZero.", "Zero"],
    ["Theorem double_zero: DoubleZero .", "Zero"],
    ["Theorem double_zero :DoubleZero.", "Zero"],
    ["Theorem\n  double_zero: DoubleZero\n  .", "Zero"],
    ["(* Theorem double_zero : DoubleZero. *)", undefined],
    ["Lemma double_zero : DoubleZero.", undefined],
    ["Local Theorem double_zero : DoubleZero.", undefined],
    ["Theorem double_zero : DoubleZero -> True.", undefined],
    ["Theorem double_zero (n : nat) : DoubleZero.", undefined],
    ["Theorem double_zero : Grows.", undefined],
    ["Theorem zero : DoubleZero.", undefined],
  ])("takes %s for a theorem of its statement in %s", (stated, file) => {
    const change = replaced("Theorem double_zero : DoubleZero.", stated);
    const proofs = proofsIn(readDevelopment(tinyProofs({ "Zero.v": change })));
    expect(proofs.find(({ statement }) => statement.name === "DoubleZero")?.file).toBe(file);
    expect(proofs.length).toBe(file === undefined ? 2 : 3);
  });
});

/** A statement about a function, which a theory defines and proves. */
const FUNCTION: Changes = {
  "Statements.v": (text) => `${text}
(** It accepts even numbers only. *)
Definition SoundEven (check : nat -> bool) : Prop := forall n, check n = true -> exists k, n = double k.
`,
  "Zero.v": (text) => `${text}
Definition check_zero (n : nat) : bool := match n with O => true | S _ => false end.
Definition check_all (n : nat) : bool := true.

Theorem sound_even : SoundEven check_zero.
Proof. intros [|n] H; [exists 0; reflexivity|discriminate]. Qed.
`,
};

describe("a statement about a function", () => {
  const proofOf = (changes: Changes) =>
    proofsIn(readDevelopment(tinyProofs(changes))).find(({ statement }) => statement.name === "SoundEven");

  it("has a theorem that names the function, and the theory that defines it", () => {
    expect(proofOf(FUNCTION)).toMatchObject({ file: "Zero", check: { name: "check_zero", file: "Zero" } });
  });

  it("has no theorem about a function that no theory defines", () => {
    const renamed = (text: string) =>
      FUNCTION["Zero.v"]?.(text).replaceAll("Definition check_zero", "Lemma x") ?? "";
    expect(proofOf({ ...FUNCTION, "Zero.v": renamed })).toBeUndefined();
  });

  it("is audited as one about this very function", () => {
    const proof = proofOf(FUNCTION);
    expect(auditTogether(proof === undefined ? [] : [proof])).toBe(`From Equiloss Require Statements.
From Equiloss Require Zero.
Definition sound_even : Statements.SoundEven Zero.check_zero := Zero.sound_even.
Definition together := (I, sound_even).
Print Assumptions together.
`);
  });
});

describe("acknowledged", () => {
  it.each<[string, unknown]>([
    ['{ "a": "1" }', { a: "1" }],
    ["null", {}],
    ["", {}],
    ["{", {}],
  ])("reads %j as %j", (text, read) => {
    expect(acknowledged(readDevelopment(tinyProofs({ "expected/statements.json": () => text })))).toEqual(
      read,
    );
  });

  it("is none where nothing is expected", () => {
    expect(acknowledged(readDevelopment(written(TINY)))).toEqual({});
  });
});
