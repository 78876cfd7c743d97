import { entry } from "../exact/entry.js";
import { type Backend, CoqError } from "./backend.js";
import { STATEMENTS } from "./development.js";
import type { Statement } from "./statements.js";
import { moduleOf, requiring } from "./theory.js";

/** A theorem and the file that claims to prove it. */
export interface Proof {
  readonly statement: Statement;
  /** The theory's name, as in `Counting/Counts`. */
  readonly file: string;
  /** The function that the statement is about, and the theory that defines it; undefined if there is none. */
  readonly check: { readonly name: string; readonly file: string } | undefined;
}

/**
 * A file by which Coq checks that each theorem proves its statement, and prints the axioms behind it.
 *
 * Names are written in full, so that no definition in a theory can replace a statement.
 */
export function auditText(proofs: readonly Proof[]): string {
  return [
    "(** Made by `npm run proofs -- --acknowledge` from Statements.v: " +
      "every statement has its theorem, and Coq prints the",
    "    axioms that it rests on. *)",
    "",
    ...requires(proofs),
    "",
    ...proofs.flatMap((proof) => [proves(proof), `Print Assumptions ${proof.statement.theorem}.`]),
    "",
  ].join("\n");
}

/**
 * A file by which Coq checks that each theorem proves its statement, and prints the axioms behind all
 * theorems.
 *
 * For each question Coq reads all that a theorem rests on. One question about 50 theorems takes a second, 50
 * questions take 13. If all theorems together rest on no axiom, neither does any one.
 */
export function auditTogether(proofs: readonly Proof[]): string {
  const theorems = proofs.map(({ statement }) => statement.theorem).join(", ");
  return [
    ...requires(proofs),
    ...proofs.map(proves),
    `Definition together := (I, ${theorems}).`,
    "Print Assumptions together.",
    "",
  ].join("\n");
}

/** The statements, and each file of proofs, or of a function that one is about, once. */
function requires(proofs: readonly Proof[]): string[] {
  const files = proofs.flatMap(({ file, check }) => (check === undefined ? [file] : [check.file, file]));
  return [...new Set([STATEMENTS, ...files])].map(requiring);
}

function proves({ statement: { name, theorem }, file, check }: Proof): string {
  const about = check === undefined ? "" : ` ${moduleOf(check.file)}.${check.name}`;
  return `Definition ${theorem} : ${STATEMENTS}.${name}${about} := ${moduleOf(file)}.${theorem}.`;
}

/**
 * The axioms behind each theorem, in the order of the proofs.
 *
 * @param ask asks for those of proofs whose theories can be audited together.
 */
export async function axiomsByGroups(
  backend: Backend,
  proofs: readonly Proof[],
  ask: (group: readonly Proof[]) => Promise<ReadonlyMap<string, readonly string[]>>,
): Promise<Map<string, readonly string[]>> {
  const groups = backend.together([...new Set(proofs.map(({ file }) => file))]);
  const answers = await Promise.all(
    groups.map((files) => ask(proofs.filter(({ file }) => files.includes(file)))),
  );
  const axioms = new Map(answers.flatMap((answer) => [...answer]));
  return new Map(
    proofs.flatMap(({ statement: { theorem } }) => {
      const names = axioms.get(theorem);
      return names === undefined ? [] : [[theorem, names]];
    }),
  );
}

const CLOSED = "Closed under the global context";

/**
 * Reads the axioms behind each theorem, in order, from the output of an audit.
 *
 * @throws CoqError if the numbers of answers and theorems differ.
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

/** An indented line continues a type, and names no axiom. */
const NO_NAME: readonly string[] = [];

/** Names of axioms are at the start of a line. Their types follow after a colon, or are indented. */
function axioms(answer: string): string[] {
  if (answer.startsWith(CLOSED)) return [];
  const names = answer
    .split("\n")
    .slice(1)
    .flatMap((line) => /^\S+/.exec(line)?.slice(0, 1) ?? NO_NAME);
  return names.length > 0 ? names : ["(axioms that could not be read)"];
}

/** The text that is committed under `expected/`: a line per theorem with its axioms. */
export function assumptionsText(assumptions: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...assumptions].map(
    ([theorem, names]) => `${theorem}: ${names.length === 0 ? "no axioms" : names.join(" ")}\n`,
  );
  return lines.join("");
}
