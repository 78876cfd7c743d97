import { type Sentence, sentencesOf } from "./sentences.js";

/** A sentence that proofs must not use. */
export interface Loophole {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/**
 * Commands that a theory may use. Everything else that starts with a capital is refused: axioms under any of
 * their names, `Admitted`, switches that turn checks off, plugins, files read or written on the side.
 */
const COMMANDS = [
  ["From", "Require", "Import", "Open", "Close", "Scope", "Local", "Section", "End", "Context", "Variable"],
  [
    "Variables",
    "Hypothesis",
    "Definition",
    "Fixpoint",
    "Inductive",
    "Record",
    "Lemma",
    "Theorem",
    "Corollary",
  ],
  [
    "Proof",
    "Qed",
    "Defined",
    "Arguments",
    "Ltac",
    "Add",
    "Opaque",
    "Transparent",
    "Function",
    "Let",
    "Notation",
  ],
  ["Hint", "Create", "Example", "Fact", "Remark", "Proposition", "Instance", "Class", "Global"],
].flat();

/** These are axioms unless a section closes over them. */
const ASSUMPTIONS = ["Context", "Variable", "Variables", "Hypothesis"];

/** Tactics and terms that leave something unproved, or rest on more than the kernel. */
const TACTICS = /\b(?:admit|give_up|native_compute|native_cast_no_check|bypass_check)\b/;

/**
 * Where a file of proofs uses what could make a theorem look proved that is not.
 *
 * `Print Assumptions` and `coqchk` see axioms behind a theorem; this sees the ones that nothing rests on yet,
 * says in which line, and works without Coq.
 *
 * @example
 * ```ts
 * loopholesIn("A.v", "Axiom a : False.")[0]?.problem // "proofs must not use Axiom"
 * ```
 */
export function loopholesIn(file: string, source: string): Loophole[] {
  const found: Loophole[] = [];
  let sections = 0;
  for (const { text, line } of sentencesOf(source)) {
    const object = (problem: string): void => {
      found.push({ file, line, problem });
    };
    const words = commandWords(text);
    const command = words.find((word) => word !== "Local" && word !== "Global");
    if (command === "Section") sections += 1;
    if (command === "End") sections -= 1;
    const refused = words.find((word) => !COMMANDS.includes(word));
    if (refused !== undefined) object(`proofs must not use ${refused}`);
    if (command !== undefined && ASSUMPTIONS.includes(command) && sections === 0)
      object(`${command} outside a section is an axiom`);
    const tactic = TACTICS.exec(text);
    if (tactic !== null) object(`proofs must not use ${tactic[0]}`);
    if (!text.endsWith(".")) object("the last sentence doesn't end");
  }
  return found;
}

/** The capitalised words that a command starts with; none for a tactic. Attributes `#[…]` count as one. */
function commandWords(text: Sentence["text"]): string[] {
  if (text.startsWith("#")) return ["#[attributes]"];
  const first = /^[A-Z][A-Za-z]*/.exec(text)?.[0];
  if (first === undefined) return [];
  if (first !== "Local" && first !== "Global") return [first];
  return [first, /^\S+ ([A-Za-z]+)/.exec(text)?.[1] ?? ""];
}
