import { blocksIn, fieldsOf, isBlock, isTuple } from "./blocks.js";
import type { Block, Value } from "./marshal.js";
import { CASE_FIELDS, TAG } from "./terms.js";

/**
 * Whether kernel terms hold a match on a type whose constructors hold definitions, as in
 * `c : let m := n in …`.
 *
 * Several defects of the kernel are in how it compares the branches of such matches (proofs/README.md lists
 * them). For each constructor a match says how many names it binds and how many arguments it has. Definitions
 * are in the first number only.
 *
 * @throws RangeError if something is a match by its form or by these numbers, but not by both. Another
 *   version of Coq may keep matches in another form, and none may go unseen.
 */
export function bindsDefinitions(terms: readonly Value[]): boolean {
  let binds = false;
  for (const block of blocksIn(terms)) {
    const counts = countsIn(block.fields[0]);
    if (hasForm(block) !== (counts !== undefined)) throw new RangeError("a match of another version of Coq");
    if (counts !== undefined && differ(counts)) binds = true;
  }
  return binds;
}

/** The form of a match: its tag and the number of its fields. */
const hasForm = ({ tag, fields }: Block): boolean => tag === TAG.case && fields.length === CASE_FIELDS;

/** What a match says about its constructors, in order. */
interface Counts {
  /** The number of names that each constructor binds. */
  readonly names: readonly Value[];
  /** The number of arguments of each constructor. */
  readonly args: readonly Value[];
}

/** `{ type; number of parameters; names and arguments of each constructor; … }`, if it is one. */
function countsIn(info: Value | undefined): Counts | undefined {
  if (!isBlock(info) || info.tag !== 0) return undefined;
  const [type, parameters, names, args] = info.fields;
  if (!isTuple(type, 2) || typeof parameters !== "number" || !isNumbers(names) || !isNumbers(args))
    return undefined;
  return names.fields.length === args.fields.length
    ? { names: fieldsOf(names), args: fieldsOf(args) }
    : undefined;
}

const isNumbers = (value: Value | undefined): value is Block =>
  isBlock(value) && value.tag === 0 && value.fields.every((field) => typeof field === "number");

const differ = ({ names, args }: Counts): boolean =>
  names.some((count, constructor) => count !== args[constructor]);
