import { noEntry } from "../exact/entry.js";

export type Pair<T> = readonly [T, T];
export type Triple<T> = readonly [T, T, T];

/**
 * Σ_k u_k·v_k for three v, over lists of one even length. Six sums run side by side, since the processor is
 * slow only where an addition waits for the one before it.
 */
export function sums(u: Float64Array, others: Triple<Float64Array>): Triple<number> {
  const v = others[0];
  const w = others[1];
  const x = others[2];
  let v0 = 0;
  let v1 = 0;
  let w0 = 0;
  let w1 = 0;
  let x0 = 0;
  let x1 = 0;
  for (let k = 0; k < u.length; k += 2) {
    const left = u[k] ?? noEntry(u, k);
    const right = u[k + 1] ?? noEntry(u, k + 1);
    v0 += left * (v[k] ?? noEntry(v, k));
    w0 += left * (w[k] ?? noEntry(w, k));
    x0 += left * (x[k] ?? noEntry(x, k));
    v1 += right * (v[k + 1] ?? noEntry(v, k + 1));
    w1 += right * (w[k + 1] ?? noEntry(w, k + 1));
    x1 += right * (x[k + 1] ?? noEntry(x, k + 1));
  }
  return [v0 + v1, w0 + w1, x0 + x1];
}
