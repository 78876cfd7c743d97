import type { Checkers } from "#kernel";
import { accept } from "../checker/check.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { criticalInstancePart, criticalPart, inertiaPart, splittingPart } from "./coqCritical.js";
import { layeredPathPart } from "./coqLayers.js";
import type { Part } from "./coqPart.js";
import {
  connectedPart,
  enumerationPart,
  mirroredPathPart,
  pathPart,
  shortestMirroredPathPart,
  shortestPathPart,
} from "./coqTwoLayers.js";
import { kindsFor } from "./kinds.js";

/** By the function of Coq's that is asked. */
const PARTS: { readonly [Name in keyof Checkers]: (...given: Parameters<Checkers[Name]>) => Part } = {
  check_enumeration: enumerationPart,
  check_path: pathPart,
  check_shortest_path: shortestPathPart,
  check_connected: connectedPart,
  check_mirrored_path: mirroredPathPart,
  check_shortest_mirrored_path: shortestMirroredPathPart,
  check_layered_path: layeredPathPart,
  check_inertia: inertiaPart,
  check_critical: criticalPart,
  check_critical_instance: criticalInstancePart,
  check_splitting: splittingPart,
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
  const { theory, isOrdered = false, definitions, statement, by } = part(...given);
  return [
    "From Coq Require Import List ZArith QArith Qcanon.",
    "From Equiloss Require Import Statements.",
    `From Equiloss.Foundations Require Import Spaces${isOrdered ? " OrderedRationals" : ""}.`,
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
