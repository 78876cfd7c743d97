/** What an array is by its name. */
export type Role = "weight" | "kernel" | "matrix" | "bias";

/** A name taken apart: the layer that it belongs to, and what it is there. */
export interface TensorName {
  /** The layer: "fc1" in "fc1.weight", "1" in "W1". */
  readonly layer: string;
  /** Undefined if the name doesn't say. */
  readonly role: Role | undefined;
}

/**
 * The words for weights and biases, alone or after a separator, and a number perhaps: `fc1.weight`, `W1`,
 * `dense/kernel:0`, `coefs_0`.
 */
const NAMED =
  /^(?:(.*)[._/-])?(weights?|kernel|w|coefs?|bias(?:es)?|b|intercepts?)_?(?:[._/-]?(\d+))?(?::0)?$/is;

/**
 * Who writes which way: "weight" is outputs × inputs in PyTorch, "kernel" inputs × outputs in Keras and Flax,
 * and "coefs" in scikit-learn. "W" is either.
 */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^weight$/i, "weight"],
  [/^(?:kernel|coefs?)$/i, "kernel"],
  [/^(?:bias(?:es)?|b|intercepts?)$/i, "bias"],
  [/^(?:weights|w)$/i, "matrix"],
];

/** The layer and the role that a name says. */
export function tensorName(name: string): TensorName {
  const [, prefix, word, digits] = NAMED.exec(name) ?? [];
  const role = ROLES.find(([pattern]) => word !== undefined && pattern.test(word))?.[1];
  if (role === undefined) return { layer: name, role };
  const parts = [prefix, digits].filter((part) => part !== undefined);
  return { layer: parts.join("."), role };
}

/** A name without its numbers: names that differ by numbers alone have one stem. */
export function stemOf(name: string): string {
  return name.replace(/[._/-]?\d+/g, "");
}

/** The order of names by the numbers in them: fc2 before fc10, and dense before dense_1. */
export function byNumbers(left: string, right: string): number {
  const [ours, theirs] = [piecesOf(left), piecesOf(right)];
  for (const [index, piece] of ours.entries()) {
    const other = theirs[index];
    if (other === undefined) return 1;
    const difference = typeof piece === "bigint" && typeof other === "bigint" ? compare(piece, other) : 0;
    const order = difference === 0 ? compare(String(piece), String(other)) : difference;
    if (order !== 0) return order;
  }
  return ours.length - theirs.length;
}

function compare<Value extends string | bigint>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The pieces of a name, numbers among them. */
function piecesOf(name: string): (string | bigint)[] {
  const pieces = name.match(/\d{1,20}|\D+/g) ?? [];
  return pieces.map((piece) => (/^\d/.test(piece) ? BigInt(piece) : piece));
}
