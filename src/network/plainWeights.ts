/**
 * Matrices as lists of rows of "p/q" texts.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])])).weights // [[["1"]], [["1/2"]]]
 */
export type WeightTexts = readonly (readonly (readonly string[])[])[];

/** What a network file holds, as it is written. */
export interface NetworkTexts {
  readonly weights: WeightTexts;
  /** Undefined if the file has no key for them. */
  readonly biases: readonly (readonly string[])[] | undefined;
}

/**
 * The content of a network file that writes every weight and bias as a string, by the built-in JSON parser:
 * several times as fast as reading by events, and exact, since no number is read. The texts of the weights
 * are not looked at.
 *
 * @returns undefined for any other text; {@link parseNetworkTexts} reads those, or says what is wrong with
 *   them.
 */
export function plainNetwork(text: string, format: string): NetworkTexts | undefined {
  const document = parsed(text);
  if (typeof document !== "object" || document === null) return undefined;
  const { format: tag, weights, biases } = document as Readonly<Record<string, unknown>>;
  if (tag !== format || !isListOf(isListOf(isListOf(isString)))(weights)) return undefined;
  if (biases !== undefined && !isListOf(isListOf(isString))(biases)) return undefined;
  // These keys are there, so as many colons are theirs. The parser would keep the last of repeated keys; but
  // then, as with any other key, there is one colon more.
  const keys = biases === undefined ? 2 : 3;
  return hasColons(text, keys + 1) ? undefined : { weights, biases };
}

/** Whether there are so many colons, or more. */
function hasColons(text: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found < count; found += 1) {
    at = text.indexOf(":", at + 1);
    if (at < 0) return false;
  }
  return true;
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
