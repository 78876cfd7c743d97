import { entry } from "../exact/entry.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { copiedUnit, inertiaAbove } from "../landscape/criticalPoints/inertiaAbove.js";
import { squaredError } from "../landscape/loss/cost.js";
import { gradient } from "../landscape/loss/gradient.js";
import { certificates } from "./evidence/certificates.js";
import type { Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { COST_POINTS, type CostCase, costCases } from "./instances/costInstances.js";
import { inertiaText } from "./instances/inertiaText.js";
import {
  LAYERED_CASES,
  type LayeredIndex,
  expandedLayers,
  layeredCases,
  layeredInertia,
  predictedLayers,
} from "./instances/layeredIndex.js";
import { copiesText } from "./instances/pointsAbove.js";
import { type PrescribedPoint, kindText } from "./instances/prescribedUnits.js";
import { splittingInstance } from "./instances/splittings.js";
import {
  type IndexCase,
  type Shape,
  bothUnits,
  everyPattern,
  kindCount,
  patternsInTurn,
  pointsOfKinds,
  shapesUpTo,
  wholeInertia,
} from "./instances/unitStrata.js";

/** Up to the first, dimensions are taken with every pattern of signs; up to the second, with one. */
const [EVERY, ONCE] = [2, 3];

const criticalUpTo = (bound: number): Shape[] => shapesUpTo(bound).filter(({ isCritical }) => isCritical);

const largeShapes = (): Shape[] =>
  criticalUpTo(ONCE).filter(
    ({ inputDimension, outputDimension }) => Math.max(inputDimension, outputDimension) > EVERY,
  );

/** 2 or 3 copies have 3 + 6 patterns of signs. */
const PATTERN_COUNT = 3n + 6n;

export const claim: Claim = {
  id: "ext-inertia",
  title: "The exact index above every network, critical or not",
  statement:
    "Let unit t of θ^r have k_t copies with shares β of sum 1, n₊ of them positive and n₋ negative. With E_t " +
    "= Σ_k ∂c_k σ'(w_t·x_k) x_kᵀ and B_t = Σ_k (a_t·∂c_k) σ''(w_t·x_k) x_k x_kᵀ, where ∂c_k is the gradient " +
    "of the cost at datum k, i₋(H_m) = i₋(H_r) + Σ_t [(k_t − 1) rank E_t + (n₊ − 1) i₋(B_t|ker E_t) + n₋ " +
    "i₊(B_t|ker E_t)], and i₊ likewise with i₊ and i₋ of B_t exchanged. So no number of eigenvalues of one " +
    "sign, or of zero ones, falls under expansion. Of several layers, the sum runs " +
    "over the units of all hidden layers, with ∂c_k in the preactivations of the next layer",
  argument:
    "With δa_i = β_i α + α_i, Σα_i = 0, and δw_i = u + ω_i, Σβ_iω_i = 0 on each block, the second " +
    "variation splits into that of θ^r at (α, u) and Σ_i 2α_iᵀE_tω_i + β_iω_iᵀB_tω_i. {Σα_i = 0} and " +
    "{Σβ_iω_i = 0} pair perfectly, so E_t gives (k_t − 1) rank E_t planes of either sign, and diag(β) has " +
    "signature (n₊ − 1, n₋) on {β·ω = 0}",
  source: "extension; one copied unit and d_out = 1: Fukumizu and Amari 2000, Fukumizu et al. 2019",
  hypotheses: ["c and σ are C²", "Σβ = 1 over the copies of each unit"],
  provedInPart: {
    part: "the index, one layer at a time",
    leavesOpen:
      "that the Hessian of several layers has the form that the theorem on one hidden layer of a deep network " +
      "supposes, and that copies in one layer change no rank of E_t and no number of positive or negative eigenvalues of " +
      "B_t on ker E_t in others",
  },
  evidence: [
    everyCase("one-unit", {
      what:
        "E_t and B_t are of the prescribed kind, no datum is fitted, and the gradient is 0 just where it " +
        "should be; the inertia of the whole Hessian above is that which the formula predicts, and none of " +
        "the three numbers is smaller than below",
      range:
        "one unit, d_in, d_out ≤ 2, critical or not: every rank of E_t, with every inertia of B_t|ker E_t; 2 " +
        "and 3 copies, every pattern of signs of the shares, zeros included",
      expected: kindCount(shapesUpTo(EVERY)) * PATTERN_COUNT,
      cases: (_, seed) => everyPattern(pointsOfKinds(shapesUpTo(EVERY), seed)),
      check: checkIndex,
    }),
    everyCase("dimensions", {
      what: "the same",
      range: "critical points with d_in = 3 or d_out = 3, every kind; the patterns of signs in turn",
      expected: kindCount(largeShapes()),
      cases: (_, seed) => patternsInTurn(pointsOfKinds(largeShapes(), seed)),
      check: checkIndex,
    }),
    everyCase("units", {
      what: "the same where two units are copied: the index is a sum over them",
      range:
        "critical points of two units, d_in, d_out ≤ 2: every kind, with the next; 2 copies of one and 3 of " +
        "the other, the patterns of signs in turn",
      expected: kindCount(criticalUpTo(EVERY)),
      cases: (_, seed) => bothUnits(criticalUpTo(EVERY), seed),
      check: checkIndex,
    }),
    certificates("certificates", {
      what:
        "coordinates in which the Hessian above is the direct sum of that below and of one block (γB_t E_tᵀ; " +
        "E_t 0) for each copy but one: the checker computes and multiplies, and counts signs",
      range:
        "one unit, d_in, d_out ≤ 2, critical or not, every kind, the patterns of signs in turn; and the " +
        "critical points of two units, both copied",
      expected: kindCount(shapesUpTo(EVERY)) + kindCount(criticalUpTo(EVERY)),
      instances: (_, seed) => splittings(seed),
    }),
    everyCase("costs", {
      what: "the same for other costs, whose gradients ∂c_k are not the residuals",
      range:
        "the quartic and the bounded error, one unit, d_in, d_out ≤ 2, residuals in 1, …, d_out outputs, " +
        "not critical; 2 and 3 copies, every pattern of signs",
      expected: COST_POINTS * PATTERN_COUNT,
      cases: (_, seed) => costCases(seed),
      check: checkCosts,
    }),
    everyCase("layers", {
      what:
        "the inertia of the whole Hessian, by automatic differentiation, is that which E_t and B_t of all " +
        "hidden layers predict",
      range:
        "widths 1-2-1-2 and, with biases, 1-1-1-1, not critical; 1-1-2-1, critical; a unit more in some " +
        "layers, with shares (3, −2)",
      expected: LAYERED_CASES,
      cases: () => layeredCases(),
      check: checkLayers,
    }),
  ],
  theorems: [
    "second_variation_splits",
    "inertia_unique",
    "inertia_exists",
    "index_above",
    "inertia_never_falls",
    "index_instance",
    "hessian_is_second_derivative",
    "layer_variation_splits",
    "index_above_layer",
  ],
};

/** The checker is asked for the inertia that the whole Hessian has. */
export function* splittings(seed: number): Generator<Instance> {
  const alone = patternsInTurn(pointsOfKinds(shapesUpTo(EVERY), seed));
  for (const cases of [alone, bothUnits(criticalUpTo(EVERY), seed)]) {
    for (const item of cases) {
      const { positive, negative, zero } = inertiaWhole(item);
      yield splittingInstance(item, [positive, negative, zero]);
    }
  }
}

/** Of the Hessian above, by all its second derivatives. */
function inertiaWhole({ point, surjection, beta }: IndexCase): Counts {
  const network = expandCritical(point.network, surjection, beta);
  return wholeInertia({ ...point, network, cost: squaredError });
}

/** Each unit is of its kind, no datum is fitted, and the gradient is 0 if and only if that is asked. */
export function checkKinds(point: PrescribedPoint): string | undefined {
  const { network, data, activation, residuals, request } = point;
  const kinds = request.kinds.map((_, unit) => kindText(copiedUnit(point, unit))).join("; ");
  const wanted = request.kinds.map(kindText).join("; ");
  if (kinds !== wanted) return `${kinds}, not ${wanted}`;
  if (residuals.some((residual) => residual.isZero())) return `a datum is fitted at ${wanted}`;
  const isCritical = gradient(network, data, activation, squaredError).isZero();
  if (isCritical === request.isCritical) return undefined;
  return `${isCritical ? "a" : "no"} critical point at ${wanted}`;
}

/** The point is of its kinds; the inertia of the Hessian above is the predicted one, and no number falls. */
export function checkIndex(
  { point, lower, ...copies }: IndexCase,
  predict = inertiaAbove,
): string | undefined {
  const fault = checkKinds(point);
  if (fault !== undefined) return fault;
  const { surjection, beta } = copies;
  const found = inertiaWhole({ point, lower, ...copies });
  const place = `above ${point.request.kinds.map(kindText).join("; ")}, ${copiesText(copies)}`;
  return difference(found, predict(point, lower, surjection, beta), lower, place);
}

type Counts = Readonly<Record<"positive" | "negative" | "zero", number>>;

function difference(found: Counts, predicted: Counts, lower: Counts, place: string): string | undefined {
  const [text, wanted] = [inertiaText(found), inertiaText(predicted)];
  if (text !== wanted) return `inertia ${text}, not ${wanted}, ${place}`;
  return SIGNS.some((sign) => found[sign] < lower[sign])
    ? `inertia ${text} ${place}, where ${inertiaText(lower)} is below`
    : undefined;
}

const SIGNS = ["positive", "negative", "zero"] as const;

/** The same for another cost, and ∂c_k differs from e_k. */
export function checkCosts(
  { point, units, errors, lower, ...copies }: CostCase,
  predict = inertiaAbove,
): string | undefined {
  const { surjection, beta } = copies;
  const { network, cost } = point;
  const place = `for the ${cost.name} error, ${copiesText(copies)}`;
  if (errors.every((error, k) => entry(units.residuals, k).equals(error)))
    return `∂c is the residual ${place}`;
  const found = wholeInertia({ ...point, network: expandCritical(network, surjection, beta) });
  return difference(found, predict(units, lower, surjection, beta), lower, place);
}

/** The same for copies in several layers. */
export function checkLayers(item: LayeredIndex, predict = predictedLayers): string | undefined {
  const place = `at ${item.surjections.map(({ key }) => `[${key}]`).join(", ")}`;
  return difference(layeredInertia(expandedLayers(item), item.data), predict(item), item.lower, place);
}
