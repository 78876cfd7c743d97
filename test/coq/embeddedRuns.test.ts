import { describe, expect, it } from "vitest";
import type * as Judge from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import type * as Embedded from "../../src/coq/embedded.js";
import { ROOT } from "../runEquiloss.js";
import { type Changes, replaced, tinyProofs } from "./tinyProofs.js";

/** The compiled files, which are what a process of Coq can begin with. */
const { checkProofs } = (await import(`${ROOT}dist/src/coq/checkProofs.js`)) as typeof Judge;
const { embeddedCoq } = (await import(`${ROOT}dist/src/coq/embedded.js`)) as typeof Embedded;

/** A run with two documents: one reads Growth and Twice, the other one Zero. */
async function judged(changes: Changes) {
  const coq = embeddedCoq(2);
  if (coq === undefined) throw new Error("npm ci installs jscoq");
  const steps: string[] = [];
  const progress = (done: number, total: number, what: string): void => {
    steps.push(`${done}/${total} ${what}`);
  };
  try {
    const run = await checkProofs(readDevelopment(tinyProofs(changes)), coq, { recheck: false, progress });
    const groups = coq.together(["Statements", "Growth", "Twice", "Zero"]);
    return { said: run.theorems.map(({ problem }) => problem), problems: run.problems, steps, groups };
  } finally {
    await coq.stop();
  }
}

/** What computes `double` by the theories of both documents. */
const QUERIES: Changes = {
  "Queries.v": () => "From Equiloss Require Import Statements Growth Zero.\nEval cbv in double 2.\n",
  "expected/vectors.txt": () => "double 2 = 4\n",
  _CoqProject: (text) => `${text}Queries.v\n`,
};

describe("the embedded Coq with two documents", () => {
  it("proves all, counts each theory once, and computes with the theories of both", async () => {
    const { said, problems, steps, groups } = await judged(QUERIES);
    expect([said, problems]).toEqual([[undefined, undefined, undefined], []]);
    expect(steps.map((step) => step.slice(0, step.indexOf(" ")))).toEqual([
      "1/5",
      "2/5",
      "3/5",
      "4/5",
      "5/5",
      "5/5",
    ]);
    expect(steps.map((step) => step.slice(4)).sort()).toEqual([
      ...["Growth", "Statements", "Twice", "Zero", "axioms", "coqchk"],
    ]);
    // Zero's document, or the other one, was given what it lacked for the values.
    expect(groups.flat().sort()).toEqual(["Growth", "Statements", "Twice", "Zero"]);
    const wrong = await judged({ ...QUERIES, "expected/vectors.txt": () => "double 2 = 5\n" });
    expect(wrong.problems).toEqual([expect.stringMatching(/^double 2: what Coq computes is not what is in/)]);
  });

  it.each([
    ["the first", "Growth.v", "(le_add n n)", "(le_add n)"],
    ["the second", "Zero.v", "reflexivity", "exact I"],
  ])("finds what fails in %s", async (_, file, from, to) => {
    const { said, problems, steps } = await judged({ [file]: replaced(from, to) });
    const error = expect.stringMatching(/^(?:Growth|Zero)\.v: .*has type/) as string;
    const [failed, broken] = [[error], ["needs Growth, which failed"]];
    expect(said).toEqual(
      file === "Zero.v" ? [undefined, undefined, ...failed] : [...failed, ...broken, undefined],
    );
    expect(problems).toHaveLength(file === "Zero.v" ? 1 : 2);
    expect(steps.slice(3)).toEqual([expect.stringMatching(/^4\/5/), "5/5 axioms", "5/5 coqchk"]);
  });

  it("finds what fails in both", async () => {
    const { said, problems } = await judged({
      "Statements.v": (text) => `${text}Definition bad : nat := I.\n`,
    });
    expect(said).toEqual(Array(3).fill("needs Statements, which failed"));
    const files = problems.flatMap((problem) => /^(\w+)\.v: /.exec(problem)?.slice(1) ?? []);
    expect(files).toEqual(["Statements", "Growth", "Twice", "Zero"]);
  });

  it("finds an axiom in the second", async () => {
    const { said } = await judged({
      "Zero.v": (text) =>
        `From Coq.Logic Require Import Classical_Prop.\n${text.replace("reflexivity", "destruct (classic False); reflexivity")}`,
    });
    const differs = expect.stringMatching(/^the axioms of double_zero are not those in/) as string;
    expect(said).toEqual([differs, differs, "it rests on Classical_Prop.classic"]);
  });
});
