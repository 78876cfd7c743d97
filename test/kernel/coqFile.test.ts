import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Rejection } from "../../src/checker/verdict.js";
import { readDevelopment } from "../../src/coq/development.js";
import { InputError } from "../../src/exact/inputError.js";
import { Unjudged } from "../../src/kernel/answers.js";
import { checkByCoq } from "../../src/kernel/checkByCoq.js";
import { coqFile } from "../../src/kernel/coqFile.js";
import { acceptedFile } from "../checker/corpus.js";
import { answering } from "../coq/scriptedCoq.js";

const committed = (name: string): string => readFileSync(`proofs/certificates/${name}.json`, "utf8");
const TREE = { claim: "thm-3.1-connected", r: 2, m: 3 } as const;

describe("a certificate as a file for Coq", () => {
  it("has the certificate, what it shows, and the theorem about the checker", async () => {
    const file = await coqFile(committed("connected-2-3"), TREE);
    expect(file).toContain(
      "Definition theta : list (list rationals * list rationals) :=\n  [([q 9 4], [q (-3) 1]);",
    );
    expect(file.match(/\(\[(?:Label|Zero) /g)?.length).toBe(12);
    expect(file).toMatch(/\nTheorem certificate : forall θ θ', units_point 1 1 theta 3 θ -> /);
    expect(file).toMatch(
      /apply \(sound_connected rationals 1 1 3 theta tree\)\. lazy\. reflexivity\. Qed\.\n$/,
    );
  });

  it("says of a path with a bound that none is shorter, over larger fields too", async () => {
    for (const [name, term] of [
      ["path-potential", "Potential [([Label 0; "],
      ["path-star", "StarDistance."],
    ] as const) {
      const { text, expected } = acceptedFile(name);
      const file = await coqFile(text, expected);
      expect(file).toContain(`\nDefinition bound : path_bound (list code) :=\n  ${term}`);
      expect(file).toMatch(
        /Theorem certificate : forall \(L : OrderedField\) \(f : rationals -> L\), contains f ->/,
      );
      expect(file).toMatch(
        /units_joined_closed inside n \(units_over f first\) \(units_over f last\) -> \d+ <= n\.\n/,
      );
    }
  });

  it("is refused for another claim, and for what no function is about", async () => {
    await expect(coqFile(committed("connected-2-3"), { ...TREE, m: 4 })).rejects.toThrow(Rejection);
    const morse = { claim: "ext-topology", r: 2, m: 4 };
    await expect(coqFile(committed("morse-2-4"), morse)).rejects.toThrow(Unjudged);
  });
});

describe("checkByCoq", () => {
  const development = readDevelopment("proofs");
  const silent = (): void => undefined;

  it("compiles what the file requires, in order, and asks for its axioms", async () => {
    const file = await coqFile(committed("connected-2-3"), TREE);
    const coq = answering({});
    expect(await checkByCoq(file, development, coq.backend, silent)).toEqual({ accepted: true });
    const [compiled] = coq.compiled;
    expect(compiled?.[0]).toBe("Statements");
    expect(compiled?.at(-1)).toBe("Checkers/SoundTree");
    expect(compiled?.length).toBeLessThan(development.theories.length / 2);
    expect(coq.asked).toEqual([`${file}Print Assumptions certificate.\n`]);
  });

  it("refuses a proof that rests on an axiom", async () => {
    const file = await coqFile(committed("connected-2-3"), TREE);
    const coq = answering({ axioms: { certificate: ["classic"] } });
    expect(await checkByCoq(file, development, coq.backend, silent)).toEqual({
      accepted: false,
      reason: "it would rest on classic",
    });
  });

  it("asks Coq nothing where a definition isn't the one that was acknowledged", async () => {
    const file = await coqFile(committed("connected-2-3"), TREE);
    const theories = development.theories.map((theory) =>
      theory.name === "Statements"
        ? { ...theory, source: theory.source.replace("Definition units_point ", "Definition units_point' ") }
        : theory,
    );
    const coq = answering({});
    await expect(checkByCoq(file, { ...development, theories }, coq.backend, silent)).rejects.toThrow(
      /^Statements\.v is not as it was acknowledged \(.*units_point.*\); read it, then run /,
    );
    expect([coq.compiled, coq.asked]).toEqual([[], []]);
    await expect(checkByCoq(file, { ...development, expected: {} }, coq.backend, silent)).rejects.toThrow(
      "is not as it was acknowledged",
    );
  });

  it("says nothing of a certificate where a theory doesn't compile", async () => {
    const file = await coqFile(committed("connected-2-3"), TREE);
    const coq = answering({ failures: { "Layers/Layers": "Error: no" } });
    await expect(checkByCoq(file, development, coq.backend, silent)).rejects.toThrow(InputError);
  });
});
