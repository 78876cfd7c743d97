/**
 * Matrices as lists of rows of "p/q" texts.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])])).weights // [[["1"]], [["1/2"]]]
 */
export type WeightTexts = readonly (readonly (readonly string[])[])[];

/** The weights and biases of a network file, as they are written. */
export interface NetworkTexts {
  readonly weights: WeightTexts;
  /** Undefined if the file has no key for them. */
  readonly biases: readonly (readonly string[])[] | undefined;
}

/**
 * The content of a network file that writes every weight and bias as a string, by the built-in JSON parser.
 * This is several times as fast as reading by events, and exact, since it reads no number. It doesn't check
 * the texts of the weights.
 *
 * @returns undefined for any other text; {@link parseNetworkTexts} reads such a text, or says what is wrong
 *   with it.
 */
export function plainNetwork(text: string, format: string): NetworkTexts | undefined {
  const document = parsed(text);
  if (typeof document !== "object" || document === null) return undefined;
  const { format: tag, weights, biases } = document as Readonly<Record<string, unknown>>;
  if (tag !== format || !isListOf(isListOf(isListOf(isString)))(weights)) return undefined;
  if (biases !== undefined && !isListOf(isListOf(isString))(biases)) return undefined;
  // Each of these keys has a colon. The parser would keep only the last of repeated keys. But a repeated key,
  // like any other key, adds a colon.
  const keys = biases === undefined ? 2 : 3;
  return hasColons(text, keys + 1) ? undefined : { weights, biases };
}

/** Whether the text has at least `count` colons. */
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
