import type { Checkers } from "#kernel";
import { accept } from "../checker/check.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { codesTerm, listTerm, networkTerm } from "./coqTerms.js";
import { kindsFor } from "./kinds.js";

/** What a file has besides its head. */
interface Part {
  /** The theory that has the soundness theorem. */
  readonly theory: string;
  /** Names, their types, and their terms. */
  readonly definitions: readonly (readonly [name: string, type: string, term: string])[];
  readonly statement: string;
  /** The soundness theorem, applied to what it is about. */
  readonly by: string;
}

const UNITS = "list (list rationals * list rationals)";
const CODES = "list code";

/** By the function of Coq's that is asked. */
const PARTS: { readonly [Name in keyof Checkers]: (...given: Parameters<Checkers[Name]>) => Part } = {
  check_enumeration: (r, m, partitions) => ({
    theory: "SoundEnumeration",
    definitions: [["partitions", `list (${CODES})`, listTerm(partitions, codesTerm, ";\n  ")]],
    statement: `NoDup partitions /\\ (forall P, In P partitions <-> labelled_partition ${r} ${m} P) /\\
  Z.of_nat (length partitions) = T ${r} ${m} /\\
  forall (K : Field) (W A : VectorSpace K) (base : network W A), length base = ${r} ->
    (forall θ, Theta base ${m} θ <-> exists P, In P partitions /\\ Gamma base P θ) /\\
    (characteristic_zero K -> (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) -> irreducible base ->
     forall P Q, In P partitions -> In Q partitions -> P <> Q -> exists θ, Gamma base P θ /\\ ~ Gamma base Q θ)`,
    by: `sound_enumeration ${r} ${m} partitions`,
  }),
  check_path: (inputs, outputs, theta, from, to, points, partitions) => ({
    theory: "SoundPath",
    definitions: [
      ["theta", UNITS, networkTerm(theta)],
      ["first", UNITS, networkTerm(from)],
      ["last", UNITS, networkTerm(to)],
      ["points", `list (${UNITS})`, listTerm(points, networkTerm, ";\n  ")],
      ["partitions", `list (${CODES})`, listTerm(partitions, codesTerm, ";\n  ")],
    ],
    statement: `units_joined (units_point ${inputs} ${outputs} theta ${from.length}) ${partitions.length} first last`,
    by: `sound_path rationals ${inputs} ${outputs} theta first last points partitions`,
  }),
  check_connected: (inputs, outputs, m, theta, tree) => ({
    theory: "SoundTree",
    definitions: [
      ["theta", UNITS, networkTerm(theta)],
      [
        "tree",
        `list (${CODES} * (nat * nat) * ${UNITS})`,
        listTerm(
          tree,
          ([[codes, [parent, depth]], point]) =>
            `(${codesTerm(codes)}, (${parent}, ${depth}), ${networkTerm(point)})`,
          ";\n  ",
        ),
      ],
    ],
    statement: `forall θ θ', units_point ${inputs} ${outputs} theta ${m} θ -> units_point ${inputs} ${outputs} theta ${m} θ' ->
  exists n, units_joined (units_point ${inputs} ${outputs} theta ${m}) n θ θ'`,
    by: `sound_connected rationals ${inputs} ${outputs} ${m} theta tree`,
  }),
};

/** The theorem in such a file. */
export const THEOREM = "certificate";

/**
 * A file for Coq with one theorem: what the certificate shows, proved by the checker's soundness, and by the
 * checker, which Coq runs on this very certificate.
 *
 * @param certificate the file's text.
 * @param expected the claim and its parameters.
 * @throws Rejection if the certificate isn't one for this, Unjudged if Coq has no function for it.
 */
export async function coqFile(certificate: string, expected: Expected): Promise<string> {
  return accept(certificate, expected, kindsFor(fileOf));
}

function fileOf({ name, arguments: given }: Call): string {
  const part = PARTS[name] as (...values: readonly unknown[]) => Part;
  const { theory, definitions, statement, by } = part(...given);
  return [
    "From Coq Require Import List ZArith QArith Qcanon.",
    "From Equiloss Require Import Statements.",
    "From Equiloss.Foundations Require Import Spaces.",
    `From Equiloss.Checkers Require Import ${theory}.`,
    "Import ListNotations.",
    "",
    "Definition q (n : Z) (d : positive) : rationals := Q2Qc (n # d).",
    "Local Open Scope nat_scope.",
    "",
    ...definitions.map(([defined, type, term]) => `Definition ${defined} : ${type} :=\n  ${term}.`),
    "",
    `Theorem ${THEOREM} : ${statement}.`,
    `Proof. apply (${by}). lazy. reflexivity. Qed.`,
    "",
  ].join("\n");
}
