import { parseMatrices } from "./matricesParser.js";
import type { WeightTexts } from "./plainWeights.js";

/**
 * Reads `{"format": tag, "weights": [W1, …]}` exactly; see {@link parseMatrices}.
 *
 * @throws InputError, with place, line and column, for anything that is not such a document.
 */
export function parseWeights(text: string, place: string, format: string): WeightTexts {
  const shape = `give {"format": "${format}", "weights": [W1, W2]} with matrices as lists of rows`;
  const layout = { format, keys: ["weights"], depth: 3, entry: "weight", shape } as const;
  return parseMatrices(text, place, layout).get("weights") ?? [];
}
