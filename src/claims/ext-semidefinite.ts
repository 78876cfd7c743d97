import { binomial } from "../combinatorics/counts/binomial.js";
import { type UnitForms, semidefiniteChambers } from "../combinatorics/counts/semidefiniteChambers.js";
import { entry } from "../exact/entry.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { type CopiedUnit, type ShareSigns, addedByCopies } from "../landscape/criticalPoints/inertiaAbove.js";
import { squaredError } from "../landscape/loss/cost.js";
import { everyCase } from "./evidence/everyCase.js";
import type { Claim } from "./evidence/claim.js";
import { sumOverWidths, widths } from "./evidence/ranges.js";
import { FORMS, chambers, countForms, formLists, signsOf } from "./instances/chambers.js";
import { inertiaText } from "./instances/inertiaText.js";
import type { Copies } from "./instances/pointsAbove.js";
import { type PrescribedPoint, kindText } from "./instances/prescribedUnits.js";
import {
  kindCount,
  shapesUpTo,
  signPatterns,
  strictMinimumOf,
  unitKinds,
  wholeInertia,
} from "./instances/unitStrata.js";

/** The largest dimensions, and the most copies. */
const [DIMENSION, COPIES] = [3, 4];

/** The width above two units. */
const WIDE = 3;

export const claim: Claim = {
  id: "ext-semidefinite",
  title: "Where copies add no negative eigenvalue: chambers of shares",
  statement:
    "Let θ^r be critical with i₋(H_r) = 0, and E_t, B_t as in ext-inertia. All points of Γ̄_s are strict " +
    "saddles if and only if E_t ≠ 0 for some copied unit t; all those without a share 0 are, if and only " +
    "if E_t ≠ 0 or B_t is indefinite for some copied unit. The hyperplanes β_i = 0 cut the subspaces Γ̄_s " +
    "of width m into chambers, in each of which the inertia is constant. If all E_t = 0, as for d_out = 1, " +
    "those without a negative eigenvalue number m![x^m] (e^x − 1)^p (x e^x)^n x^q (e^{2x} − e^x)^z, for p " +
    "units with B_t ⪰ 0, n with B_t ⪯ 0 (neither is 0), q with B_t indefinite and z with B_t = 0: G(r,m) " +
    "for p = r, r^{m−r} m!/(m−r)! for n = r, and none for q = r < m. With q < r there are some, in " +
    "subspaces where no unit with an indefinite B_t is copied",
  argument:
    "By ext-inertia each copied unit adds (k − 1) rank E_t + (n₊ − 1) i₋(B_t|ker E_t) + n₋ i₊(B_t|ker E_t). " +
    "If E_t = 0, the shares (1, 0, …, 0) add nothing. Without a share 0, n₊ + n₋ = k: so an indefinite B_t " +
    "adds k − 1 or more, B_t ⪰ 0 nothing for n₋ = 0, B_t ⪯ 0 nothing for n₊ = 1, and B_t = 0 never. These " +
    "are 1, k and 2^k − 1 of the 2^k − 1 patterns of a block of k copies, and e^x − 1, x e^x, e^{2x} − e^x " +
    "their exponential generating functions; an indefinite unit has one copy, which is x",
  source: "extension; one copied unit and d_out = 1: Fukumizu and Amari 2000, Fukumizu et al. 2019",
  hypotheses: ["θ^r irreducible and critical", "c and σ are C²"],
  evidence: [
    everyCase("saddles-only", {
      what:
        "by the formula, some shares add no negative eigenvalue if and only if E_t = 0, and some without a " +
        "0 if and only if also B_t is not indefinite",
      range: `every rank of E_t and inertia of B_t|ker E_t with d_in, d_out ≤ ${DIMENSION}; 2 to ${COPIES} copies`,
      expected: kindCount(shapesUpTo(DIMENSION)) * BigInt(COPIES - 1),
      cases: copiedKinds,
      check: checkSaddles,
    }),
    everyCase("count", {
      upTo: 5,
      what:
        "the chambers in which the formula adds no negative eigenvalue, listed and counted, are as many as " +
        "the closed form says",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}; every number of units of each of the four kinds`,
      expected: (bound) => sumOverWidths(bound, (r) => binomial(r + 3, 3)),
      cases: chamberCases,
      check: checkCount,
    }),
    everyCase("minima", {
      what:
        "above strict local minima, the whole Hessian at a point of each chamber has no negative " +
        "eigenvalue in as many chambers as the closed form says",
      range: `d_in = 2, d_out = 1, two units of every two kinds; all surjections of ${WIDE} on 2 units`,
      expected: binomial(2 + 3, 3),
      cases: (_, seed) => minima(seed),
      check: checkMinimum,
    }),
  ],
};

/** Copies of a unit of some kind. */
export interface CopiedKind {
  readonly kind: CopiedUnit;
  readonly outputDimension: number;
  readonly k: number;
}

export function* copiedKinds(): Generator<CopiedKind> {
  for (const { inputDimension, outputDimension, isCritical } of shapesUpTo(DIMENSION)) {
    for (const kind of unitKinds(inputDimension, outputDimension, isCritical))
      for (let k = 2; k <= COPIES; k++) yield { kind, outputDimension, k };
  }
}

/** Whether every pattern of shares adds negative eigenvalues, and every one without zeros. */
export function checkSaddles(
  { kind, outputDimension, k }: CopiedKind,
  added = addedByCopies,
): string | undefined {
  const isSaddle = (signs: ShareSigns): boolean => added(kind, signs, outputDimension).negative > 0;
  const patterns = [...signPatterns(k)];
  const place = `for ${k} copies of a unit with ${kindText(kind)}`;
  const always = patterns.every(isSaddle);
  if (always !== kind.rank > 0) return `strict saddles ${always ? "only" : "not only"} ${place}`;
  const inside = patterns.filter(({ zero }) => zero === 0).every(isSaddle);
  const isIndefinite = kind.onKernel.positive > 0 && kind.onKernel.negative > 0;
  return inside === (kind.rank > 0 || isIndefinite)
    ? undefined
    : `strict saddles ${inside ? "only" : "not only"} without a share 0 ${place}`;
}

/** Units with forms of some kinds, and the signs of the shares in every chamber of width m. */
export interface ChamberCase {
  readonly forms: readonly (keyof UnitForms)[];
  readonly m: number;
  readonly signs: readonly (readonly ShareSigns[])[];
}

export function* chamberCases(bound: number): Generator<ChamberCase> {
  for (const [r, m] of widths(bound)) {
    const signs = [...chambers(r, m)].map(signsOf);
    for (const forms of formLists(r)) yield { forms, m, signs };
  }
}

/** The number of chambers in which no unit adds a negative eigenvalue is that of the closed form. */
export function checkCount(
  { forms, m, signs }: ChamberCase,
  count = semidefiniteChambers,
): string | undefined {
  const listed = signs.filter((units) =>
    units.every(
      (unit, t) => addedByCopies({ rank: 0, onKernel: FORMS[entry(forms, t)] }, unit, 1).negative === 0,
    ),
  ).length;
  const closed = count(countForms(forms), m);
  return BigInt(listed) === closed
    ? undefined
    : `${listed} chambers, not ${closed}, for ${forms.join(", ")} at m = ${m}`;
}

/** A strict local minimum whose units have forms of these kinds. */
export interface MinimumCase {
  readonly forms: readonly (keyof UnitForms)[];
  readonly point: PrescribedPoint;
  readonly points: readonly Copies[];
}

export function* minima(seed: number): Generator<MinimumCase> {
  const points = [...chambers(2, WIDE)];
  for (const forms of formLists(2)) {
    const kinds = forms.map((form) => ({ rank: 0, onKernel: FORMS[form] }));
    yield { forms, points, point: strictMinimumOf(kinds, seed) };
  }
}

/** The point is a strict minimum, and as many chambers above it are semidefinite as the closed form says. */
export function checkMinimum(
  { forms, point, points }: MinimumCase,
  count = semidefiniteChambers,
): string | undefined {
  const lower = wholeInertia({ ...point, cost: squaredError });
  if (lower.negative + lower.zero > 0) return `inertia ${inertiaText(lower)} below, for ${forms.join(", ")}`;
  const all = count(countForms(forms.map(() => "zero")), WIDE);
  if (BigInt(points.length) !== all) return `${points.length} chambers of ${all}`;
  const found = points.filter(({ surjection, beta }) => {
    const network = expandCritical(point.network, surjection, beta);
    return wholeInertia({ ...point, network, cost: squaredError }).negative === 0;
  }).length;
  const closed = count(countForms(forms), WIDE);
  return BigInt(found) === closed
    ? undefined
    : `${found} semidefinite chambers, not ${closed}, for ${forms.join(", ")}`;
}
