import { rational, type Rational } from "../../exact/numbers/rational.js";

/**
 * Two families of critical points, by what becomes of the loss for large k: it decays like 1/k, or it tends
 * to a positive number (Arjevani and Field, Symmetry & critical points for a model shallow neural network,
 * 2021).
 */
export type SpuriousFamily = "decaying" | "persistent";

/** The least and the largest k of the lists. */
export const LEAST_UNITS = 5;
export const MOST_UNITS = 20;

/**
 * The numbers a, b, c, d, e for k = 5, 6, …, in millionths, as Newton's method in floats has found them:
 * test/landscape/spurious/floatStudent.ts finds them again. Nothing has to be believed of them.
 */
const MILLIONTHS: ReadonlyMap<SpuriousFamily, string> = new Map([
  [
    "decaying",
    `
    961607 -79083 376065 287550 -559778
    986704 -50413 308011 224516 -601512
    996923 -35080 261691 185991 -632704
    1001434 -25884 228089 159816 -658256
    1003475 -19915 202525 140709 -680050
    1004355 -15812 182368 126042 -699037
    1004662 -12866 166029 114366 -715798
    1004679 -10678 152493 104809 -730736
    1004549 -9006 141079 96819 -744149
    1004348 -7700 131313 90022 -756266
    1004117 -6659 122855 84160 -767270
    1003877 -5816 115453 79045 -777312
    1003641 -5124 108916 74537 -786514
    1003415 -4549 103099 70531 -794977
    1003202 -4065 97886 66945 -802788
    1003004 -3655 93187 63715 -810021
  `,
  ],
  [
    "persistent",
    `
    -483036 488408 -15274 14407 1063151
    -587730 391154 -13799 16770 1068396
    -657965 326230 -12028 18183 1069425
    -708080 279805 -10409 18965 1068523
    -745523 244967 -9029 19324 1066734
    -774510 217863 -7876 19402 1064564
    -797591 196176 -6917 19296 1062265
    -816393 178431 -6116 19069 1059968
    -831999 163641 -5444 18764 1057740
    -845157 151125 -4875 18412 1055610
    -856401 140395 -4390 18032 1053594
    -866119 131094 -3974 17638 1051694
    -874601 122954 -3614 17239 1049907
    -882069 115769 -3302 16841 1048229
    -888695 109381 -3028 16449 1046653
    -894614 103664 -2788 16065 1045173
  `,
  ],
]);

/** Where to begin; undefined for another k. */
export function startOf(k: number, family: SpuriousFamily): Rational[] | undefined {
  const lines = MILLIONTHS.get(family)?.trim().split("\n");
  const line = k < LEAST_UNITS ? undefined : lines?.[k - LEAST_UNITS];
  return line
    ?.trim()
    .split(" ")
    .map((digits) => rational(BigInt(digits), 1_000_000n));
}
