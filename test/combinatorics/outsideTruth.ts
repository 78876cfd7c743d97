/** Values as the OEIS lists them; the product's counts are held against these, not against themselves. */

/** A049020, rows n = 0…9 of a(n, k); T(k, n) = k!·a(n, k). */
export const A049020: readonly (readonly bigint[])[] = [
  [1n],
  [1n, 1n],
  [2n, 3n, 1n],
  [5n, 10n, 6n, 1n],
  [15n, 37n, 31n, 10n, 1n],
  [52n, 151n, 160n, 75n, 15n, 1n],
  [203n, 674n, 856n, 520n, 155n, 21n, 1n],
  [877n, 3263n, 4802n, 3556n, 1400n, 287n, 28n, 1n],
  [4140n, 17007n, 28337n, 24626n, 11991n, 3290n, 490n, 36n, 1n],
  [21147n, 94828n, 175896n, 174805n, 101031n, 34671n, 6972n, 786n, 45n, 1n],
];

/** A005493: a(m−1) = T(1, m), from m = 1. */
export const A005493: readonly bigint[] = [
  1n,
  3n,
  10n,
  37n,
  151n,
  674n,
  3263n,
  17007n,
  94828n,
  562595n,
  3535027n,
  23430840n,
  163254885n,
  1192059223n,
  9097183602n,
];

/** A019538, rows n = 1…7: G(1, n), …, G(n, n). */
export const A019538: readonly (readonly bigint[])[] = [
  [1n],
  [1n, 2n],
  [1n, 6n, 6n],
  [1n, 14n, 36n, 24n],
  [1n, 30n, 150n, 240n, 120n],
  [1n, 62n, 540n, 1560n, 1800n, 720n],
  [1n, 126n, 1806n, 8400n, 16800n, 15120n, 5040n],
];

/** A000110, the Bell numbers from B(0). */
export const A000110: readonly bigint[] = [
  1n,
  1n,
  2n,
  5n,
  15n,
  52n,
  203n,
  877n,
  4140n,
  21147n,
  115975n,
  678570n,
  4213597n,
];

/** A000258 begins so; it meets T(3, 4) in 60 but is neither T nor G. */
export const A000258: readonly bigint[] = [1n, 1n, 3n, 12n, 60n, 358n];
