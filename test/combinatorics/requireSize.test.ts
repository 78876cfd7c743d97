import { describe, expect, test } from "vitest";
import {
  bell,
  bellByRecurrence,
  bellByStirling,
  bellNumbers,
  zeroBlockArrangements,
} from "../../src/combinatorics/counts/bell.js";
import { binomial, binomialRow } from "../../src/combinatorics/counts/binomial.js";
import { compositions } from "../../src/combinatorics/compositions.js";
import {
  differenceOfPowers,
  eulerCharacteristic,
} from "../../src/combinatorics/counts/eulerCharacteristic.js";
import { factorial, fallingFactorial } from "../../src/combinatorics/counts/factorial.js";
import { integerPartitions } from "../../src/combinatorics/integerPartitions.js";
import {
  labelledPartitionBound,
  labelledPartitionCount,
} from "../../src/combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountBySortedTuples,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { correctedFormula, literalFormula } from "../../src/combinatorics/counts/literalFormula.js";
import { multinomial } from "../../src/combinatorics/counts/multinomial.js";
import { powers } from "../../src/combinatorics/counts/powers.js";
import { primeSieve } from "../../src/combinatorics/counts/primeSieve.js";
import {
  criticalSubspaces,
  firstBelowOne,
  firstProliferatingWidth,
  onePerLevel,
  levelRatio,
} from "../../src/combinatorics/asymptotics/ratio.js";
import { requireSize } from "../../src/combinatorics/requireSize.js";
import { sphereCount, sphereCountByRecurrence } from "../../src/combinatorics/counts/sphereCount.js";
import { stirling2, stirling2Column, stirling2Row } from "../../src/combinatorics/counts/stirling2.js";
import {
  surjections,
  surjectionsByCompositions,
  surjectionsByRecurrence,
  surjectionsByStirling,
} from "../../src/combinatorics/counts/surjections.js";
import { extremeSum, inequalityHolds, lastFailing } from "../../src/combinatorics/asymptotics/threshold.js";
import { stirling2Explicit } from "../oracles/stirling2Explicit.js";

test("sizes are nonnegative safe integers", () => {
  expect(() => {
    requireSize("m", 0);
    requireSize("m", Number.MAX_SAFE_INTEGER);
  }).not.toThrow();
  expect(() => {
    requireSize("m", -1);
  }).toThrow(new RangeError("m is -1, not a nonnegative safe integer"));
  for (const bad of [0.5, NaN, Infinity, 2 ** 53]) {
    expect(() => {
      requireSize("r", bad);
    }).toThrow(new RangeError(`r is ${bad}, not a nonnegative safe integer`));
  }
});

/** Each count with the name that it gives its size. */
const ofOneSize: Readonly<Record<string, readonly [name: string, count: (size: number) => unknown]>> = {
  bell: ["n", bell],
  bellByRecurrence: ["n", bellByRecurrence],
  bellByStirling: ["m", bellByStirling],
  bellNumbers: ["n", bellNumbers],
  zeroBlockArrangements: ["u", zeroBlockArrangements],
  binomialRow: ["n", binomialRow],
  factorial: ["n", factorial],
  firstProliferatingWidth: ["h", firstProliferatingWidth],
  labelledPartitionTable: ["m", labelledPartitionTable],
  lastFailing: ["r", lastFailing],
  primeSieve: ["limit", primeSieve],
  stirling2Row: ["m", stirling2Row],
  multinomial: ["part", (size) => multinomial([size])],
  firstBelowOne: ["r", (size) => firstBelowOne(size, onePerLevel)],
};

/** Each count with the names that it gives its sizes. */
const ofTwoSizes: Readonly<
  Record<string, readonly [first: string, second: string, count: (first: number, second: number) => unknown]>
> = {
  binomial: ["n", "k", binomial],
  compositions: ["n", "parts", (n, parts) => [...compositions(n, parts)]],
  fallingFactorial: ["n", "k", fallingFactorial],
  integerPartitions: ["sum", "parts", (sum, parts) => [...integerPartitions(sum, parts)]],
  powers: ["r", "m", powers],
  stirling2: ["m", "n", stirling2],
  stirling2Column: ["m", "n", stirling2Column],
  stirling2Explicit: ["r", "m", (n, m) => stirling2Explicit(m, n)],
  surjections: ["r", "m", surjections],
  surjectionsByStirling: ["n", "m", surjectionsByStirling],
  surjectionsByRecurrence: ["r", "m", surjectionsByRecurrence],
  surjectionsByCompositions: ["parts", "n", surjectionsByCompositions],
  labelledPartitionCount: ["r", "m", labelledPartitionCount],
  labelledPartitionBound: ["r", "m", labelledPartitionBound],
  labelledPartitionCountByRecurrence: ["r", "m", labelledPartitionCountByRecurrence],
  labelledPartitionCountByStirling: ["r", "m", labelledPartitionCountByStirling],
  labelledPartitionCountByZeroBlocks: ["r", "m", labelledPartitionCountByZeroBlocks],
  labelledPartitionCountBySortedTuples: ["r", "m", labelledPartitionCountBySortedTuples],
  literalFormula: ["r", "m", literalFormula],
  correctedFormula: ["r", "n", correctedFormula],
  sphereCount: ["r", "m", sphereCount],
  sphereCountByRecurrence: ["r", "m", sphereCountByRecurrence],
  eulerCharacteristic: ["n", "m", eulerCharacteristic],
  extremeSum: ["r", "m", extremeSum],
  inequalityHolds: ["r", "m", inequalityHolds],
  differenceOfPowers: ["n", "m", (r, m) => differenceOfPowers(r, m, 0n)],
  criticalSubspaces: ["r", "m", (r, m) => criticalSubspaces(r, m, onePerLevel)],
  ratioWidths: ["r", "m", (r, m) => levelRatio(0, r, m)],
  ratioLevel: ["k", "r", (k, r) => levelRatio(k, r, 3)],
};

const refusal = (name: string, value: string) =>
  new RangeError(`${name} is ${value}, not a nonnegative safe integer`);

describe("every count refuses what is not a size, and says which value it was", () => {
  test.each(Object.entries(ofOneSize))("%s", (_, [name, count]) => {
    expect(() => count(-3)).toThrow(refusal(name, "-3"));
    expect(() => count(1.5)).toThrow(refusal(name, "1.5"));
  });

  test.each(Object.entries(ofTwoSizes))("%s", (_, [first, second, count]) => {
    expect(() => count(-3, 2)).toThrow(refusal(first, "-3"));
    expect(() => count(2, -3)).toThrow(refusal(second, "-3"));
    expect(() => count(2, 2.5)).toThrow(refusal(second, "2.5"));
  });
});
