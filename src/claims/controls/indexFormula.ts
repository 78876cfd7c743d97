import { semidefiniteChambers } from "../../combinatorics/counts/semidefiniteChambers.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import {
  type CopiedUnit,
  type ShareSigns,
  addedByCopies,
  copiedUnit,
  inertiaAbove,
  sumOverUnits,
  unitCurvature,
} from "../../landscape/criticalPoints/inertiaAbove.js";
import type { UnitsOnData } from "../../landscape/criticalPoints/unitsOnData.js";
import { exhaustive } from "../evidence/exhaustive.js";
import { checkCosts, checkIndex, checkLayers } from "../ext-inertia.js";
import { checkCount, chamberCases, checkSaddles, copiedKinds } from "../ext-semidefinite.js";
import { costCases } from "../instances/costInstances.js";
import { layeredCases, predictedLayers } from "../instances/layeredIndex.js";
import { everyPattern, pointsOfKinds } from "../instances/unitStrata.js";
import type { Control } from "./control.js";
import { mustFail } from "./engines.js";

/** What copies of a unit add, perhaps wrongly. */
type Added = (unit: CopiedUnit, signs: ShareSigns, outputDimension: number) => Inertia;

type IndexCase = Parameters<typeof checkIndex>[0];

let casesOfAll: readonly IndexCase[] | undefined;

/** Critical points of every kind with d_in = d_out = 2, and every pattern of signs; found once for all. */
function indexCases(): readonly IndexCase[] {
  const shape = { inputDimension: 2, outputDimension: 2, isCritical: true };
  casesOfAll ??= [...everyPattern(pointsOfKinds([shape], 1))];
  return casesOfAll;
}

/** A control that is refused if some of the cases fails; the number of cases is what it is. */
function control<Case>(
  name: string,
  cases: () => Iterable<Case>,
  check: (item: Case) => string | undefined,
): Control {
  return mustFail(`index: ${name}`, () => {
    const list = [...cases()];
    return exhaustive({ ...QUIET, cases: list, expected: BigInt(list.length), check });
  });
}

const QUIET = { what: "planted", range: "planted", progress: () => undefined };

/** The formula with another rule for what copies add, or for what of a unit it depends on. */
function formula(added: Added, copied = copiedUnit): typeof inertiaAbove {
  return (narrow, lower, surjection, beta) =>
    sumOverUnits(lower, surjection, beta, (unit, signs) =>
      added(copied(narrow, unit), signs, narrow.network.outputDimension),
    );
}

const withoutRank: Added = ({ onKernel }, ...rest) => addedByCopies({ rank: 0, onKernel }, ...rest);

const exchanged: Added = ({ rank, onKernel: { positive, negative, zero } }, ...rest) =>
  addedByCopies({ rank, onKernel: { positive: negative, negative: positive, zero } }, ...rest);

const oneTooMany: Added = (unit, ...rest) => {
  const { positive, negative, zero } = addedByCopies(unit, ...rest);
  const { onKernel } = unit;
  return {
    positive: positive + onKernel.positive,
    negative: negative + onKernel.negative,
    zero: zero - onKernel.positive - onKernel.negative,
  };
};

const zerosPositive: Added = (unit, { positive, negative, zero }, outputs) =>
  addedByCopies(unit, { positive: positive + zero, negative, zero: 0 }, outputs);

const signless: Added = (unit, { positive, negative, zero }, outputs) =>
  addedByCopies(unit, { positive: positive + negative, negative: 0, zero }, outputs);

/** The inertia of B_t, as if its kernel's complement counted too. */
function wholeForm(narrow: UnitsOnData, unit: number): CopiedUnit {
  const onKernel = inertia(overOneDenominator(unitCurvature(narrow, unit)).numerators);
  return { rank: copiedUnit(narrow, unit).rank, onKernel };
}

const indexControl = (name: string, predict: typeof inertiaAbove): Control =>
  control(name, indexCases, (item) => checkIndex(item, predict));

/** The formula with each of its terms wrong in turn, and statements that follow from it, wrongly. */
export const indexControls: readonly Control[] = [
  indexControl("without the rank of E_t", formula(withoutRank)),
  indexControl("n₊ in the place of n₊ − 1", formula(oneTooMany)),
  indexControl("i₊ and i₋ of B_t exchanged", formula(exchanged)),
  indexControl("B_t in the place of its restriction to ker E_t", formula(addedByCopies, wholeForm)),
  indexControl("a share 0 counted as positive", formula(zerosPositive)),
  indexControl("a negative share counted as positive", formula(signless)),
  control(
    "residuals in the place of ∂c",
    () => costCases(1),
    (item) =>
      checkCosts(item, (units, ...rest) => inertiaAbove({ ...units, residuals: item.errors }, ...rest)),
  ),
  control("layers without the rank of E_t", layeredCases, (item) =>
    checkLayers(item, (layers) => predictedLayers(layers, withoutRank)),
  ),
  control("saddles only, without the rank of E_t", copiedKinds, (item) => checkSaddles(item, withoutRank)),
  control(
    "no semidefinite chamber beside an indefinite form",
    () => chamberCases(3),
    (item) => checkCount(item, (forms, m) => (forms.indefinite > 0 ? 0n : semidefiniteChambers(forms, m))),
  ),
  control(
    "a form that is 0 counted as positive",
    () => chamberCases(3),
    (item) =>
      checkCount(item, ({ positive, negative, indefinite, zero }, m) =>
        semidefiniteChambers({ positive: positive + zero, negative, indefinite, zero: 0 }, m),
      ),
  ),
];
