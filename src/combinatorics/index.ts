/**
 * Labelled partitions, which name the subspaces of the expansion manifold, and how many of them there are.
 * Uses `exact`. Begin with `partitions/labelledPartition.ts`; the counts T(r,m) and G(r,m) are in `counts`,
 * their growth in `asymptotics`.
 */
export {
  labelledPartitionBounds,
  simpleLabelledPartitionBounds,
  simpleSurjectionBounds,
  surjectionBounds,
} from "./asymptotics/fixedDifference.js";
export { shareOntoBounds } from "./asymptotics/fixedWidth.js";
export { type Goal, FEWER_THAN_MINIMA, leastDepth, meetsGoal } from "./asymptotics/goal.js";
export {
  type CriticalPointCounts,
  criticalSubspaces,
  firstBelowOne,
  levelRatio,
  onePerLevel,
  onlyLevel,
  ratioSum,
  staysBelow,
} from "./asymptotics/ratio.js";
export {
  ratioBounds,
  ratioDistance,
  ratioEstimate,
  simpleRatioBounds,
} from "./asymptotics/ratioAsymptotics.js";
export { type Regime, type RegimeAnswer, type RegimeQuestion, widthRegime } from "./asymptotics/regime.js";
export { lastFailing } from "./asymptotics/threshold.js";
export { lastFailingAtLeast, lastFailingAtMost } from "./asymptotics/thresholdGrowth.js";
export { bell } from "./counts/bell.js";
export { eulerCharacteristic } from "./counts/eulerCharacteristic.js";
export { labelledPartitionCount } from "./counts/labelledPartitionCount.js";
export { forEachPartialSurjection, partialSurjectionCount } from "./counts/partialSurjections.js";
export { sphereCount } from "./counts/sphereCount.js";
export { stirling2 } from "./counts/stirling2.js";
export { surjections } from "./counts/surjections.js";
export { labelledPartitions, successorOf, surjectionsOf } from "./partitions/enumeration.js";
export { forEachLabelledPartition, forEachSurjection } from "./partitions/forEachLabelledPartition.js";
export { type CriticalKind, type WidthCounts } from "./counts/widthCounts.js";
export { LabelledPartition } from "./partitions/labelledPartition.js";
export { meetingCriterion } from "./partitions/meetingCriterion.js";
export { type Orbit, orbitOf, orbitRepresentative, orbits, orbitSize } from "./partitions/orbits.js";
export { type Permutation } from "./partitions/relabelling.js";
export { partitionOfRank, rankOfPartition } from "./partitions/ranking.js";
export { type Mirroring, UNMIRRORED } from "./mirroring.js";
export { mirroringOf } from "./signed/parity.js";
export { forEachSignedLabelledPartition } from "./signed/forEachSigned.js";
export {
  rankOfSigned,
  signedLabelledPartitions,
  signedOfRank,
  signedSuccessorOf,
  signedSurjectionsOf,
} from "./signed/signedEnumeration.js";
export {
  type SignedOrbit,
  mirrorUnits,
  signedOrbitOf,
  signedOrbitRepresentative,
  signedOrbits,
  signedOrbitSize,
} from "./signed/signedOrbits.js";
export {
  type Sign,
  SignedLabelledPartition,
  type WrittenSignedPartition,
} from "./signed/signedLabelledPartition.js";
