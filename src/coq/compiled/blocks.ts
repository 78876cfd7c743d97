import type { Block, Value } from "./marshal.js";

export const isBlock = (value: Value | undefined): value is Block =>
  typeof value === "object" && value !== null;

/** A block with this number of fields. */
export const isTuple = (value: Value | undefined, size: number): value is Block =>
  isBlock(value) && value.tag === 0 && value.fields.length === size;

/** @throws RangeError if the value has no fields. */
export function fieldsOf(value: Value | undefined): readonly Value[] {
  if (!isBlock(value)) throw new RangeError("a block of a term is missing");
  return value.fields;
}

/** Every block once, however often it is shared. */
export function* blocksIn(values: readonly Value[]): Generator<Block> {
  const seen = new Set<Block>();
  const open: Value[] = [...values];
  while (open.length > 0) {
    const value = open.pop();
    if (!isBlock(value) || seen.has(value)) continue;
    seen.add(value);
    yield value;
    for (const field of value.fields) open.push(field);
  }
}
