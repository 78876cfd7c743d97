import { parseMatrices } from "./matricesParser.js";
import type { NetworkTexts } from "./plainWeights.js";

/**
 * Reads `{"format": tag, "weights": [W1, …, WL], "biases": [b1, …, bL]}` exactly, with or without biases; see
 * {@link parseMatrices}.
 *
 * @throws InputError, with place, line and column, for anything that is not such a document.
 */
export function parseNetworkTexts(text: string, place: string, format: string): NetworkTexts {
  const shape =
    `give {"format": "${format}", "weights": [W1, …, WL]} with matrices as lists of rows, ` +
    `and "biases": [b1, …, bL] if there are any`;
  const keys = [
    { name: "weights", depth: 3, optional: false },
    { name: "biases", depth: 2, optional: true },
  ] as const;
  const matrices = parseMatrices(text, place, { format, keys, entry: "weight", shape });
  const weights = matrices.get("weights");
  if (weights === undefined) throw new RangeError('no "weights", though the parser asks for them');
  // A key of depth 2 has one matrix; a missing key has none.
  return { weights, biases: matrices.get("biases")?.[0] };
}
