import { A019538, A049020 } from "./outsideTruth.js";

const FACTORIALS = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880];

/** T(r,m) for m ≤ 9; 0 for r > m. */
export function listedT(r: number, m: number): number {
  return Number(A049020[m]?.[r] ?? 0n) * (FACTORIALS[r] ?? NaN);
}

/** G(r,m) for m ≤ 7; G(0,m) = [m = 0] isn't in the listed triangle. */
export function listedG(r: number, m: number): number {
  if (r === 0) return m === 0 ? 1 : 0;
  return Number(A019538[m - 1]?.[r - 1] ?? 0n);
}

/** All sizes (r, m) with r ≤ m ≤ maxM. */
export function sizesUpTo(maxM: number): [number, number][] {
  const sizes: [number, number][] = [];
  for (let m = 0; m <= maxM; m++) for (let r = 0; r <= m; r++) sizes.push([r, m]);
  return sizes;
}

/**
 * The codes of the last labelled partition in canonical order: m − r zero blocks of one unit, then r, …, 1.
 */
export function lastCodes(r: number, m: number): number[] {
  return Array.from({ length: m }, (_, unit) => (unit < m - r ? 0 - unit : m - unit));
}
