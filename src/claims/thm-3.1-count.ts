import { literalFormulaCounterexample } from "../certificate/counterexampleCertificate.js";
import { enumerationCertificate } from "../certificate/enumerationCertificate.js";
import { compositions } from "../combinatorics/compositions.js";
import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { labelledPartitionCountByZeroBlocks } from "../combinatorics/counts/labelledPartitionRoutes.js";
import { correctedFormula, literalFormula } from "../combinatorics/counts/literalFormula.js";
import { permutations } from "../combinatorics/partitions/permutations.js";
import { nullspaceFractionFree } from "../exact/matrices/fractionFree.js";
import { clearDenominators } from "../exact/vectors/integerMatrix.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { properties } from "../../properties/thm-3.1-count.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { countedBySize } from "./evidence/countedBySize.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import type { Refuted } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

const MAX_LITERAL = 9;
const MAX_DEFINITION = 5;
const MAX_CERTIFIED = 6;

export const claim: Claim = {
  id: "thm-3.1-count",
  title: "The number of distinct subspaces is T(r,m)",
  statement:
    "Θ_{r→m}(θ^r) consists of exactly T(r,m) distinct affine subspaces, where T(r,m) = Σ_{u≥0} " +
    "C(m,u)G(r,m−u)B(u), G counts surjections and B(u) is the Bell number (Prop. 4.5)",
  source: "Şimşek et al. 2021, Theorem 3.1",
  hypotheses: ["θ^r irreducible", "d_in, d_out ≥ 1", "the sum of Theorem 3.1 taken over b_1 ≥ … ≥ b_j"],
  evidence: [
    everyCase("enumeration", {
      what:
        "labelled partitions, each valid and later than the one before, for each (r,m) as many as T(r,m) " +
        "by its closed form in Prop. 4.5",
      range: (maxM) => `1 ≤ r ≤ m ≤ ${maxM}`,
      expected: (maxM) => sumOverWidths(maxM, labelledPartitionCountByZeroBlocks),
      cases: (maxM) => countedBySize(maxM, enumerationCases, labelledPartitionCountByZeroBlocks),
      check: checkOrder,
    }),
    everyCase("as defined", {
      upTo: MAX_DEFINITION,
      what: "the distinct solution spaces P_π Γ_s over all s and all π, for each (r,m) as many as T(r,m)",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}, d_in = d_out = 1`,
      expected: (bound) => sumOverWidths(bound, labelledPartitionCount),
      cases: (bound) => countedBySize(bound, subspacesAsDefined, labelledPartitionCount),
      check: checkSolvable,
    }),
    { name: "literal reading", kind: "refuted as stated", run: () => literalVerdict(literalFormula) },
    everyCase("corrected formula", {
      what: "the sum over ordered tuples with 1/j! equals T(r,m)",
      range: `1 ≤ r ≤ m ≤ ${MAX_LITERAL}`,
      expected: BigInt((MAX_LITERAL * (MAX_LITERAL + 1)) / 2),
      cases: () => widths(MAX_LITERAL),
      check: ([r, m]) =>
        correctedFormula(r, m) === labelledPartitionCount(r, m) ? undefined : `differs at (${r},${m})`,
    }),
    certificates("certificates", {
      upTo: MAX_CERTIFIED,
      what: "all labelled partitions listed in a certificate",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}`,
      expected: (bound) => BigInt((bound * (bound + 1)) / 2),
      instances: (bound) =>
        [...widths(bound)].map(([r, m]) => ({
          certificate: enumerationCertificate(r, m),
          asked: { claim: "thm-3.1-count", r, m },
        })),
    }),
    certificates("counterexample certificates", {
      what: "the displayed formula and the count, both evaluated by the checker, differ",
      range: `1 ≤ r, r + 3 ≤ m ≤ ${MAX_LITERAL}`,
      expected: BigInt(((MAX_LITERAL - 3) * (MAX_LITERAL - 2)) / 2),
      instances: () =>
        [...widths(MAX_LITERAL)]
          .filter(([r, m]) => m - r >= 3)
          .map(([r, m]) => ({
            certificate: literalFormulaCounterexample(r, m),
            asked: { claim: "thm-3.1-count", refuted: true, r, m },
          })),
    }),
  ],
  properties,
  theorems: [
    "labelled_partitions_counted",
    "subspaces_as_in_paper",
    "no_subspace_includes_another",
    "distinct_subspaces_counted",
    "sorted_sum_is_t",
    "printed_sum_is_not_t",
    "printed_sum_too_large",
    "surjections_counted",
  ],
};

/** A labelled partition, the sizes it was listed for, and the one that came before it among those. */
export interface EnumerationCase {
  readonly r: number;
  readonly m: number;
  readonly previous: LabelledPartition | undefined;
  readonly current: LabelledPartition;
}

/**
 * Valid, of the sizes it was listed for, and later in canonical order than the one before: so none appears
 * twice.
 *
 * @throws InputError if the codes are not those of a labelled partition with r labels.
 */
export function checkOrder({ r, m, previous, current }: EnumerationCase): string | undefined {
  const valid = LabelledPartition.of(current.codes, r);
  if (valid.m !== m) return `[${valid.key}] has ${valid.m} neurons, not ${m}`;
  if (previous === undefined) return undefined;
  const letter = (code: number): number => (code > 0 ? code - 1 : r - code);
  const differs = valid.codes.findIndex((code, unit) => code !== previous.codes[unit]);
  if (differs >= 0 && letter(entry(valid.codes, differs)) > letter(entry(previous.codes, differs)))
    return undefined;
  return `[${valid.key}] does not come after [${previous.key}]`;
}

function* enumerationCases(r: number, m: number): Generator<EnumerationCase> {
  let previous: LabelledPartition | undefined;
  for (const current of labelledPartitions(r, m)) {
    yield { r, m, previous, current };
    previous = current;
  }
}

/**
 * The distinct affine subspaces P_π Γ_s(θ^r) of Def. 3.3, for every tuple s and every π ∈ S_m as in the
 * definition; a subspace is identified by the solution space of its equations.
 */
export function* subspacesAsDefined(r: number, m: number): Generator<string> {
  const theta = standardNetwork(r, 1, 1);
  const seen = new Set<string>();
  for (let parts = r; parts <= m; parts += 1) {
    for (const sizes of compositions(m, parts)) {
      const codes = sizes.flatMap((size, part) =>
        new Array<number>(size).fill(part < r ? part + 1 : r - part),
      );
      const rows = clearDenominators(gammaSubspace(theta, LabelledPartition.of(codes, r)).equations);
      for (const order of permutations(m)) {
        const key = solutionKey(rows.map((row) => permuted(row, order)));
        if (seen.has(key)) continue;
        seen.add(key);
        yield key;
      }
    }
  }
}

/**
 * Unit i of P_π θ is unit π(i) of θ: coordinates w_1 … w_m, a_1 … a_m and the right side, d_in = d_out = 1.
 */
function permuted(row: readonly bigint[], order: readonly number[]): bigint[] {
  const m = order.length;
  const incoming = order.map((source) => entry(row, source));
  const outgoing = order.map((source) => entry(row, m + source));
  return [...incoming, ...outgoing, entry(row, 2 * m)];
}

/** The reduced basis of the solutions of A·x = b·t, which depends only on the solution space. */
function solutionKey(rows: readonly (readonly bigint[])[]): string {
  return nullspaceFractionFree(rows, entry(rows, 0).length)
    .map((vector) => vector.join(","))
    .join(";");
}

/** A system (A | b) has a solution if and only if A·x = b·t has one with t ≠ 0; empty ones look alike. */
export function checkSolvable(key: string): string | undefined {
  const basis = key.split(";").filter((vector) => vector !== "");
  return basis.some((vector) => vector.split(",").at(-1) !== "0") ? undefined : "a subspace without points";
}

const LITERAL =
  "the displayed formula, summed over ordered tuples with 1/∏c_i!, counts some subspaces more than once";

const CORRECTED =
  "sum over b_1 ≥ … ≥ b_j, or over ordered tuples with 1/j!. The displayed sum counts zero blocks of " +
  "sizes b_1, …, b_j once for each of their j!/∏c_i! orders. So it is right for m − r ≤ 2, where all " +
  "b_i are equal, and too large for every m − r ≥ 3, where they can be 2 and 1; compared for all r ≤ " +
  `m ≤ ${MAX_LITERAL}`;

/**
 * The displayed formula against the true count: it must be too large for m − r ≥ 3 and right elsewhere, and
 * at its first error the subspaces are counted one by one.
 */
export function literalVerdict(
  formula: (r: number, m: number) => bigint,
  count = (r: number, m: number): bigint => BigInt([...labelledPartitions(r, m)].length),
): Refuted {
  const verdict = (held: boolean, counterexample: Refuted["counterexample"], failure: string): Refuted => ({
    kind: "refuted as stated",
    held,
    what: LITERAL,
    counterexample,
    corrected: CORRECTED,
    ...(held ? {} : { failure }),
  });
  const differing = [...widths(MAX_LITERAL)].filter(
    ([r, m]) => formula(r, m) !== labelledPartitionCount(r, m),
  );
  const [first, ...later] = differing;
  if (first === undefined) return verdict(false, {}, `right for all r ≤ m ≤ ${MAX_LITERAL}`);
  const recorded = [...widths(MAX_LITERAL)].filter(([r, m]) => m - r >= 3);
  const [r, m] = first;
  const counted = count(r, m);
  const tooLarge = differing.filter((sizes) => formula(...sizes) > labelledPartitionCount(...sizes));
  const held =
    tooLarge.join(" ") === recorded.join(" ") &&
    differing.length === tooLarge.length &&
    counted === labelledPartitionCount(r, m);
  const further = later.slice(0, 4).map(([r2, m2]) => {
    return `(${r2},${m2}): ${formula(r2, m2)} for ${labelledPartitionCount(r2, m2)}`;
  });
  return verdict(
    held,
    {
      "at (r,m)": `(${r},${m})`,
      "the displayed formula gives": formula(r, m).toString(),
      "subspaces counted one by one": counted.toString(),
      "likewise at": further.join("; "),
    },
    `wrong at ${differing.join(" ")}, too large at ${tooLarge.join(" ")}, recorded ` +
      `${recorded.join(" ")}; ${counted} counted at ${r},${m}`,
  );
}
