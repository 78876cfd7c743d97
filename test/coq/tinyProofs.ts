import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { assumptionsText, auditText } from "../../src/coq/audit.js";
import { proofsIn } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { fingerprints } from "../../src/coq/statements.js";

/**
 * Whether there is a Coq here that can be run, and that may be: tests of mutants run too often to wait for
 * it.
 */
export const HAS_COQ =
  process.env.WITHOUT_COQ === undefined && spawnSync("coqc", ["--print-version"]).status === 0;

/** A development that needs nothing but Coq's prelude: `Twice` rests on `Growth`, and `Zero` on neither. */
export const TINY: Readonly<Record<string, string>> = {
  "Statements.v": `(** What is proved. *)

(** Twice a number. *)
Definition double (n : nat) : nat := n + n.

(** [eq-6] [lem-2.1] Doubling grows. *)
Definition Grows : Prop := forall n, n <= double n.

(** So it does twice. *)
Definition GrowsTwice : Prop := forall n, n <= double (double n).

(** Twice 0 is 0. *)
Definition DoubleZero : Prop := double 0 = 0.
`,
  "Growth.v": `From Equiloss Require Import Statements.

Lemma le_add : forall m n, n <= m + n.
Proof. induction m; simpl; intro n; [apply le_n|apply le_S; apply IHm]. Qed.

Theorem grows : Grows.
Proof. intro n. exact (le_add n n). Qed.
`,
  "Twice.v": `From Equiloss Require Import Statements Growth.

Lemma le_chain : forall a b c, a <= b -> b <= c -> a <= c.
Proof.
  intros a b c H I. induction I.
  - exact H.
  - apply le_S. assumption.
Qed.

Theorem grows_twice : GrowsTwice.
Proof. intro n. exact (le_chain _ _ _ (grows n) (grows (double n))). Qed.
`,
  "Zero.v": `From Equiloss Require Import Statements.

Theorem double_zero : DoubleZero.
Proof. reflexivity. Qed.
`,
  _CoqProject: "-Q . Equiloss\nStatements.v\nGrowth.v\nTwice.v\nZero.v\nAudit.v\n",
};

let root: string | undefined;
afterAll(() => {
  if (root !== undefined) rmSync(root, { recursive: true });
});

/** Writes files into a new folder, which is there while the tests of this file run. */
export function written(files: Readonly<Record<string, string>>): string {
  root ??= mkdtempSync(join(tmpdir(), "equiloss-tiny-"));
  const folder = mkdtempSync(join(root, "proofs-"));
  for (const [name, text] of Object.entries(files)) write(folder, name, text);
  return folder;
}

export function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What to make of a file's text; a file that isn't there has none. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

/** A folder with the tiny development as somebody acknowledged it, and what was changed since. */
export function tinyProofs(changes: Changes = {}): string {
  const folder = written(TINY);
  const development = readDevelopment(folder);
  const proofs = proofsIn(development);
  write(folder, "Audit.v", auditText(proofs));
  const axioms = new Map(proofs.map(({ statement }) => [statement.theorem, []]));
  write(folder, "expected/assumptions.txt", assumptionsText(axioms));
  const prints = fingerprints(TINY["Statements.v"] ?? "");
  write(folder, "expected/statements.json", `${JSON.stringify(prints, undefined, 2)}\n`);
  for (const [name, change] of Object.entries(changes)) write(folder, name, change(textOf(folder, name)));
  return folder;
}

export function textOf(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return "";
  }
}

/** Replaces what must be there. */
export function replaced(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`there is no ${from} in ${text}`);
    return text.replace(from, () => to);
  };
}
