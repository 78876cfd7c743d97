import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type PairLimit, secondOrder } from "../../landscape/channels/pairLimit.js";
import { dataSet } from "../../landscape/loss/data.js";
import { checkExpansion, checkMinimum } from "../ext-channels.js";
import { type MinimumCase, minimumCases } from "../instances/criticalLimits.js";
import type { Control } from "./control.js";
import { caseControl } from "./engines.js";

/** A minimum beside no other unit, with L₂ > 0. There are two outputs, as with one σ'' drops out of L₂. */
function honest(): MinimumCase {
  return entry([...minimumCases(1, [{ others: 0, inputDimension: 1, outputDimension: 2 }])], 0);
}

const half = rational(1n, 2n);

/** The formula of h for another limit than the one at hand. */
function formulaOf(change: (limit: PairLimit) => PairLimit): typeof secondOrder {
  return (limit, activation, x) => secondOrder(change(limit), activation, x);
}

/** Formulas of L₂ that are wrong. */
const FORMULAS: readonly (readonly [name: string, formula: typeof secondOrder])[] = [
  ["without σ''", formulaOf((limit) => ({ ...limit, sum: RationalVector.zero(2) }))],
  ["without σ'''", formulaOf((limit) => ({ ...limit, difference: RationalVector.zero(2) }))],
  ["with half of σ''", formulaOf((limit) => ({ ...limit, sum: limit.sum.times(half) }))],
  ["with −Δ", formulaOf((limit) => ({ ...limit, direction: limit.direction.negated() }))],
];

/** The instance with the first target changed, so that the limit isn't critical. */
function displaced({ data, ...rest }: MinimumCase): MinimumCase {
  const targets = data.targets.map((target, datum) =>
    datum === 0 ? target.plus(RationalVector.parse("1/1000", "0")) : target,
  );
  return { ...rest, data: dataSet(data.inputs, targets) };
}

/** Wrong formulas for channels, and limits that have none. */
export const channelControls: readonly Control[] = [
  ...FORMULAS.map(([name, formula]) =>
    caseControl(
      `a channel: L₂ ${name}`,
      () => [honest()],
      (item) => checkExpansion(item, formula),
    ),
  ),
  caseControl(
    "a channel: a limit that is not critical",
    () => [displaced(honest())],
    (item) => checkMinimum(item),
  ),
  caseControl(
    "a channel: L₂ > 0 said to be negative",
    () => [{ ...honest(), sign: -1n }],
    (item) => checkMinimum(item),
  ),
];
