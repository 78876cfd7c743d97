import { describe, expect, test } from "vitest";
import { diagonals } from "../../src/combinatorics/asymptotics/diagonals.js";
import * as fixedDifference from "../../src/combinatorics/asymptotics/fixedDifference.js";
import { shareOntoBounds } from "../../src/combinatorics/asymptotics/fixedWidth.js";
import { FEWER_THAN_MINIMA } from "../../src/combinatorics/asymptotics/goal.js";
import * as ratio from "../../src/combinatorics/asymptotics/ratio.js";
import * as ratioAsymptotics from "../../src/combinatorics/asymptotics/ratioAsymptotics.js";
import { widthRegime } from "../../src/combinatorics/asymptotics/regime.js";
import * as threshold from "../../src/combinatorics/asymptotics/threshold.js";
import * as thresholdGrowth from "../../src/combinatorics/asymptotics/thresholdGrowth.js";
import { compositions } from "../../src/combinatorics/compositions.js";
import * as bells from "../../src/combinatorics/counts/bell.js";
import * as binomials from "../../src/combinatorics/counts/binomial.js";
import * as euler from "../../src/combinatorics/counts/eulerCharacteristic.js";
import * as factorials from "../../src/combinatorics/counts/factorial.js";
import * as counting from "../../src/combinatorics/counts/labelledPartitionCount.js";
import * as routes from "../../src/combinatorics/counts/labelledPartitionRoutes.js";
import * as formulas from "../../src/combinatorics/counts/literalFormula.js";
import { multinomial } from "../../src/combinatorics/counts/multinomial.js";
import * as partial from "../../src/combinatorics/counts/partialSurjections.js";
import { powers } from "../../src/combinatorics/counts/powers.js";
import { primeSieve } from "../../src/combinatorics/counts/primeSieve.js";
import * as spheres from "../../src/combinatorics/counts/sphereCount.js";
import * as stirling from "../../src/combinatorics/counts/stirling2.js";
import * as onto from "../../src/combinatorics/counts/surjections.js";
import { tangentNumbers } from "../../src/combinatorics/counts/tangentNumbers.js";
import { widthCounts } from "../../src/combinatorics/counts/widthCounts.js";
import { integerPartitions } from "../../src/combinatorics/integerPartitions.js";
import { CodeIndex } from "../../src/combinatorics/partitions/codeIndex.js";
import { CompletionTable } from "../../src/combinatorics/partitions/completionTable.js";
import * as enumeration from "../../src/combinatorics/partitions/enumeration.js";
import * as visits from "../../src/combinatorics/partitions/forEachLabelledPartition.js";
import { orbits } from "../../src/combinatorics/partitions/orbits.js";
import { partitionOfRank } from "../../src/combinatorics/partitions/ranking.js";
import { requireOrdered, requirePositive, requireSize } from "../../src/combinatorics/requireSize.js";
import { stirling2Explicit } from "../oracles/stirling2Explicit.js";

const refusal = (name: string, value: number) =>
  new RangeError(`${name} is ${value}, not a nonnegative safe integer`);

/** The requirements as functions whose result may be returned. */
const sized: (name: string, m: number) => unknown = requireSize;
const positive: (name: string, m: number) => unknown = requirePositive;
const ordered: (small: string, r: number, large: string, m: number) => unknown = requireOrdered;

test("sizes are nonnegative safe integers, positive or in order where that is required", () => {
  for (const good of [0, 1, Number.MAX_SAFE_INTEGER]) {
    expect(sized("m", good)).toBeUndefined();
    expect(ordered("r", good, "m", good)).toBeUndefined();
  }
  expect(positive("m", 1)).toBeUndefined();
  for (const bad of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    for (const required of [sized, positive]) expect(() => required("m", bad)).toThrow(refusal("m", bad));
    expect(() => ordered("r", 2, "m", bad)).toThrow(refusal("m", bad));
    expect(() => ordered("r", bad, "m", 2)).toThrow(refusal("r", bad));
  }
  expect(() => positive("m", 0)).toThrow(new RangeError("m is 0, not positive"));
  expect(() => ordered("r", 3, "m", 2)).toThrow(new RangeError("r is 3, above m, which is 2"));
});

const ignore = (): void => undefined;

/** Each function of the room with the names that it gives its sizes, in order. */
const FUNCTIONS: Readonly<Record<string, readonly [names: string, of: (...sizes: number[]) => unknown]>> = {
  bell: ["n", bells.bell],
  bellByRecurrence: ["n", bells.bellByRecurrence],
  bellByStirling: ["m", bells.bellByStirling],
  bellNumbers: ["n", bells.bellNumbers],
  zeroBlockArrangements: ["u", bells.zeroBlockArrangements],
  binomialRow: ["n", binomials.binomialRow],
  factorial: ["n", factorials.factorial],
  firstProliferatingWidth: ["h", ratio.firstProliferatingWidth],
  labelledPartitionTable: ["m", (m) => routes.labelledPartitionTable(m)],
  lastFailing: ["r", (r) => threshold.lastFailing(r)],
  lastFailingAtLeast: ["r", thresholdGrowth.lastFailingAtLeast],
  lastFailingAtMost: ["r", thresholdGrowth.lastFailingAtMost],
  primeSieve: ["limit", primeSieve],
  stirling2Row: ["m", (m) => stirling.stirling2Row(m)],
  tangentNumbers: ["count", tangentNumbers],
  multinomial: ["part", (size) => multinomial([size])],
  firstBelowOne: ["r", (size) => ratio.firstBelowOne(size, ratio.onePerLevel)],
  widthCounts: ["r", (r) => widthCounts(r).next()],
  widthRegime: ["r", (r) => widthRegime({ r, goal: FEWER_THAN_MINIMA, lastWidth: 9 })],
  binomial: ["n k", binomials.binomial],
  compositions: ["n parts", (n, parts) => [...compositions(n, parts)]],
  diagonals: ["levels last", (levels, last) => diagonals(levels, last).next()],
  fallingFactorial: ["n k", factorials.fallingFactorial],
  integerPartitions: ["sum parts", (sum, parts) => [...integerPartitions(sum, parts)]],
  powers: ["r m", powers],
  stirling2: ["m n", stirling.stirling2],
  stirling2Column: ["m n", stirling.stirling2Column],
  stirling2Explicit: ["r m", (n, m) => stirling2Explicit(m, n)],
  surjections: ["r m", onto.surjections],
  surjectionsByStirling: ["n m", onto.surjectionsByStirling],
  surjectionsByRecurrence: ["r m", onto.surjectionsByRecurrence],
  surjectionsByCompositions: ["parts n", onto.surjectionsByCompositions],
  partialSurjectionCount: ["r m", partial.partialSurjectionCount],
  forEachPartialSurjection: ["r m", (r, m) => partial.forEachPartialSurjection(r, m, ignore)],
  labelledPartitionCount: ["r m", (r, m) => counting.labelledPartitionCount(r, m)],
  labelledPartitionBound: ["r m", (r, m) => counting.labelledPartitionBound(r, m)],
  labelledPartitionCountByRecurrence: ["r m", (r, m) => routes.labelledPartitionCountByRecurrence(r, m)],
  labelledPartitionCountByStirling: ["r m", (r, m) => routes.labelledPartitionCountByStirling(r, m)],
  labelledPartitionCountByZeroBlocks: ["r m", (r, m) => routes.labelledPartitionCountByZeroBlocks(r, m)],
  labelledPartitionCountBySortedTuples: ["r m", (r, m) => routes.labelledPartitionCountBySortedTuples(r, m)],
  literalFormula: ["r m", formulas.literalFormula],
  correctedFormula: ["r n", formulas.correctedFormula],
  sphereCount: ["r m", spheres.sphereCount],
  sphereCountByRecurrence: ["r m", spheres.sphereCountByRecurrence],
  eulerCharacteristic: ["n m", (r, m) => euler.eulerCharacteristic(r, m)],
  differenceOfPowers: ["n m", (r, m) => euler.differenceOfPowers(r, m, 0n)],
  extremeSum: ["r m", (r, m) => threshold.extremeSum(r, m)],
  inequalityHolds: ["r m", (r, m) => threshold.inequalityHolds(r, m)],
  shareOntoBounds: ["r m", shareOntoBounds],
  surjectionBounds: ["k m", fixedDifference.surjectionBounds],
  labelledPartitionBounds: ["k m", fixedDifference.labelledPartitionBounds],
  simpleSurjectionBounds: ["k m", fixedDifference.simpleSurjectionBounds],
  criticalSubspaces: ["r m", (r, m) => ratio.criticalSubspaces(r, m, ratio.onePerLevel)],
  levelRatio: ["k r m", (k, r, m) => ratio.levelRatio(k, r, m)],
  ratioBounds: ["k r h", ratioAsymptotics.ratioBounds],
  ratioEstimate: ["k r h", ratioAsymptotics.ratioEstimate],
  ratioDistance: ["k r h", ratioAsymptotics.ratioDistance],
  simpleRatioBounds: ["k r h", ratioAsymptotics.simpleRatioBounds],
  first: ["r m", enumeration.first],
  labelledPartitions: ["r m", (r, m) => [...enumeration.labelledPartitions(r, m)]],
  surjectionsOf: ["r m", (r, m) => [...enumeration.surjectionsOf(r, m)]],
  forEachLabelledPartition: ["r m", (r, m) => visits.forEachLabelledPartition(r, m, ignore)],
  forEachSurjection: ["r m", (r, m) => visits.forEachSurjection(r, m, ignore)],
  orbits: ["r m", (r, m) => [...orbits(r, m)]],
  partitionOfRank: ["r m", (r, m) => partitionOfRank(r, m, 0n)],
  CompletionTable: ["r m", (r, m) => new CompletionTable(r, m)],
  CodeIndex: ["r m", (r, m) => new CodeIndex(r, m)],
};

describe("every function refuses what is not a size, and says which value it was", () => {
  test.each(Object.entries(FUNCTIONS))("%s", (_, [names, of]) => {
    const sizes = names.split(" ").map(() => 2);
    names.split(" ").forEach((name, place) => {
      for (const bad of [-3, 1.5]) expect(() => of(...sizes.with(place, bad))).toThrow(refusal(name, bad));
    });
  });
});
