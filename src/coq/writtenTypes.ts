import { lastEntry } from "../exact/entry.js";
import { lengthBefore, signObjection, split, tokensOf } from "./writtenTokens.js";

/** What declares a type, whose constructors and fields must not define things on the side. */
const TYPES = /^(?:Inductive|Record|Class)\b/;

/** Signs of a definition. A type has one `:=`, before its constructors or fields. */
const DEFINES = /:=|\b(?:let|ltac)\b/g;

/**
 * The objection to a type as it is written; undefined if there is none. It must not hold definitions, which
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
      : `each constructor of ${name} must end in ${name}: what else stands there could hold a definition`)
  );
}

/**
 * Whether the name stands after the last arrow and quantifier of a constructor's type, if a type is written.
 */
function endsIn(name: string, constructor: readonly string[]): boolean {
  const colon = lengthBefore(constructor, [":"]);
  if (colon === constructor.length) return true;
  const last = lastEntry(split(constructor.slice(colon + 1), ","));
  const [result] = lastEntry(split(last, "->"));
  return result === name;
}
