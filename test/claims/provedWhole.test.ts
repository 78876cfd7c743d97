import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Claim } from "../../src/claims/evidence/claim.js";
import { claims } from "../../src/claims/registry.js";

/** A part of a claim's statement, and the theorems that prove it; none for a part that asserts nothing. */
type Clause = readonly [words: string, ...theorems: string[]];

/**
 * Claims whose theorems prove the whole statement, by a reader of both: every word of the statement with the
 * theorems that prove it. A statement that changes needs another reading.
 */
const WHOLE: Readonly<Record<string, readonly Clause[]>> = {
  "def-2.2": [
    ["dim H_{i_1,…,i_k} = D(m − k + 1)", "symmetry_subspace_dimension"],
    [", and every symmetry subspace is an intersection of H_{ij}s", "symmetry_subspace_intersection"],
  ],
  "def-3.1": [
    ["Reduction steps keep the measure, hence the function for every σ; ", "reduction_invariant"],
    [
      "repeated in any order, they end in an irreducible network",
      "reduction_terminates",
      "reduction_normal_forms",
    ],
    [", unique up to permutation. ", "reduction_confluent"],
    [
      "This has width 0 if and only if the measure is 0: if all outgoing vectors cancel",
      "vanishing_reduction",
      "reduction_confluent",
    ],
  ],
  "def-3.2": [
    [
      "Every point of Γ_P(θ^r) has the measure of θ^r, hence computes its function for every σ",
      "subspace_keeps_function",
      // That the Γ_P are those of the definition.
      "theta_as_in_paper",
      "subspaces_as_in_paper",
    ],
  ],
  "def-3.3": [
    [
      "Θ_{r→m}(θ^r) = { θ with m units : μ_θ = μ_{θ^r} }",
      "theta_is_fibre",
      "theta_as_in_paper",
      "subspaces_as_in_paper",
    ],
  ],
  "thm-3.1-count": [
    [
      "Θ_{r→m}(θ^r) consists of exactly T(r,m) distinct affine subspaces",
      "distinct_subspaces_counted",
      // What it is put together from.
      "labelled_partitions_counted",
      "subspaces_as_in_paper",
      "no_subspace_includes_another",
    ],
    // So by definition, in Statements.v; what the sum of Theorem 3.1 has to do with it is its hypothesis.
    [
      ", where T(r,m) = Σ_{u≥0} C(m,u)G(r,m−u)B(u), G counts surjections and B(u) is the Bell number (Prop. 4.5)",
      "sorted_sum_is_t",
      "printed_sum_is_not_t",
      "printed_sum_too_large",
      "surjections_counted",
    ],
  ],
  "thm-3.1-distinct": [["Γ_P(θ^r) ⊆ Γ_Q(θ^r) only if P = Q", "no_subspace_includes_another"]],
  "thm-3.1-dim": [
    ["dim Γ_P = (m − r − j)·d_out + j·d_in if P has j zero blocks", "subspace_dimension"],
    ["; hence dim Γ_P ≥ min(d_in, d_out)(m − r), and equality is attained", "subspace_dimension_bound"],
  ],
  "thm-3.1-connected": [
    ["For m > r any two points of Θ_{r→m}(θ^r) are joined by segments inside it. ", "theta_connected"],
    // Finitely many points are isolated.
    ["For m = r it consists of r! isolated points. ", "theta_at_minimal_width"],
    [
      "(Affine subspaces are connected, so the first sentence also follows from their intersection graph, which is checked.)",
      "meeting_criterion",
    ],
  ],
  "thm-3.1-path": [
    [
      "From a subspace Γ_P in which a unit i* has zero output, the subspace transposed by (i*, i) is reached in three " +
        "segments inside Θ; any permutation is reached by transpositions. ",
      "transposed_in_three_segments",
    ],
    ["(How few segments suffice is the claim ext-geodesic.)"],
  ],
  "cor-4.1": [
    [
      "For m > r* the expansion manifold Θ_{r*→m}(θ_*) of a zero-loss point is connected",
      "zero_loss_connected",
      "minimal_is_irreducible",
    ],
  ],
  "prop-4.5": [
    ["G(r,m) = Σ_i C(r,i)(−1)^{r−i} i^m", "surjections_counted"],
    // By the definition of G in Statements.v.
    [", which is r!·S2(m,r); ", "multinomial_sum_is_g"],
    [
      "T(r,m) = G(r,m) + Σ_u C(m,u)G(r,m−u)g(u) with g(u) = B(u), which is r!·Σ_n S2(m,n)C(n,r). ",
      "t_closed_forms",
      "bell_as_printed",
      "sorted_sum_is_t",
      "recurrences",
    ],
    [
      "G counts the surjections, T the labelled partitions",
      "surjections_counted",
      "labelled_partitions_counted",
    ],
  ],
  "eq-6": [
    [
      "Σ_k R_k(r*,m)·a_k ≤ ((r*−1)/r*)^m for all a_k ≤ C(r*−1,k−1) if and only if T(r*,m) ≥ r*^m: ",
      "inequality_criterion",
    ],
    ["the largest sum is exactly (r*−1)^m. ", "extreme_sum"],
    [
      "So the paper's 'm ≫ r*' means that m is above the last m at which Eq. (6) fails, see ext-threshold",
      "once_true_always_true",
      "threshold_exists",
      "thresholds",
    ],
  ],
  "def-2.1": [
    [
      "L^m of Eq. (2) is a symmetric loss: L^m(P_πθ) = L^m(θ) for every permutation π of the units, since f(x|θ) is a sum over them; ",
      "loss_symmetric",
    ],
    ["and it is C¹ if σ and c are, by the chain rule. ", "gradient_is_derivative", "gradient_continuous"],
    ["Shown on exact instances, together with the gradient: ∇L(P_πθ) = P_π∇L(θ)", "loss_symmetric"],
  ],
  "lem-2.1": [
    [
      "The gradient flow of a symmetric loss with locally Lipschitz gradient stays in a symmetry subspace; from outside all symmetry subspaces it reaches none in finite time. ",
      "flows_stay_in_symmetry_subspaces",
    ],
    [
      "The lemma says so of every C¹ loss, which is false",
      "lipschitz_is_needed",
      // What is left of it.
      "symmetric_tangent",
      "gradient_tangent",
    ],
  ],
  "def-4.1": [
    [
      "Every point of Θ̄_{r→m}(θ^r) is a critical point of L^m if θ^r is one of L^r",
      "critical_points_copied",
      "critical_subspaces_as_in_paper",
      // That critical is what it is called.
      "critical_is_stationary",
      "gradient_is_derivative",
      "variations_are_linear",
      "derivatives_unique",
      "coordinates_do_not_matter",
    ],
  ],
  "prop-4.3": [
    [
      "Θ̄_{r→m}(θ^r) is a union of G(r,m) disjoint affine subspaces of dimension m − r, one for each surjection g: [m] → [r]. ",
      "critical_subspaces",
    ],
    ["(These are the P_π Γ̄_s of Def. 4.1.) ", "critical_subspaces_as_in_paper"],
    [
      "All their points are critical, by the argument at def-4.1",
      "critical_points_copied",
      "critical_is_stationary",
      "gradient_is_derivative",
    ],
  ],
  "prop-4.4": [
    [
      "At every point of Θ̄_{r→m}(θ^r) the Hessian has at least m − r zero eigenvalues",
      "zero_eigenvalues_above",
      "null_directions",
      "inertia_unique",
      "inertia_exists",
      // That the form is the Hessian's, at critical points.
      "hessian_is_second_derivative",
      "critical_points_copied",
      "critical_is_stationary",
      "variations_are_linear",
      "derivatives_unique",
      "coordinates_do_not_matter",
    ],
    [", and H_r = MᵀH_mM for the linear map M that copies units", "hessian_pulled_back"],
    [", so that above a strict saddle there are only strict saddles. ", "inertia_never_falls"],
    [
      "(The paper says 'has (m − r) zero eigenvalues'; there can be more, for example if some β_i is 0)",
      "index_for_one_output",
    ],
  ],
  "saddles-stay": [
    [
      "A saddle of the smaller network, strict or not, expands to saddles",
      "saddles_stay",
      "critical_is_stationary",
    ],
  ],
  "ext-saddle": [
    [
      "If E_t = Σ_k e_k σ'(w_t·x_k) x_kᵀ ≠ 0 (possible only for d_out ≥ 2, as a_tᵀE_t = 0), every point of Γ̄_s with k_t ≥ 2 is a strict saddle",
      "strict_saddles_above",
      "critical_is_stationary",
      "hessian_is_second_derivative",
    ],
    [", even above a strict local minimum", "index_instance", "second_derivative_test"],
  ],
  "cooper-2.3": [
    [
      "If 0 is a regular value of the residuals, the Hessian of L has d positive and n − d zero eigenvalues at every point of M. ",
      "hessian_is_squares",
      "hessian_on_zero_loss",
      "second_variation_at_zero_loss",
    ],
    ["It is not enough that each M_i = {f_i = y_i} is a smooth hypersurface", "hypersurfaces_are_not_enough"],
  ],
  "fig-6-blue": [
    [
      "'For m ≫ r* the blue curve approaches the curve for k = 1': Σ_k R_k/R_1 tends to 1 as m grows, r* fixed, " +
        "a_k = 1, at a geometric rate. The number for the levels k ≥ 2 is at most (s − 1)q^m/(1 − s·q^m) times that " +
        "of the first, s = r* − 1, q = (s − 1)/s, once s·q^m < 1. ",
      // At r* = 2 there are no levels k ≥ 2.
      "blue_curve",
    ],
    ["'Only first-level saddles are potentially relevant' is true for such m only. "],
    [
      "At r* = 30 the first level falls below the global minima at m = 37, where the higher levels are more than six " +
        "times as many as the first; all levels together do at m = 42, where the higher ones are still more than the " +
        "first. ",
      "figure_6_crossings",
      "blue_curve_at_thirty",
    ],
    [
      "The higher levels are fewer from m = 46 on, and fewer than a tenth from m = 77 on",
      "blue_curve_at_thirty",
    ],
  ],
  fukumizu: [
    // What the sources say, quoted.
    [
      "Above a local minimum, the subspaces in which one unit is copied 'may contain both local minima and strict " +
        "saddles depending on the spectrum of a matrix'; 'we expect a similar result to hold true for all " +
        "subspaces, including arbitrary replications'. ",
    ],
    [
      "There are two matrices for each copied unit t, with e_k the gradient of the cost at datum k: E_t = " +
        "Σ_k e_k σ'(w_t·x_k) x_kᵀ, which is 0 if d_out = 1",
      "index_for_one_output",
    ],
    [", and B_t = Σ_k (a_t·e_k) σ''(w_t·x_k) x_k x_kᵀ. "],
    [
      "For k_t copies with shares β, n₊ of them positive and n₋ negative, the index is i₋(H_r) + Σ_t [(k_t − 1) " +
        "rank E_t + (n₊ − 1) i₋(B_t|ker E_t) + n₋ i₊(B_t|ker E_t)]. ",
      "second_variation_splits",
      "index_above",
      "inertia_unique",
      "inertia_exists",
      // That the form is the Hessian's.
      "hessian_is_second_derivative",
    ],
    [
      "So above a minimum with H_r ≻ 0, d_out = 1 and definite B_t both kinds occur, for any replication: ",
      "both_kinds_occur",
    ],
    [
      "unit t adds no negative eigenvalue if B_t ≻ 0 and n₋ = 0, or if B_t ≺ 0 and n₊ = 1; and if no share is 0, the " +
        "only zero eigenvalues are those along Γ̄, so the points without negative ones are local minima. ",
      "index_for_one_output",
      "minima_for_one_output",
      "minima_above",
      "semidefinite_test",
    ],
    [
      "If some copied B_t is indefinite, d_out = 1 and no share is 0, or if some copied E_t ≠ 0, there are only " +
        "strict saddles",
      "minima_for_one_output",
      "strict_saddles_above",
      "second_derivative_test",
    ],
  ],
  "lem-4.6": [
    ["At fixed k, G(m−k,m) and T(m−k,m) are m^k·m!/(2^k·k!) times factors g and t. "],
    ["With n^(j) = n(n−1)…(n−j+1), (m−k)^(k)/m^k ≤ g ≤ (m−1)^k/m^(k)", "lemma_46_bounds"],
    [
      ", and t lies between Σ_j C(k,j)(2/m)^(k−j)·(m−j)^(j)/m^j and Σ_j C(k,j)(2/m)^(k−j)·(m−1)^j/m^(j). ",
      "lemma_46_sums",
    ],
    [
      "More simply, 1 − k(3k−1)/(2m) ≤ g ≤ 1/(1 − k(k−1)/(2m)) and 1 − k(3k−1)/(2m) ≤ t ≤ 1/(1 − k(k+3)/(2m)), the " +
        "upper bounds where their denominators are positive. ",
      "lemma_46_simple",
    ],
    [
      "At fixed r, 1 − r((r−1)/r)^m ≤ G(r,m)/r^m ≤ 1 − r((r−1)/r)^m + C(r,2)((r−2)/r)^m. ",
      "fixed_width_limit",
      "fixed_width_upper",
    ],
    ["All of these tend to 1. ", "lemma_46_limits", "fixed_width_limit"],
    ["The bounds are compared exactly with G and T here"],
  ],
  "eq-5": [
    [
      "R_k(r*, r*+h) is (r*)^k/(2^k·(h+k)…(h+1)) times a factor q with 1 − ((h+k)(3(h+k)−1)+h(h+3))/(2(r*+h)) ≤ q ≤ " +
        "1/(1 − C(2h+k,2)/(r*+h)), the upper bound for r*+h > C(2h+k,2). More simply, |q − 1| ≤ 3(2h+k)²/(2r*) for " +
        "all r* ≥ 3(2h+k)²/4",
      "eq_5_bounds",
    ],
    [", so q tends to 1 at the rate 1/r*. ", "eq_5_limit"],
    ["The bounds are compared exactly with R_k here"],
  ],
  "ext-geodesic": [
    [
      "The fewest segments between different points of Θ_{r→m}(θ^r) are 1 plus the least distance between subspaces " +
        "that contain them. ",
      "segment_in_one_subspace",
      "segments_are_walks",
      "walks_between_subspaces",
    ],
    [
      "For m = r + 1 there is a closed form, by the star graph on r + 1 symbols with each edge subdivided: ",
      "subdivided_star_graph",
    ],
    [
      "the distance is 2·(n' + c' − 2·[blank displaced]), for n' displaced symbols, the blank among them, in c' cycles",
      "subdivided_star_distance",
      "middle_of_edge",
    ],
    [", and the diameter is 2·⌊3r/2⌋", "subdivided_star_diameter", "segments_with_one_spare_unit"],
  ],
  // Each clause is proved without biases first, then with them.
  "mlp-invariance": [
    [
      "Expanding the hidden layers in any order keeps the function for every σ; ",
      "layer_expansion_keeps_function",
      "sequential_expansion_keeps_function",
      "layer_theta_keeps_function",
      "biased_expansion_keeps_function",
      // That these are the expansions of Definition 3.3, and that there are any.
      "layer_expansion_manifold",
      "layer_replacements_exist",
      "biased_expansion_manifold",
      "biased_replacements_exist",
    ],
    [
      "reduction steps in any layers and any order lead back to one irreducible network, unique up to permutations " +
        "of hidden units. ",
      "layer_reduction_normal_forms",
      "layer_reduction_confluent",
      "irreducible_layers_unique",
      "biased_reduction_normal_forms",
      "biased_reduction_confluent",
    ],
    [
      "Two networks with the same number of layers compute the same function for every σ if and only if they reduce " +
        "to the same one, ",
      "functions_determine_layers",
      "biased_layers_unique",
      "functions_determine_biased_layers",
      // That there are spaces for the values that the theorems ask for.
      "infinite_dimensions_exist",
    ],
    [
      "which therefore has the least number of units in every layer ",
      "irreducible_layers_least",
      "irreducible_biased_layers_least",
    ],
    ["(Theorem 1 of proofs/layers.md)"],
  ],
  "cooper-3.3": [
    [
      "One hidden layer of width h ≥ d with biases and a rectified activation fits d distinct inputs exactly. Width d is enough",
      "width_fits_data",
    ],
    [", and for d = 2 it is necessary", "width_one_misses_two_targets"],
  ],
};

/** What is wrong with how a claim words its theorems. */
function faults(
  { id, statement, provedInPart, theorems = [] }: Claim,
  clauses?: readonly Clause[],
): string[] {
  if (theorems.length === 0)
    return [
      ...(provedInPart === undefined ? [] : [`${id} cites no theorem that could prove a part`]),
      ...(clauses === undefined ? [] : [`${id} cites no theorem that could prove it`]),
    ];
  if (clauses === undefined)
    return provedInPart === undefined ? [`${id} is not known to be proved as a whole`] : [];
  if (provedInPart !== undefined) return [`${id} is both proved as a whole and in part`];
  const proving = new Set(clauses.flatMap(([, ...names]) => names));
  return [
    ...(clauses.map(([words]) => words).join("") === statement ? [] : [`the statement of ${id} has changed`]),
    ...[...proving].filter((name) => !theorems.includes(name)).map((name) => `${id} doesn't cite ${name}`),
    ...theorems.filter((name) => !proving.has(name)).map((name) => `${name} was not read beside ${id}`),
  ];
}

test("every claim that cites theorems is proved as a whole, word by word, or says what they leave open", () => {
  expect(claims.flatMap((claim) => faults(claim, WHOLE[claim.id]))).toEqual([]);
  const ids = claims.map(({ id }) => id);
  expect(Object.keys(WHOLE).filter((id) => !ids.includes(id))).toEqual([]);
  expect(claims.filter(({ theorems }) => theorems !== undefined).length).toBeGreaterThan(17);
});

test("what is proved in part is told in a few words, and what is left open in more", () => {
  for (const { id, provedInPart } of claims) {
    if (provedInPart === undefined) continue;
    const { part, leavesOpen } = provedInPart;
    expect([id, part.length > 0 && part.length <= 32]).toEqual([id, true]);
    expect([id, leavesOpen.length > part.length]).toEqual([id, true]);
  }
});

test("proofs/README.md lists exactly the claims that are proved in part", () => {
  const text = readFileSync(new URL("../../proofs/README.md", import.meta.url), "utf8");
  const list = /their badge is `proved in part`:\n\n([^]*?)\n\n/.exec(text)?.[1] ?? "";
  const listed = [...list.matchAll(/^- (`[^:]*`): /gm)].flatMap(([, ids]) => ids?.split(", ") ?? []);
  const partly = claims.filter(({ provedInPart }) => provedInPart !== undefined);
  expect(listed.sort()).toEqual(partly.map(({ id }) => `\`${id}\``).sort());
});

describe("the review", () => {
  const known = claims.find(({ id }) => id === "def-2.2");
  if (known === undefined) throw new Error("def-2.2 is gone");
  const clauses = WHOLE["def-2.2"];
  const open = { part: "dimension", leavesOpen: "the intersection" };

  it.each<[string, Claim, readonly Clause[] | undefined, string[]]>([
    ["is at peace with a reviewed claim", known, clauses, []],
    ["is at peace with one proved in part", { ...known, provedInPart: open }, undefined, []],
    ["misses an unreviewed claim", known, undefined, ["def-2.2 is not known to be proved as a whole"]],
    [
      "sees a claim reviewed as whole that is in part",
      { ...known, provedInPart: open },
      clauses,
      ["def-2.2 is both proved as a whole and in part"],
    ],
    [
      "sees a statement that says more",
      { ...known, statement: `${known.statement}, and connected` },
      clauses,
      ["the statement of def-2.2 has changed"],
    ],
    [
      "sees a theorem that is gone, and one that is new",
      {
        ...known,
        theorems: ["symmetry_subspace_dimension", "symmetry_subspaces_meet"],
      },
      clauses,
      [
        "def-2.2 doesn't cite symmetry_subspace_intersection",
        "symmetry_subspaces_meet was not read beside def-2.2",
      ],
    ],
    [
      "sees a part proved by nothing",
      { ...known, provedInPart: open, theorems: [] },
      undefined,
      ["def-2.2 cites no theorem that could prove a part"],
    ],
    [
      "sees a whole proved by nothing",
      { ...known, theorems: [] },
      clauses,
      ["def-2.2 cites no theorem that could prove it"],
    ],
  ])("%s", (_, claim, read, expected) => {
    expect(faults(claim, read)).toEqual(expected);
  });
});
