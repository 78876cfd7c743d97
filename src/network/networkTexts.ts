import { InputError } from "../exact/inputError.js";
import { type JsonNumbers, type WeightTexts, parseMatrices } from "./matricesParser.js";

/** The format tag of a network file. */
export const NETWORK_FORMAT = "equiloss-network/1";

/** What to do about a JSON number with a point or an exponent. */
const FLOATS =
  'write it as a string, "0.5" or "1/2", or import the file: equiloss import --numbers decimal takes ' +
  "the digits, --numbers double the double nearest to them";

/** The weights and biases of a network file, as they are written. */
export interface NetworkTexts {
  readonly weights: WeightTexts;
  /** Undefined if the file has no key for them. */
  readonly biases: readonly (readonly string[])[] | undefined;
}

/**
 * The network of a file's text, by the fast reader if it can read the text.
 *
 * @param place the file's name, for messages.
 * @param build makes a network from the texts; if it throws an InputError, the place is added.
 * @throws InputError with place, and line and column where they are known.
 */
export function readNetworkFile<Network>(
  text: string,
  place: string,
  build: (texts: NetworkTexts) => Network,
): Network {
  const plain = plainNetwork(text);
  try {
    if (plain !== undefined) return build(plain);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  // The file contains JSON numbers or an error: the reader by events knows digits and places.
  const texts = parseNetworkTexts(text, place);
  try {
    return build(texts);
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}

/**
 * Reads `{"format": tag, "weights": [W1, …, WL], "biases": [b1, …, bL]}` exactly, with or without biases; see
 * {@link parseMatrices}.
 *
 * @throws InputError, with place, line and column, for anything that is not such a document.
 */
export function parseNetworkTexts(text: string, place: string, numbers?: JsonNumbers): NetworkTexts {
  const shape =
    `give {"format": "${NETWORK_FORMAT}", "weights": [W1, …, WL]} with matrices as lists of rows, ` +
    `and "biases": [b1, …, bL] if there are any`;
  const keys = [
    { name: "weights", depth: 3, optional: false },
    { name: "biases", depth: 2, optional: true },
  ] as const;
  const layout = {
    format: NETWORK_FORMAT,
    keys,
    entry: "weight",
    shape,
    decimals: true,
    floatRepair: FLOATS,
  };
  const matrices = parseMatrices(text, place, numbers === undefined ? layout : { ...layout, numbers });
  const weights = matrices.get("weights");
  if (weights === undefined) throw new RangeError('no "weights", though the parser asks for them');
  // A key of depth 2 has one matrix; a missing key has none.
  return { weights, biases: matrices.get("biases")?.[0] };
}

/**
 * The content of a network file that writes every weight and bias as a string, by the built-in JSON parser.
 * This is several times as fast as reading by events, and exact, since it reads no number. It doesn't check
 * the texts of the weights.
 *
 * @returns undefined for any other text; {@link parseNetworkTexts} reads such a text, or says what is wrong
 *   with it.
 */
export function plainNetwork(text: string): NetworkTexts | undefined {
  const document = parsed(text);
  if (typeof document !== "object" || document === null) return undefined;
  const { format, weights, biases } = document as Readonly<Record<string, unknown>>;
  if (format !== NETWORK_FORMAT || !isListOf(isListOf(isListOf(isString)))(weights)) return undefined;
  if (biases !== undefined && !isListOf(isListOf(isString))(biases)) return undefined;
  // Each of these keys has a colon. The parser would keep only the last of repeated keys. But a repeated key,
  // like any other key, such as "$schema", adds a colon.
  const keys = biases === undefined ? 2 : 3;
  return hasColons(text, keys + 1) ? undefined : { weights, biases };
}

/** Whether the text has at least `count` colons. */
function hasColons(text: string, count: number): boolean {
  let at = -1;
  for (let seen = 0; seen < count; seen += 1) {
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
