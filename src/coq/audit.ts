import { entry } from "../exact/entry.js";
import { CoqError } from "./backend.js";
import type { Statement } from "./statements.js";

/** A theorem and the file that claims to prove it. */
export interface Proof {
  readonly statement: Statement;
  /** Without its `.v`. */
  readonly file: string;
}

/**
 * The file that makes Coq say of each theorem that it proves its statement, and from which axioms.
 *
 * Names are written in full, so that nothing that a theory defines can stand in for a statement.
 */
export function auditText(proofs: readonly Proof[]): string {
  const files = [...new Set(proofs.map(({ file }) => file))];
  return [
    "(** Made by `npm run proofs -- --acknowledge` from Statements.v: every statement has its theorem, and Coq prints the",
    "    axioms that it rests on. *)",
    "",
    ...["Statements", ...files].map((file) => `From Equiloss Require ${file}.`),
    "",
    ...proofs.flatMap((proof) => [proves(proof), `Print Assumptions ${proof.statement.theorem}.`]),
    "",
  ].join("\n");
}

/**
 * The same, but it asks for the axioms of all theorems at once: where proofs are read anew for each question,
 * one question has to do.
 */
export function auditTogether(proofs: readonly Proof[]): string {
  const all = proofs.map(({ statement }) => statement.theorem).join(", ");
  return [
    ...proofs.map(proves),
    `Definition together := (I, ${all}).`,
    "Print Assumptions together.",
    "",
  ].join("\n");
}

const proves = ({ statement: { name, theorem }, file }: Proof): string =>
  `Definition ${theorem} : Statements.${name} := ${file}.${theorem}.`;

const CLOSED = "Closed under the global context";

/**
 * Reads what the audit printed: for each theorem in order the axioms it rests on, none if it is closed.
 *
 * @throws CoqError if there are not as many answers as theorems.
 */
export function assumptionsIn(output: string, theorems: readonly string[]): Map<string, readonly string[]> {
  const answers = output
    .split(/^(?=Closed under the global context|Axioms:|Section Variables:)/m)
    .map((answer) => answer.trim())
    .filter((answer) => /^(?:Closed under|Axioms:|Section Variables:)/.test(answer));
  if (answers.length !== theorems.length)
    throw new CoqError(
      `Coq was asked for the axioms of ${theorems.length} theorems and answered ${answers.length} times`,
    );
  return new Map(theorems.map((theorem, index) => [theorem, axioms(entry(answers, index))]));
}

/** An indented line goes on with a type, and names no axiom. */
const NO_NAME: readonly string[] = [];

/** Names of axioms stand at the start of a line; their types follow after a colon or are indented. */
function axioms(answer: string): string[] {
  if (answer.startsWith(CLOSED)) return [];
  const names = answer
    .split("\n")
    .slice(1)
    .flatMap((line) => /^\S+/.exec(line)?.slice(0, 1) ?? NO_NAME);
  return names.length > 0 ? names : ["(axioms that could not be read)"];
}

/** What is committed under `expected/`: a line per theorem with its axioms. */
export function assumptionsText(assumptions: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...assumptions].map(
    ([theorem, names]) => `${theorem}: ${names.length === 0 ? "no axioms" : names.join(" ")}\n`,
  );
  return lines.join("");
}
