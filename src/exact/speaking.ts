/**
 * An object with a text and a JSON form, which don't show among its fields: JSON of the fields, with integers of any
 * size as decimal texts. A plain object is "[object Object]" as a text, and JSON has no form for a bigint.
 *
 * @example String(speaking({ edges: 3n })) === '{"edges":"3"}'
 */
export function speaking<Value extends object>(value: Value): Value {
  const toJSON = (): unknown => JSON.parse(JSON.stringify({ ...value }, spelledOut));
  return Object.defineProperties(value, {
    toJSON: { value: toJSON },
    toString: { value: () => JSON.stringify(toJSON()) },
  });
}

function spelledOut(_: string, field: unknown): unknown {
  if (field instanceof Map) return Object.fromEntries(field);
  return typeof field === "bigint" ? field.toString() : field;
}
