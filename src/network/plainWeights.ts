/** Matrices as lists of rows of "p/q" texts. */
export type WeightTexts = readonly (readonly (readonly string[])[])[];

/**
 * The weights of a network file that writes every one of them as a string, by the built-in JSON parser: several
 * times as fast as reading by events, and exact, since no number is read. The texts of the weights are not
 * looked at.
 *
 * @returns undefined for any other text; {@link parseWeights} reads those, or says what is wrong with them.
 */
export function plainWeights(text: string, format: string): WeightTexts | undefined {
  const document = parsed(text);
  if (typeof document !== "object" || document === null) return undefined;
  const { format: tag, weights } = document as { readonly format?: unknown; readonly weights?: unknown };
  if (tag !== format || !isListOf(isListOf(isListOf(isString)))(weights)) return undefined;
  // Both keys are there, so two colons are theirs. The parser would keep the last of repeated keys; but then,
  // as with any other key, there is a third colon.
  const second = text.indexOf(":", text.indexOf(":") + 1);
  return text.includes(":", second + 1) ? undefined : weights;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isListOf<Entry>(isEntry: (value: unknown) => value is Entry) {
  return (value: unknown): value is readonly Entry[] => Array.isArray(value) && value.every(isEntry);
}
