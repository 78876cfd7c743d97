import { entry } from "../exact/entry.js";
import type { Inertia } from "../exact/inertia/inertia.js";
import { squaredError } from "../landscape/loss/cost.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { gradient } from "../landscape/loss/gradient.js";
import { copiedUnit, inertiaAbove } from "../landscape/criticalPoints/inertiaAbove.js";
import { type Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { NARROW, PAIRS, type RecordedPoint, copiedPoints } from "./instances/copiedUnits.js";
import { inertiaOf, inertiaText } from "./instances/inertiaText.js";
import { type Copies, type PointClaim, copiesText, pointInstance } from "./instances/pointsAbove.js";
import { bothCopied, oneUnitCopied } from "./instances/unitCopies.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

/** Points above strict minima, the first unit copied twice, and the claim that the checker must verify. */
const CERTIFIED: readonly (readonly [name: string, shares: "equal" | "mixed", claim: PointClaim])[] = [
  ["1 → 1, B ≺ 0", "mixed", "open-strict-saddles"],
  ["1 → 1, B ≻ 0", "equal", "open-strict-saddles"],
  ["2 → 1, B ≻ 0", "equal", "open-strict-saddles"],
  ["2 → 1, B ≺ 0", "mixed", "open-strict-saddles"],
  ["1 → 1, r = 2, both B ≻ 0", "equal", "open-strict-saddles"],
  ["1 → 2, E ≠ 0", "equal", "ext-saddle"],
  ["2 → 2, E ≠ 0", "mixed", "ext-saddle"],
];

export const claim: Claim = {
  id: "fukumizu",
  title: "Minima and strict saddles above a minimum, by a matrix: for one output, and where E_t = 0",
  statement:
    "Above a local minimum, the subspaces in which one unit is copied 'may contain both local minima and " +
    "strict saddles depending on the spectrum of a matrix'; 'we expect a similar result to hold true for " +
    "all subspaces, including arbitrary replications'. There are two matrices for each copied unit t, " +
    "with e_k the gradient of the cost at datum k: E_t = Σ_k e_k σ'(w_t·x_k) x_kᵀ, which is 0 if d_out = " +
    "1, and B_t = Σ_k (a_t·e_k) σ''(w_t·x_k) x_k x_kᵀ. For k_t copies with shares β, n₊ of them positive " +
    "and n₋ negative, the index is i₋(H_r) + Σ_t [(k_t − 1) rank E_t + (n₊ − 1) i₋(B_t|ker E_t) + n₋ " +
    "i₊(B_t|ker E_t)]. So above a minimum with H_r ≻ 0, d_out = 1 and definite B_t both kinds occur, for " +
    "any replication: unit t adds no negative eigenvalue if B_t ≻ 0 and n₋ = 0, or if B_t ≺ 0 and n₊ = 1; " +
    "and if no share is 0, the only zero eigenvalues are those along Γ̄, so the points without negative " +
    "ones are local minima. If some copied B_t is indefinite, d_out = 1 and no share is 0, or if some " +
    "copied E_t ≠ 0, there are only strict saddles",
  source:
    "Şimşek et al. 2021, after Prop. 4.4, on Fukumizu et al. 2019, Theorem 11; two copies and one output " +
    "already in Fukumizu and Amari 2000. Neither text was at hand, only what Şimşek et al. say of them",
  hypotheses: ["θ^r irreducible and critical", "c and σ are C²", "on the instances the squared error"],
  evidence: [
    everyCase("below", {
      what:
        "critical points below with E_t and B_t of the recorded kinds: B_t positive definite, negative " +
        "definite and indefinite, E_t of rank 0, 1 and 2; w_t·x_k, σ, σ', σ'' ≠ 0",
      range: "eleven strict minima and a saddle, written out",
      expected: NARROW + PAIRS,
      cases: () => copiedPoints(),
      check: checkBelow,
    }),
    everyCase("one-unit", {
      what:
        "one unit copied: the inertia of the Hessian is that predicted by E_t, B_t and the signs of the " +
        "shares",
      range: "12 critical points below, d_in, d_out ≤ 3, r ≤ 2; two or three copies, shares of all signs",
      expected: 10n * NARROW + 20n * PAIRS,
      cases: () => casesOf(copiedPoints(), oneUnitCopied),
      check: checkAbove,
      table: kindsTable,
    }),
    everyCase("replications", {
      what: "two units copied: the inertia is that predicted, so the index is a sum over the units",
      range: "the four of width 2; copies (2, 2) and (3, 2), shares of all signs",
      expected: 40n * PAIRS,
      cases: () =>
        casesOf(
          copiedPoints().filter(({ point }) => point.network.units.length === 2),
          bothCopied,
        ),
      check: checkAbove,
    }),
    certificates("certificates", {
      what:
        "gradients, Hessians and inertias computed anew by the checker: five points that are not strict " +
        "saddles, and two that are, as E_t ≠ 0",
      range: "above seven of the strict minima, the first unit copied twice, β = (1/2, 1/2) or (2, −1)",
      expected: BigInt(CERTIFIED.length),
      instances: () => kindCertificates(),
    }),
  ],
  theorems: [
    "inertia_unique",
    "inertia_exists",
    "second_variation_splits",
    "index_above",
    "index_for_one_output",
    "hessian_is_second_derivative",
    "second_derivative_test",
    "semidefinite_test",
    "minima_above",
    "minima_for_one_output",
    "both_kinds_occur",
    "strict_saddles_above",
  ],
};

/** A critical point with its Hessian's inertia, and copies of its units. */
export interface CopiedCase {
  readonly below: RecordedPoint;
  readonly lower: Inertia;
  readonly copies: Copies;
}

/** A point below is critical, with the recorded inertia, and with E_t and B_t of the recorded kinds. */
export function checkBelow({ name, point, inertia: recorded, units }: RecordedPoint): string | undefined {
  if (!gradient(point.network, point.data, point.activation, squaredError).isZero())
    return `the gradient is not 0 at ${name}`;
  const text = inertiaText(inertiaOf(point));
  if (text !== recorded) return `inertia ${text}, not ${recorded}, at ${name}`;
  const kinds = point.network.units.map((_, unit) => {
    const { rank, onKernel } = copiedUnit(point, unit);
    return `rank ${rank}, ${inertiaText(onKernel)}`;
  });
  return kinds.join("; ") === units.join("; ") ? undefined : `${kinds.join("; ")} at ${name}`;
}

/** At a point above, the inertia of the Hessian is that predicted by E_t, B_t and the signs of the shares. */
export function checkAbove({ below, lower, copies }: CopiedCase, predict = inertiaAbove): string | undefined {
  const { surjection, beta } = copies;
  const network = expandCritical(below.point.network, surjection, beta);
  const text = inertiaText(inertiaOf({ ...below.point, network }));
  const predicted = inertiaText(predict(below.point, lower, surjection, beta));
  return text === predicted
    ? undefined
    : `inertia ${text}, not ${predicted}, above ${below.name}, ${copiesText(copies)}`;
}

function casesOf(
  points: readonly RecordedPoint[],
  copiesFor: (r: number) => readonly Copies[],
): CopiedCase[] {
  return points.flatMap((below) => {
    const lower = inertiaOf(below.point);
    return copiesFor(below.point.network.units.length).map((copies) => ({ below, lower, copies }));
  });
}

/** For each point below, the inertias with its first unit copied twice: no negative share, and one. */
export function kindsTable(points: readonly RecordedPoint[] = copiedPoints()): FoundTable {
  const rows = points.map((below) => {
    const inertias = casesOf([below], oneUnitCopied).map(({ copies: { surjection, beta } }) =>
      inertiaText(
        inertiaOf({ ...below.point, network: expandCritical(below.point.network, surjection, beta) }),
      ),
    );
    // The shares (1/2, 1/2) and (2, −1).
    const [equal, mixed] = [entry(inertias, 0), entry(inertias, 2)];
    return [below.name, below.inertia, equal, mixed];
  });
  return {
    title: "Inertia (positive, negative, zero) with the first unit copied twice",
    head: ["d_in → d_out, E_t and B_t", "below", "β = (1/2, 1/2)", "β = (2, −1)"],
    rows,
  };
}

export function* kindCertificates(rows = CERTIFIED): Generator<Instance> {
  const points = copiedPoints();
  for (const [name, shares, about] of rows) {
    for (const { point } of points.filter((candidate) => candidate.name === name)) {
      const copies = oneUnitCopied(point.network.units.length)[shares === "equal" ? 0 : 2];
      if (copies !== undefined) yield pointInstance(about, { below: point, ...copies });
    }
  }
}
