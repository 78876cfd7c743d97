import { describe, expect, test } from "vitest";
import { bell, bellByRecurrence, bellNumbers, zeroBlockArrangements } from "../../src/combinatorics/bell.js";
import { binomial, binomialRow } from "../../src/combinatorics/binomial.js";
import { compositions } from "../../src/combinatorics/compositions.js";
import { differenceOfPowers, eulerCharacteristic } from "../../src/combinatorics/eulerCharacteristic.js";
import { factorial, fallingFactorial } from "../../src/combinatorics/factorial.js";
import {
  labelledPartitionBound,
  labelledPartitionCount,
} from "../../src/combinatorics/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountBySortedTuples,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../../src/combinatorics/labelledPartitionRoutes.js";
import { correctedFormula, literalFormula } from "../../src/combinatorics/literalFormula.js";
import { multinomial } from "../../src/combinatorics/multinomial.js";
import { powers } from "../../src/combinatorics/powers.js";
import { primeSieve } from "../../src/combinatorics/primeSieve.js";
import {
  criticalSubspaces,
  firstBelowOne,
  firstProliferatingWidth,
  onePerLevel,
  ratio,
} from "../../src/combinatorics/ratio.js";
import { requireSize } from "../../src/combinatorics/requireSize.js";
import { sphereCount, sphereCountByRecurrence } from "../../src/combinatorics/sphereCount.js";
import {
  stirling2,
  stirling2Column,
  stirling2Explicit,
  stirling2Row,
} from "../../src/combinatorics/stirling2.js";
import {
  surjections,
  surjectionsByCompositions,
  surjectionsByRecurrence,
  surjectionsByStirling,
} from "../../src/combinatorics/surjections.js";
import { extremeSum, inequalityHolds, lastFailing } from "../../src/combinatorics/threshold.js";

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

const ofOneSize: Readonly<Record<string, (size: number) => unknown>> = {
  bell,
  bellByRecurrence,
  bellNumbers,
  zeroBlockArrangements,
  binomialRow,
  factorial,
  firstProliferatingWidth,
  labelledPartitionTable,
  lastFailing,
  primeSieve,
  stirling2Row,
  multinomial: (size) => multinomial([size]),
  compositionsOf: (size) => [...compositions(size, 1)],
  compositionsInto: (size) => [...compositions(1, size)],
  firstBelowOne: (size) => firstBelowOne(size, onePerLevel),
};

const ofTwoSizes: Readonly<Record<string, (first: number, second: number) => unknown>> = {
  binomial,
  fallingFactorial,
  powers,
  stirling2,
  stirling2Column,
  stirling2Explicit,
  surjections,
  surjectionsByStirling,
  surjectionsByRecurrence,
  surjectionsByCompositions,
  labelledPartitionCount,
  labelledPartitionBound,
  labelledPartitionCountByRecurrence,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionCountBySortedTuples,
  literalFormula,
  correctedFormula,
  sphereCount,
  sphereCountByRecurrence,
  eulerCharacteristic,
  extremeSum,
  inequalityHolds,
  differenceOfPowers: (r, m) => differenceOfPowers(r, m, 0n),
  criticalSubspaces: (r, m) => criticalSubspaces(r, m, onePerLevel),
  ratioWidths: (r, m) => ratio(0, r, m),
  ratioLevel: (k, r) => ratio(k, r, 3),
};

describe("every count refuses what is not a size, and says which value it was", () => {
  test.each(Object.entries(ofOneSize))("%s", (_, count) => {
    expect(() => count(-3)).toThrow(/is -3, not a nonnegative safe integer/);
    expect(() => count(1.5)).toThrow(/is 1\.5, not a nonnegative safe integer/);
  });

  test.each(Object.entries(ofTwoSizes))("%s", (_, count) => {
    expect(() => count(-3, 2)).toThrow(/is -3, not a nonnegative safe integer/);
    expect(() => count(2, -3)).toThrow(/is -3, not a nonnegative safe integer/);
    expect(() => count(2, 2.5)).toThrow(/is 2\.5, not a nonnegative safe integer/);
  });
});
