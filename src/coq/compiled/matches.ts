import { blocksIn, fieldsOf, isBlock } from "./blocks.js";
import type { Block, Value } from "./marshal.js";

/** `Case` by its tag and the number of its fields, in the order of Coq's `kernel/constr.ml`, since 8.14. */
const CASE = { tag: 13, fields: 7 } as const;

/**
 * Whether kernel terms hold a match on a type whose constructors hold definitions, as in `c : let m := n in …`.
 *
 * Several defects of the kernel are in how it compares the branches of such matches (proofs/README.md lists them).
 * A match tells of each constructor how many names it binds, and how many arguments it has: definitions are in
 * the first number only.
 */
export function bindsDefinitions(terms: readonly Value[]): boolean {
  for (const block of blocksIn(terms)) if (isMatch(block) && differs(fieldsOf(block.fields[0]))) return true;
  return false;
}

const isMatch = ({ tag, fields }: Block): boolean =>
  tag === CASE.tag && fields.length === CASE.fields && isBlock(fields[0]);

/** `{ type; number of parameters; names, arguments by constructor; … }` */
function differs([, , names, given]: readonly Value[]): boolean {
  const counts = fieldsOf(given);
  return fieldsOf(names).some((count, constructor) => count !== counts[constructor]);
}
