/**
 * A049020 as the OEIS lists it: row m holds Σ_i S2(m,i)·C(i,r) for r = 0…m; T(r,m) is r! times that.
 */
const A049020 = [
  [1],
  [1, 1],
  [2, 3, 1],
  [5, 10, 6, 1],
  [15, 37, 31, 10, 1],
  [52, 151, 160, 75, 15, 1],
  [203, 674, 856, 520, 155, 21, 1],
  [877, 3263, 4802, 3556, 1400, 287, 28, 1],
  [4140, 17007, 28337, 24626, 11991, 3290, 490, 36, 1],
  [21147, 94828, 175896, 174805, 101031, 34671, 6972, 786, 45, 1],
];

/** A019538 as the OEIS lists it: row m holds G(r,m) for r = 1…m. */
const A019538 = [
  [],
  [1],
  [1, 2],
  [1, 6, 6],
  [1, 14, 36, 24],
  [1, 30, 150, 240, 120],
  [1, 62, 540, 1560, 1800, 720],
  [1, 126, 1806, 8400, 16800, 15120, 5040],
];

const FACTORIALS = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880];

/** T(r,m) for m ≤ 9; 0 for r > m. */
export function listedT(r: number, m: number): number {
  return (A049020[m]?.[r] ?? 0) * (FACTORIALS[r] ?? NaN);
}

/** G(r,m) for m ≤ 7; G(0,m) = [m = 0] isn't in the listed triangle. */
export function listedG(r: number, m: number): number {
  if (r === 0) return m === 0 ? 1 : 0;
  return A019538[m]?.[r - 1] ?? 0;
}

/** All sizes (r, m) with r ≤ m ≤ maxM. */
export function sizesUpTo(maxM: number): [number, number][] {
  const sizes: [number, number][] = [];
  for (let m = 0; m <= maxM; m++) for (let r = 0; r <= m; r++) sizes.push([r, m]);
  return sizes;
}
