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
  if (!("format" in document) || !("weights" in document) || document.format !== format) return undefined;
  // The parser keeps the last of repeated keys. With two colons in all, each of the two keys stands once.
  if (Object.keys(document).length !== 2 || !hasTwoColons(text)) return undefined;
  return isListOf(isListOf(isListOf(isString)))(document.weights) ? document.weights : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasTwoColons(text: string): boolean {
  const second = text.indexOf(":", text.indexOf(":") + 1);
  return second >= 0 && !text.includes(":", second + 1);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isListOf<Entry>(isEntry: (value: unknown) => value is Entry) {
  return (value: unknown): value is readonly Entry[] => Array.isArray(value) && value.every(isEntry);
}
