import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { onExpansionManifold } from "../manifold/subspaces/expansionManifold.js";
import { gammaHolds } from "../manifold/subspaces/gammaSubspace.js";
import { subspacesHolding } from "../manifold/subspaces/subspacesHolding.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/def-3.3.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "def-3.3",
  title: "The expansion manifold is the fibre of the measure",
  statement: "Θ_{r→m}(θ^r) = { θ with m units : μ_θ = μ_{θ^r} }",
  source: "Şimşek et al. 2021, Def. 3.3",
  hypotheses: ["θ^r irreducible"],
  evidence: [
    everyCase("grid", {
      what: "a network has the measure of θ^r if and only if it lies in some Γ_P, by trying every P",
      range: () =>
        `all networks with w ∈ {0,1,2}, a ∈ {−1,…,2}, m ≤ ${MAX_WIDTH}, against ${THETAS.length} ` +
        "irreducible ones of r ≤ 3",
      expected: () => BigInt(THETAS.length) * (1n + 12n + 12n ** 2n + 12n ** 3n),
      cases: fibreCases,
      check: checkFibre,
    }),
  ],
  properties,
  theorems: ["theta_as_in_paper", "subspaces_as_in_paper", "theta_is_fibre"],
};

const MAX_WIDTH = 3;

const POINTS = ["0", "1", "2"];

const MASSES = ["-1", "0", "1", "2"];

const UNITS = POINTS.flatMap((w) => MASSES.map((a) => unitOf([w], [a])));

const THETAS = [
  twoLayerNetwork(1, 1, []),
  twoLayerNetwork(1, 1, [unitOf(["1"], ["1"])]),
  twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["0"], ["-1"])]),
  twoLayerNetwork(1, 1, [unitOf(["2"], ["1"]), unitOf(["1"], ["2"]), unitOf(["0"], ["-1"])]),
];

/** An irreducible θ^r and a network to place. */
export interface FibreCase {
  readonly theta: TwoLayerNetwork;
  readonly network: TwoLayerNetwork;
}

/**
 * A network must have the measure of θ^r if and only if it lies in some Γ_P, by trying every P; and the
 * search must find exactly these P.
 */
export function checkFibre(
  { theta, network }: FibreCase,
  searchResult: readonly LabelledPartition[] = [...subspacesHolding(theta, network)],
  sameMeasure: boolean = onExpansionManifold(theta, network),
): string | undefined {
  const holding = [...labelledPartitions(theta.units.length, network.units.length)]
    .filter((partition) => gammaHolds(theta, partition, network))
    .map(({ key }) => key);
  const searched = searchResult.map(({ key }) => key);
  if (holding.length > 0 !== sameMeasure)
    return `${holding.length} subspaces contain it, the measure disagrees`;
  if (holding.sort().join(" ") !== searched.sort().join(" "))
    return `in ${holding.join(" ")}, the search finds ${searched.join(" ")}`;
  return undefined;
}

function* fibreCases(): Generator<FibreCase> {
  let level: TwoLayerNetwork[] = [twoLayerNetwork(1, 1, [])];
  for (let m = 0; m <= MAX_WIDTH; m += 1) {
    for (const theta of THETAS) for (const network of level) yield { theta, network };
    level = level.flatMap((network) => UNITS.map((unit) => twoLayerNetwork(1, 1, [...network.units, unit])));
  }
}
