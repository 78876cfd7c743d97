import { NATIVE_ONLY } from "./development.js";
import { LIBRARIES, REQUIRES_LIBRARIES, librariesIn } from "./libraries.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { REQUIRES_THEORIES, type Theory } from "./theory.js";
import { writtenRecursionObjection } from "./writtenRecursion.js";
import { tokensOf } from "./writtenTokens.js";
import { writtenTypeObjection } from "./writtenTypes.js";

/** A place where a file of proofs uses something that it must not use. */
export interface Loophole {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/**
 * Commands that a theory may use. All others are refused: axioms under any name, `Admitted`, switches that
 * turn checks off, plugins, reading and writing of files; `Notation`, which can make a constructor, a hole or
 * a `let` look like a variable; `Let`, which can hold a `Fixpoint`.
 */
const COMMANDS = [
  ["From", "Require", "Import", "Open", "Close", "Scope", "Local", "Global", "Section", "End"],
  ["Context", "Variable", "Variables", "Hypothesis"],
  ["Definition", "Fixpoint", "Inductive", "Record", "Class", "Instance"],
  ["Lemma", "Theorem", "Corollary", "Example", "Fact", "Remark", "Proposition", "Proof", "Qed", "Defined"],
  ["Arguments", "Ltac", "Add", "Opaque", "Transparent", "Hint", "Create"],
].flat();

/** Commands that make axioms outside sections. */
const ASSUMPTIONS = ["Context", "Variable", "Variables", "Hypothesis"];

/**
 * Tactics and terms that leave something unproved or rest on more than the kernel; axioms anywhere; and what
 * known defects of the kernel need (proofs/README.md lists them by number): recursion that isn't a
 * `Fixpoint`, strict propositions (also in lemmas such as `False_sind`), instances of universes, machine
 * values and operations.
 */
const FORBIDDEN = new RegExp(
  [
    /\b(?:admit|give_up|native_compute|bypass_check|Admitted|Unset|(?:Axiom|Parameter|Conjecture)s?)\b/,
    /\b(?:fix|cofix|where|SProp|StrictProp|\w*_sind\w*)\b|@\{|<<:/,
    /\b\w*(?:[Ii]nt63|PArray|PrimArray|Float|PrimString|PString)\w*/,
    // A cast that a tactic leaves to the end may be ill typed until then.
    /\b(?!vm_cast_no_check\b)\w*_no_check\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** The virtual machine, which coqchk lacks. It is allowed only for computations that need it. */
const MACHINE = /\bvm_(?:compute|cast_no_check)\b|<:/;

/** Declarations that may hold recursion or a type. `with` outside a match makes them mutual. */
const DECLARATIONS = new RegExp(
  [
    "^(?:(?:Local|Global) )?(?:Fixpoint|Inductive|Record|Class|Definition|Instance|",
    "Lemma|Theorem|Corollary|Example|Fact|Remark|Proposition)\\b",
  ].join(""),
);

/** Signs that may be letters to Coq but not to this judge, or the reverse. One name would look like two. */
const UNREADABLE = /[^\x20-\x7e\p{Lu}\p{Ll}\p{Lt}\p{Lo}₀-₉]/u;

const LOCALITY = /^(?:Local|Global) /;

/** What `Add` may add. Paths where Coq looks for files are excluded. */
const ADDS = /^(?:Local |Global )?Add (?:Ring|Field|Parametric|Relation|Morphism|Setoid) /;

/**
 * The places where a file of proofs uses something that could make an unproved theorem look proved.
 *
 * `Print Assumptions` and `coqchk` list the axioms behind a theorem. This also finds unused axioms, gives
 * their lines, and works without Coq.
 *
 * @param file the path of the file below the folder of proofs, as in `Counting/Counts.v`.
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
    return [
      ...objections(sentence, command, sections),
      ...objectionsOfKernel(codeOf(sentence), command, NATIVE_ONLY.includes(file.replace(/\.v$/, ""))),
    ].map((problem) => ({ file, line: sentence.line, problem }));
  });
}

/** A sentence without its strings; the quotation mark of a string that doesn't end stays. */
const codeOf = ({ text }: Pick<Sentence, "text">): string => text.replace(/"[^"]*"/g, " ");

/** The objections to a sentence; `sections` is the number of sections that are open after it. */
function objections({ text, glued }: Sentence, command: string | undefined, sections: number): string[] {
  const code = codeOf({ text });
  const refused = commandWords(text).find((word) => !COMMANDS.includes(word)) ?? FORBIDDEN.exec(code)?.[0];
  const problems = refused === undefined ? [] : [`proofs must not use ${refused}`];
  if (command !== undefined && ASSUMPTIONS.includes(command) && sections <= 0)
    problems.push(`${command} outside a section is an axiom`);
  if (command === "End" && sections < 0) problems.push("End without a Section");
  if ((command === "From" || command === "Require") && !isKnownRequire(text))
    problems.push(
      "write From Coq Require or From Equiloss Require Import, so that it is known what rests on what",
    );
  if (command === "Add" && !ADDS.test(text)) problems.push("Add is for rings, fields and relations");
  const library = librariesIn(text).find((name) => !LIBRARIES.includes(name));
  if (library !== undefined)
    problems.push(`proofs must not require ${library}: see LIBRARIES in libraries.ts`);
  const sign = UNREADABLE.exec(code)?.[0];
  if (sign !== undefined) problems.push(`proofs must not use the sign ${JSON.stringify(sign)}`);
  if (text.includes(":>") && command !== "Record" && command !== "Class")
    problems.push("only fields of records may be coercions: write out what else is meant");
  if (command === "Context" && code.includes(":="))
    problems.push("Context must not hold definitions: write a Definition");
  if (glued) problems.push("a comment needs a blank before it");
  if (!text.endsWith(".") || code.includes('"')) problems.push("the last sentence doesn't end");
  return problems;
}

/** Whether a sentence requires in the form that both kinds of Coq, and the order of the files, depend on. */
const isKnownRequire = (text: string): boolean =>
  REQUIRES_LIBRARIES.test(text) || (REQUIRES_THEORIES.test(text) && !text.includes(" Require Export "));

/** The objections to a sentence that a known defect of the kernel could use, beyond those to single words. */
function objectionsOfKernel(text: string, command: string | undefined, machine: boolean): string[] {
  const problems: string[] = [];
  const [machineWord] = MACHINE.exec(text) ?? [];
  if (!machine && machineWord !== undefined)
    problems.push(`${machineWord} is only for ${NATIVE_ONLY.join(", ")}`);
  if (/^Proof using\b/.test(text)) problems.push("proofs must not use Proof using");
  if (DECLARATIONS.test(text) && isMutual(text)) problems.push("proofs must not use mutual declarations");
  const written = text.replace(LOCALITY, "");
  const objection =
    command === "Fixpoint" ? writtenRecursionObjection(written) : writtenTypeObjection(written);
  if (objection !== undefined) problems.push(objection);
  return problems;
}

/** Whether a sentence has a `with` outside matches. */
function isMutual(text: string): boolean {
  let open = 0;
  for (const word of tokensOf(text)) {
    if (word === "match") open += 1;
    if (word === "with") open -= 1;
    if (open < 0) return true;
  }
  return false;
}

/** The capitalised words at the start of a command; none for a tactic. Attributes `#[…]` count as one. */
function commandWords(text: Sentence["text"]): string[] {
  if (text.startsWith("#")) return ["#[attributes]"];
  const first = /^[A-Z][A-Za-z]*/.exec(text)?.[0];
  if (first === undefined) return [];
  if (first !== "Local" && first !== "Global") return [first];
  // If no word follows, the second is empty, which is not a command.
  return [first, text.replace(/^\S+ ?([A-Za-z]*).*$/s, "$1")];
}

/** Theories that don't count, with the reason: a loophole in the theory, or in one on which it rests. */
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
