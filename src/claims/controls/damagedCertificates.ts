import type { ControlGroup } from "./control.js";
import { type Damage, damagedControls } from "./damage.js";
import { damagedChannels } from "./damagedChannels.js";
import { damagedDifferences } from "./damagedDifferences.js";
import { damagedFrames } from "./damagedFrames.js";
import { damagedLists } from "./damagedLists.js";
import { damagedMinima } from "./damagedMinima.js";
import { damagedPaths } from "./damagedPaths.js";
import { damagedPoints } from "./damagedPoints.js";

/** Certificates with damage that one kind alone can have. */
const BODIES: readonly Damage[] = [
  ...damagedLists,
  ...damagedPaths,
  ...damagedPoints,
  ...damagedDifferences,
  ...damagedMinima,
  ...damagedChannels,
];

/** All damaged certificates; docs/rules.md, which a test keeps, says how many there are for each rule. */
export const DAMAGED: readonly Damage[] = [...damagedFrames, ...BODIES];

/** The checker has to reject each damaged certificate, by the rule that the damage breaks. */
export const damagedCertificates: ControlGroup = {
  expected: 249,
  controls: () => damagedControls(BODIES),
};
