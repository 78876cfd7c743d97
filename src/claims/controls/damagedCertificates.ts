import type { RuleName } from "../../checker/verdict.js";
import type { ControlGroup } from "./control.js";
import { type Damage, damagedControl } from "./damage.js";
import { damagedCells } from "./damagedCells.js";
import { damagedCounterexamples } from "./damagedCounterexamples.js";
import { damagedFrames } from "./damagedFrames.js";
import { damagedLayers } from "./damagedLayers.js";
import { damagedLists } from "./damagedLists.js";
import { damagedPaths } from "./damagedPaths.js";
import { damagedPoints } from "./damagedPoints.js";

/**
 * How many damaged certificates there are for each rule: one at least, as every rule can be broken in a small
 * file.
 */
const EXPECTED: Readonly<Record<RuleName, number>> = {
  size: 9,
  depth: 1,
  json: 1,
  canonical: 3,
  shape: 24,
  format: 1,
  digest: 1,
  kind: 1,
  claim: 3,
  parameters: 13,
  rational: 3,
  theta: 4,
  partition: 4,
  first: 1,
  successor: 2,
  last: 1,
  count: 2,
  parent: 2,
  "depth-order": 2,
  segments: 2,
  end: 4,
  measure: 1,
  member: 10,
  bound: 2,
  "bound-distinct": 2,
  "bound-values": 1,
  "bound-lipschitz": 1,
  "bound-gap": 2,
  star: 2,
  formula: 1,
  refutation: 1,
  cases: 2,
  expansion: 4,
  activation: 1,
  gradient: 3,
  symmetric: 1,
  kernel: 3,
  congruence: 2,
  inertia: 2,
  instance: 6,
  inverse: 2,
  curve: 5,
  cell: 3,
  facet: 1,
  repeated: 1,
  attach: 1,
  complete: 1,
  critical: 1,
};

/** All damaged certificates. */
export const DAMAGED: readonly Damage[] = [
  ...damagedFrames,
  ...damagedLists,
  ...damagedPaths,
  ...damagedLayers,
  ...damagedPoints,
  ...damagedCells,
  ...damagedCounterexamples,
];

/**
 * Every damaged certificate has to be rejected, by the rule that it breaks; and every rule has as many as it
 * is to have.
 */
export const damagedCertificates: ControlGroup = {
  expected: Object.values(EXPECTED).reduce((sum, count) => sum + count, 0),
  controls: () => {
    for (const [rule, expected] of Object.entries(EXPECTED)) {
      const count = DAMAGED.filter((damage) => damage.rule === rule).length;
      if (count !== expected) throw new RangeError(`${count} for rule ${rule}, expected ${expected}`);
    }
    return DAMAGED.map(damagedControl);
  },
};
