import { type Backend, type BackendKind, CoqError } from "../../src/coq/backend.js";

/** What a Coq is to answer; without anything, it accepts all and knows no axioms. */
export interface Script {
  readonly kind?: BackendKind;
  /** What it objects to, by file. */
  readonly failures?: Readonly<Record<string, string>>;
  /** By theorem. */
  readonly axioms?: Readonly<Record<string, readonly string[]>>;
  /** Theorems that prove something else than their statement. */
  readonly illTyped?: readonly string[];
  /**
   * Where they are asked for together, or one alone, these make a mistake of the program instead of an
   * objection.
   */
  readonly broken?: "together" | "alone";
  /** The value of everything that it computes. */
  readonly computes?: string;
  /** Whether each theory has to be audited alone. */
  readonly apart?: boolean;
  /** No coqchk, or what that throws. */
  readonly rechecks?: false | Error;
}

/** A Coq that answers by a script, in Coq's own words, and keeps what it was given. */
export function answering(script: Script) {
  const compiled: string[][] = [];
  const asked: string[] = [];
  const rechecked: (readonly string[])[] = [];
  const backend: Backend = {
    kind: script.kind ?? "native",
    version: "8.16.1",
    compile: (theories, progress) => {
      compiled.push(theories.map(({ name }) => name));
      for (const [index, { name }] of theories.entries()) progress(index + 1, theories.length, name);
      return Promise.resolve(new Map(Object.entries(script.failures ?? {})));
    },
    together: (theories) => (script.apart === true ? theories.map((name) => [name]) : [theories]),
    audit: (text) => {
      asked.push(text);
      return Promise.resolve().then(() => answer(text, script));
    },
    recheck:
      script.rechecks === false
        ? undefined
        : (theories) => {
            rechecked.push(theories);
            return script.rechecks instanceof Error ? Promise.reject(script.rechecks) : Promise.resolve();
          },
    stop: () => Promise.resolve(),
  };
  return { backend, compiled, asked, rechecked };
}

function answer(text: string, { axioms = {}, illTyped = [], broken, computes = "" }: Script): string {
  if (text.includes("Eval")) return `     = ${computes}\n     : nat\n`;
  const stated = [...text.matchAll(/^Definition (\w+) : Statements\./gm)].map(([, theorem = ""]) => theorem);
  const wrong = stated.find((theorem) => illTyped.includes(theorem));
  if (wrong !== undefined) {
    const mistaken = broken === (stated.length === 1 ? "alone" : "together");
    throw new (mistaken ? TypeError : CoqError)(`${wrong} has another type`);
  }
  const questions = [...text.matchAll(/^Print Assumptions (\w+)\.$/gm)].map(([, theorem = ""]) => theorem);
  const answers = questions.map((theorem) => {
    const names = (theorem === "together" ? stated : [theorem]).flatMap((one) => axioms[one] ?? []);
    const lines = names.map((name) => `${name} : False\n`).join("");
    return lines === "" ? "Closed under the global context\n" : `Axioms:\n${lines}`;
  });
  return answers.join("");
}
