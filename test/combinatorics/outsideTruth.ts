import { matrixOf, bigints } from "../exact/matrices.js";

/** Values as the OEIS lists them; the product's counts are held against these, not against themselves. */

/** A049020, rows n = 0…9 of a(n, k); T(k, n) = k!·a(n, k). */
export const A049020: readonly (readonly bigint[])[] = matrixOf(
  "1; 1 1; 2 3 1; 5 10 6 1; 15 37 31 10 1; 52 151 160 75 15 1; 203 674 856 520 155 21 1; " +
    "877 3263 4802 3556 1400 287 28 1; 4140 17007 28337 24626 11991 3290 490 36 1; " +
    "21147 94828 175896 174805 101031 34671 6972 786 45 1",
);

/** A005493: a(m−1) = T(1, m), from m = 1. */
export const A005493: readonly bigint[] = bigints(
  "1 3 10 37 151 674 3263 17007 94828 562595 3535027 23430840 163254885 1192059223 9097183602",
);

/** A019538, rows n = 1…7: G(1, n), …, G(n, n). */
export const A019538: readonly (readonly bigint[])[] = matrixOf(
  "1; 1 2; 1 6 6; 1 14 36 24; 1 30 150 240 120; 1 62 540 1560 1800 720; " +
    "1 126 1806 8400 16800 15120 5040",
);

/** A000110, the Bell numbers from B(0). */
export const A000110: readonly bigint[] = bigints("1 1 2 5 15 52 203 877 4140 21147 115975 678570 4213597");

/** A000258 begins so; it meets T(3, 4) in 60 but is neither T nor G. */
export const A000258: readonly bigint[] = [1n, 1n, 3n, 12n, 60n, 358n];

/** A007405, the Dowling numbers of type B: T(0, m) at odd parity, from m = 0. */
export const A007405: readonly bigint[] = bigints("1 2 6 24 116 648 4088 28640 219920 1832224");

/** A004211: T(0, m) at even parity, from m = 0. */
export const A004211: readonly bigint[] = bigints("1 1 3 11 49 257 1539 10299 75905 609441");

/** A039755, rows n = 0…5: the Stirling numbers of the second kind of type B. */
export const A039755: readonly (readonly bigint[])[] = matrixOf(
  "1; 1 1; 1 4 1; 1 13 9 1; 1 40 58 16 1; 1 121 330 170 25 1",
);
