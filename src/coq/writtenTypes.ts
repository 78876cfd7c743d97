import { lastEntry } from "../exact/entry.js";
import { lengthBefore, signObjection, split, tokensOf } from "./writtenTokens.js";

/** Commands that declare a type, whose constructors and fields must not hold definitions. */
const TYPES = /^(?:Inductive|Record|Class)\b/;

/** Signs of a definition. A type has one `:=`, before its constructors or fields. */
const DEFINES = /:=|\b(?:let|ltac)\b/g;

/**
 * The objection to the text of a type; undefined if there is none. A type must not hold definitions, which
 * known defects of the kernel need (proofs/README.md lists them): neither as `twice := n + n`, nor in the
 * term that a constructor's type computes to.
 *
 * @param text a sentence without comments, locality and strings. There is no objection to other commands.
 * @example
 * ```ts
 * writtenTypeObjection("Inductive tree := leaf | node (l r : tree).") // undefined
 * writtenTypeObjection("Record Pair := { one := 1 }.") // "types must not hold definitions"
 * ```
 */
export function writtenTypeObjection(text: string): string | undefined {
  if (!TYPES.test(text)) return undefined;
  if ([...text.matchAll(DEFINES)].length > 1) return "types must not hold definitions";
  if (!text.startsWith("Inductive")) return undefined;
  const [, name, ...rest] = tokensOf(text).slice(0, -1);
  if (name === undefined) return "a type must have a name";
  const [, constructors] = split(rest, ":=");
  return (
    signObjection(name, rest) ??
    (constructors === undefined || split(constructors, "|").every((constructor) => endsIn(name, constructor))
      ? undefined
      : `each constructor of ${name} must end in ${name}: anything else there could hold a definition`)
  );
}

/** Whether a constructor's type, if it is written, ends in the name, after the last arrow and quantifier. */
function endsIn(name: string, constructor: readonly string[]): boolean {
  const colon = lengthBefore(constructor, [":"]);
  if (colon === constructor.length) return true;
  const last = lastEntry(split(constructor.slice(colon + 1), ","));
  const [result] = lastEntry(split(last, "->"));
  return result === name;
}
