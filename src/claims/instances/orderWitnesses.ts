import { onOrderManifold } from "../../manifold/layers/orderManifold.js";
import { functionKey } from "../../network/multiLayerKey.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { Refuted } from "../evidence/verdict.js";
import { writtenLayers } from "./written.js";

/** Whether a network is in the manifold of each order of two hidden layers, and in the fibre Φ of θ. */
export interface Membership {
  readonly lastToFirst: boolean;
  readonly firstToLast: boolean;
  readonly fibre: boolean;
}

/** A network made from {@link orderTheta}, and where it is recorded to be. */
export interface OrderWitness {
  readonly network: MultiLayerNetwork;
  readonly recorded: Membership;
}

/** θ of widths (1,1): W1 = (1), W2 = (1), W3 = (2). */
export const orderTheta = writtenLayers("1", "1", "2");

/** A network in the one manifold only, one in the other only, and one in neither (proofs/layers.md, §4). */
export const WITNESSES: readonly OrderWitness[] = [
  {
    // Copies that are fed by different copies.
    network: writtenLayers("1; 1", "1 0; 0 1", "1 1"),
    recorded: { lastToFirst: true, firstToLast: false, fibre: true },
  },
  {
    // A unit that isn't read reads a unit that isn't read.
    network: writtenLayers("1; 0", "1 0; 0 1", "2 0"),
    recorded: { lastToFirst: false, firstToLast: true, fibre: true },
  },
  {
    // Both at once.
    network: writtenLayers("1; 1; 0", "1 0 0; 0 1 0; 0 0 1", "1 1 0"),
    recorded: { lastToFirst: false, firstToLast: false, fibre: true },
  },
];

/** Where a network is, by undoing expansions to every labelled partition, and by reducing it. */
export function membershipOf(wide: MultiLayerNetwork, theta = orderTheta): Membership {
  return {
    lastToFirst: onOrderManifold(theta, wide, [2, 1]),
    firstToLast: onOrderManifold(theta, wide, [1, 2]),
    fibre: functionKey(wide) === functionKey(theta),
  };
}

/** The refutation holds if each witness is where it is recorded: so neither manifold includes the other. */
export function orderVerdict(witnesses: readonly OrderWitness[] = WITNESSES, theta = orderTheta): Refuted {
  const memberships = witnesses.map((witness) => ({ ...witness, is: membershipOf(witness.network, theta) }));
  const wrong = memberships.find(({ is, recorded }) => said(is) !== said(recorded));
  const some = (kind: (is: Membership) => boolean): boolean =>
    memberships.some(({ is }) => is.fibre && kind(is));
  const shown =
    some(({ lastToFirst, firstToLast }) => lastToFirst && !firstToLast) &&
    some(({ lastToFirst, firstToLast }) => firstToLast && !lastToFirst) &&
    some(({ lastToFirst, firstToLast }) => !lastToFirst && !firstToLast);
  const failure =
    wrong === undefined
      ? "the witnesses don't show all three"
      : `${written(wrong.network)} is in ${said(wrong.is)}, recorded: ${said(wrong.recorded)}`;
  return {
    kind: "refuted as stated",
    held: wrong === undefined && shown,
    what:
      "expanding from the last layer to the first does not give the largest manifold: neither order of " +
      "two hidden layers gives one that includes the other's, already for widths (1,1) → (2,2); and " +
      "neither is what a forward pass up to equivalence of incoming vectors gives, which is all of Φ",
    counterexample: Object.fromEntries([
      ["θ", written(theta)],
      ...memberships.map(({ network, is }) => [written(network), `in ${said(is)}`] as const),
    ]),
    corrected:
      "the order matters, and every order gives a part of Φ, the networks that compute the function of θ " +
      "for every activation. Subspace by subspace, last to first includes another order's exactly where " +
      "no layer and the one before it, expanded earlier, both have zero blocks; it is Φ_P exactly where no " +
      "two neighbouring layers both have zero blocks",
    ...(wrong === undefined && shown ? {} : { failure }),
  };
}

function said({ lastToFirst, firstToLast, fibre }: Membership): string {
  const names = [
    ...(lastToFirst ? ["last to first"] : []),
    ...(firstToLast ? ["first to last"] : []),
    ...(fibre ? ["Φ"] : []),
  ];
  return names.length === 0 ? "none of them" : names.join(" and ");
}

function written({ weights }: MultiLayerNetwork): string {
  return weights
    .map((rows, index) => `W${index + 1} = (${rows.map(({ key }) => key).join("; ")})`)
    .join(", ");
}
