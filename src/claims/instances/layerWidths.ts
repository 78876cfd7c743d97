import { tuples } from "../../combinatorics/tuples.js";
import { entry } from "../../exact/entry.js";
import { widths } from "../evidence/ranges.js";

/** Widths of the hidden layers, 1 ≤ r_ℓ ≤ m_ℓ. */
export interface LayerWidths {
  readonly r: readonly number[];
  readonly m: readonly number[];
}

/** All widths of a number of hidden layers with m_ℓ ≤ maxM. */
export function* layerWidths(hidden: number, maxM: number): Generator<LayerWidths> {
  const pairs = [...widths(maxM)];
  for (const layers of tuples(Array.from({ length: hidden }, () => pairs))) {
    yield { r: layers.map(([r]) => r), m: layers.map(([, m]) => m) };
  }
}

/** The product over the layers of a count for (r_ℓ, m_ℓ). */
export function overLayers({ r, m }: LayerWidths, count: (r: number, m: number) => bigint): bigint {
  return r.reduce((product, labels, layer) => product * count(labels, entry(m, layer)), 1n);
}

/** "(2-1, 3-2)". */
export function widthsName({ r, m }: LayerWidths): string {
  return `(${r.join("-")}, ${m.join("-")})`;
}
