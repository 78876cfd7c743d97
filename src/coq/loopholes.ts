import type { Theory } from "./development.js";
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

/** Tactics and terms that leave something unproved, or rest on more than the kernel; and axioms, wherever they stand. */
const NOWHERE =
  /\b(?:admit|give_up|native_compute|native_cast_no_check|bypass_check|Admitted|Unset|(?:Axiom|Parameter|Conjecture)s?)\b/;

/** Ways to require files that both kinds of Coq and the order of the files take into account. */
const REQUIRES =
  /^From (?:Coq(?:\.\w+)* Require (?:Import |Export )?[\w. ]+|Equiloss Require (?:Import |(?!Export ))[\w ]+)\.$/;

/** What `Add` may add: no paths in which Coq looks for files. */
const ADDS = /^(?:Local |Global )?Add (?:Ring|Field|Parametric|Relation|Morphism|Setoid) /;

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
  let sections = 0;
  return sentencesOf(source).flatMap((sentence) => {
    const command = commandWords(sentence.text).find((word) => word !== "Local" && word !== "Global");
    if (command === "Section") sections += 1;
    if (command === "End") sections -= 1;
    return objections(sentence, command, sections).map((problem) => ({ file, line: sentence.line, problem }));
  });
}

/** What speaks against a sentence, given its command and the number of sections that are open after it. */
function objections({ text, glued }: Sentence, command: string | undefined, sections: number): string[] {
  const code = text.replace(/"[^"]*"/g, " ");
  const refused = commandWords(text).find((word) => !COMMANDS.includes(word)) ?? NOWHERE.exec(code)?.[0];
  const found = refused === undefined ? [] : [`proofs must not use ${refused}`];
  if (command !== undefined && ASSUMPTIONS.includes(command) && sections <= 0)
    found.push(`${command} outside a section is an axiom`);
  if (command === "End" && sections < 0) found.push("End without a Section");
  if ((command === "From" || command === "Require") && !REQUIRES.test(text))
    found.push(
      "write From Coq Require or From Equiloss Require Import, so that it is known what rests on what",
    );
  if (command === "Add" && !ADDS.test(text)) found.push("Add is for rings, fields and relations");
  // New signs change what is a comment and where a sentence ends.
  if (command === "Notation" && text.includes('"')) found.push("proofs must not use Notation of new signs");
  if (glued) found.push("a comment needs a blank before it");
  if (!text.endsWith(".") || code.includes('"')) found.push("the last sentence doesn't end");
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

/** A loophole spoils its file and all that rests on it, as an error of Coq does: the reason, by theory. */
export function spoiled(theories: readonly Theory[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { name, source, requires } of theories) {
    const [loophole] = loopholesIn(`${name}.v`, source);
    const broken = requires.find((required) => reasons.has(required));
    if (loophole !== undefined) reasons.set(name, `line ${loophole.line}: ${loophole.problem}`);
    else if (broken !== undefined) reasons.set(name, `needs ${broken}, which failed`);
  }
  return reasons;
}
