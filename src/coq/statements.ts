import { entry } from "../exact/entry.js";
import { createHash } from "node:crypto";
import { sentencesOf } from "./sentences.js";

/**
 * A statement of `Statements.v`: a `Definition Name : Prop := …`; or `Definition Name (check : …) : Prop :=
 * …`, which is about a function that a theory defines.
 */
export interface Statement {
  /** The statement's name, as `ReductionConfluent`. */
  readonly name: string;
  /** The theorem that proves it: `reduction_confluent`. */
  readonly theorem: string;
  /** Ids of the claims that it belongs to, from the comment's leading `[…]`. */
  readonly claims: readonly string[];
  /** The words of the comment. */
  readonly says: string;
}

const STATES = /^Definition ([^ :]+)(?: \(check : .+\))? ?: ?Prop ?:=/;

/** The theorem's name: the words and numbers of the statement's name, in lower case, with underscores. */
export function theoremName(statement: string): string {
  return statement.replace(/(?<=.)(?=[A-Z])|(?<=[a-z])(?=\d)/g, "_").toLowerCase();
}

/**
 * The statements that have to be proved: every definition of type `Prop` without arguments, or with the one
 * argument `check`.
 *
 * @example
 * ```ts
 * statementsIn("(** [eq-6] It grows. *) Definition Grows : Prop := True.")
 * // [{ name: "Grows", theorem: "grows", claims: ["eq-6"], says: "It grows." }]
 * ```
 */
export function statementsIn(source: string): Statement[] {
  return sentencesOf(source).flatMap(({ text, comment }) => {
    const name = STATES.exec(text)?.[1];
    if (name === undefined) return [];
    const theorem = theoremName(name);
    if (comment === undefined) return [{ name, theorem, claims: [], says: "" }];
    const says = comment.replace(/^(?:\[[^\]]*\] )*/, "");
    const ids = comment.slice(0, comment.length - says.length);
    const claims = [...ids.matchAll(/\[([^\]]*)\]/g)].map((match) => entry(match, 1));
    return [{ name, theorem, claims, says }];
  });
}

/** The hash of each definition's text, by the definition's name. */
export type Fingerprints = Readonly<Record<string, string>>;

/** A sentence that defines something, and its name. */
export const DEFINES = /^(?:Local |Global )?(?:Definition|Fixpoint|Inductive|Record) (\w+)/;

/**
 * A hash of every definition and statement, and one of all other sentences (imports, scopes, sections) and of
 * the order of all. So every change is noticed. A statement's hash covers its comment, which users see as
 * what was proved. Other comments may change.
 */
export function fingerprints(source: string): Fingerprints {
  const hashes = new Map<string, string>();
  const rest: string[] = [];
  for (const { text, comment } of sentencesOf(source)) {
    const name = DEFINES.exec(text)?.[1];
    const content = STATES.test(text) ? JSON.stringify([text, comment]) : text;
    if (name === undefined || hashes.has(name)) rest.push(content);
    else {
      hashes.set(name, hash(content));
      // In another scope a definition has another meaning, so its place counts.
      rest.push(name);
    }
  }
  return Object.fromEntries([...hashes, ["(all else)", hash(rest.join("\n"))]]);
}

/** Names whose definitions are new, changed or gone since they were acknowledged. */
export function changedSince(acknowledged: Fingerprints, now: Fingerprints): string[] {
  const names = [...new Set([...Object.keys(acknowledged), ...Object.keys(now)])];
  return names.filter((name) => acknowledged[name] !== now[name]);
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
