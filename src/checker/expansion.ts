import { FREE } from "./changes.js";
import { type Units, coarsestCodes, irreducible, isMember, network, spelled } from "./network.js";
import { isGiven } from "./request.js";
import { type Rational, entry, ratio, rationals } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** A point of Γ̄ above θ: the label of θ's unit that each of its units copies, and the share it has. */
type Expansion = Readonly<{
  theta: Units;
  units: Units;
  codes: readonly number[];
  beta: readonly Rational[];
}>;

/** Reads an irreducible θ and `network`, of the caller's widths, which must be a point of Γ̄ by β. */
export function expansion(members: Record<string, unknown>, expected: Expected): Expansion {
  const theta = irreducible(members.theta, "body.theta");
  const units = network(members.network, "body.network", theta);
  const isOfSizes = isGiven(theta.length, expected.r) && isGiven(units.length, expected.m);
  demand(isOfSizes, "parameters", "body", "its widths r and m are not the caller's");
  const beta = rationals(members.beta, "body.beta");
  const codes = coarsestCodes(units, theta);
  const isExpansion = areShares(units, codes, theta, beta) && isMember(units, codes, theta, FREE);
  demand(isExpansion, "expansion", "body.network", "its neurons are not copies of theta's by beta");
  return { theta, units, codes, beta };
}

/**
 * Whether every unit has the incoming vector w_t of a unit of θ and the outgoing vector β_i·a_t. That the β
 * of the copies of each unit have sum 1 is membership in the subspace of the coarsest partition.
 */
function areShares(units: Units, codes: readonly number[], theta: Units, beta: readonly Rational[]): boolean {
  if (beta.length !== units.length) return false;
  return units.every(({ outgoing }, i) => {
    const code = entry(codes, i);
    if (code <= 0) return false;
    const { n, d } = entry(beta, i);
    const share = entry(theta, code - 1).outgoing.map((a) => ratio(a.n * n, a.d * d));
    return spelled(outgoing) === spelled(share);
  });
}
