import { entry } from "../exact/entry.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { permutations } from "../combinatorics/partitions/permutations.js";
import { type AffineSubspace, holdsPoint, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { pointOfLayers } from "../manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace } from "../manifold/layers/multiLayerSubspace.js";
import { copiesRows, orderSubspace } from "../manifold/layers/orderSubspace.js";
import { type MultiLayerNetwork, hiddenWidths } from "../network/multiLayerNetwork.js";
import { randomMultiLayer } from "../network/randomMultiLayer.js";
import { properties } from "../../properties/mlp-order.js";
import type { Claim } from "./evidence/claim.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { type Membership, membershipOf, orderTheta, orderVerdict } from "./instances/orderWitnesses.js";
import { sumOverWidths, widths } from "./evidence/ranges.js";
import { type SmallNetworks, numberOfNetworks, smallNetworks } from "./instances/smallNetworks.js";
import { type Tuple, allTuples } from "./instances/tupleGraph.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_M = 3;

export const claim: Claim = {
  id: "mlp-order",
  title: "The order of expansion matters",
  statement:
    "The order in which hidden layers are expanded changes the manifold. The paper adds that expansion " +
    "from the last layer to the first gives the largest manifold, and that a forward pass up to " +
    "equivalence of incoming vectors gives the same. Both are false (proofs/layers.md, §4)",
  source: "Şimşek et al. 2021, §5, after Eq. (8)",
  hypotheses: ["θ irreducible in every hidden layer", "two or more hidden layers"],
  provedInPart: {
    part: "no order is the largest",
    leavesOpen:
      "that a forward pass up to equivalence of incoming vectors gives Φ, the union of the Φ_P, as proofs/layers.md, " +
      "§4, argues. The theorems have it that neither order gives all of Φ",
  },
  evidence: [
    { name: "counterexample", kind: "refuted as stated", run: () => orderVerdict() },
    everyCase("inclusions", {
      upTo: MAX_M,
      what:
        "the subspace of an order and a tuple P lies in Φ_P. Conditions on blocks of neighbouring layers " +
        "decide whether it lies in Γ_P, the subspace of expansion from the last layer to the first, " +
        "whether it includes Γ_P, and whether Γ_P = Φ_P",
      range: (bound) =>
        `all tuples and orders for two hidden layers with 1 ≤ r ≤ m ≤ ${bound} each, d_in = d_out = 2, ` +
        "and for three of widths 1 → 2, with biases",
      expected: (bound) =>
        2n * sumOverWidths(bound, labelledPartitionCount) ** 2n + 6n * labelledPartitionCount(1, 2) ** 3n,
      cases: orderCases,
      check: checkInclusions,
    }),
    {
      name: "networks in both, one or none",
      kind: "exhaustive",
      run: ({ progress }) => {
        const membership = new MembershipCheck();
        const verdict = exhaustive({
          what:
            "a network is reached in an order if and only if the equations of one of its subspaces hold; " +
            "every network reached in either order computes the function of θ for every activation",
          range: "θ = (1), (1), (2); all networks of widths 1-2-2-1 with entries 0, 1, of W3 also 2",
          expected: numberOfNetworks(SMALL),
          cases: smallNetworks(SMALL),
          check: (network) => membership.check(network),
          progress,
        });
        const { both, lastToFirst, firstToLast, neither } = membership.counts;
        const rows = [
          ["reached in both orders", both],
          ["from the last layer to the first only", lastToFirst],
          ["from the first to the last only", firstToLast],
          ["in neither order", neither],
        ] as const;
        return {
          ...verdict,
          table: {
            title: "networks among these that compute the function of θ for every activation",
            head: ["", "networks"],
            rows: rows.map(([name, count]) => [name, count.toString()]),
          },
        };
      },
    },
  ],
  properties,
  theorems: ["order_matters", "forward_pass_larger", "layer_fibre"],
};

const SMALL: SmallNetworks = {
  widths: [1, 2, 2, 1],
  entries: [
    [0n, 1n],
    [0n, 1n],
    [0n, 1n, 2n],
  ],
};

/** θ, labelled partitions for its hidden layers, and an order of them. */
export interface OrderCase {
  readonly theta: MultiLayerNetwork;
  readonly tuple: Tuple;
  readonly order: readonly number[];
  /** Γ_P and Φ_P, which do not depend on the order. */
  readonly gamma: AffineSubspace;
  readonly fibre: AffineSubspace;
}

/** The subspace of θ, a tuple and an order. */
export type SubspaceOfOrder = (
  theta: MultiLayerNetwork,
  tuple: Tuple,
  order: readonly number[],
) => AffineSubspace;

/**
 * The subspace of an order and a tuple P lies in Φ_P; it lies in Γ_P, it includes Γ_P, and Γ_P includes Φ_P,
 * if and only if their descriptions say so.
 */
export function checkInclusions(
  { theta, tuple, order, gamma, fibre }: OrderCase,
  subspaceOf: SubspaceOfOrder = orderSubspace,
): string | undefined {
  const subspace = subspaceOf(theta, tuple, order);
  const neighbours = tuple.slice(1).map((units, index) => ({
    copied: copiesRows(order, index + 2),
    zeros: [units, entry(tuple, index)].every(({ zeroBlockCount }) => zeroBlockCount > 0),
    shared: [units, entry(tuple, index)].every(({ m, blockCount }) => m > blockCount),
  }));
  const inGamma = neighbours.every(({ copied, zeros }) => !copied || !zeros);
  const aroundGamma = neighbours.every(({ copied, shared }) => !copied || !shared);
  const relations = [
    ["it lies in Φ_P", includesSubspace(fibre, subspace), true],
    ["it lies in Γ_P", includesSubspace(gamma, subspace), inGamma],
    ["it includes Γ_P", includesSubspace(subspace, gamma), aroundGamma],
    ["Γ_P includes Φ_P", includesSubspace(gamma, fibre), neighbours.every(({ zeros }) => !zeros)],
  ] as const;
  const wrong = relations.find(([, holds, expected]) => holds !== expected);
  if (wrong === undefined) return undefined;
  const name = `order ${order.join(",")}, P = ${tuple.map(({ key }) => `[${key}]`).join("")}`;
  return `${name}: it is ${wrong[1] ? "true" : "false"} that ${wrong[0]}, against the description`;
}

/** Two hidden layers of all widths up to a bound, and three of widths (1,1,1) → (2,2,2) with biases. */
function* orderCases(maxM: number): Generator<OrderCase> {
  for (const [r1, m1] of widths(maxM)) {
    for (const [r2, m2] of widths(maxM)) {
      yield* casesOf(randomMultiLayer({ widths: [2, r1, r2, 2], hasBiases: false }, 1), [m1, m2]);
    }
  }
  yield* casesOf(randomMultiLayer({ widths: [1, 1, 1, 1, 1], hasBiases: true }, 1), [2, 2, 2]);
}

/** All tuples for hidden layers of widths m_ℓ, and all orders. */
export function* casesOf(theta: MultiLayerNetwork, m: readonly number[]): Generator<OrderCase> {
  for (const tuple of allTuples(hiddenWidths(theta), m)) {
    const gamma = multiLayerSubspace(theta, tuple, "last to first");
    const fibre = multiLayerSubspace(theta, tuple, "fibre");
    for (const order of permutations(m.length)) {
      yield { theta, tuple, order: order.map((index) => index + 1), gamma, fibre };
    }
  }
}

/**
 * Whether a network is in the manifold of an order, and in Φ, in two ways: by undoing expansions or reducing,
 * and by the equations of the subspaces of all tuples. The manifold of every order must lie in Φ.
 */
export class MembershipCheck {
  /** The numbers of networks in Φ, by the manifolds that contain them. */
  readonly counts = { both: 0, lastToFirst: 0, firstToLast: 0, neither: 0 };
  private readonly subspaces: Readonly<Record<keyof Membership, readonly AffineSubspace[]>>;

  constructor(private readonly byDefinition: (network: MultiLayerNetwork) => Membership = membershipOf) {
    const tuples = allTuples([1, 1], [2, 2]);
    this.subspaces = {
      lastToFirst: tuples.map((tuple) => orderSubspace(orderTheta, tuple, [2, 1])),
      firstToLast: tuples.map((tuple) => orderSubspace(orderTheta, tuple, [1, 2])),
      fibre: tuples.map((tuple) => multiLayerSubspace(orderTheta, tuple, "fibre")),
    };
  }

  /** What is wrong with a network of widths (2,2); undefined if nothing is. */
  check(network: MultiLayerNetwork): string | undefined {
    const point = pointOfLayers(network);
    const membership = this.byDefinition(network);
    for (const key of ["lastToFirst", "firstToLast", "fibre"] as const) {
      const holds = this.subspaces[key].some((subspace) => holdsPoint(subspace, point));
      if (holds !== membership[key])
        return `${point.key}: ${key} is ${membership[key]}, by equations ${holds}`;
    }
    const { lastToFirst, firstToLast, fibre } = membership;
    if ((lastToFirst || firstToLast) && !fibre) return `${point.key} is in an order's manifold, but not in Φ`;
    if (!fibre) return undefined;
    const [only, other] = lastToFirst
      ? (["lastToFirst", "both"] as const)
      : (["neither", "firstToLast"] as const);
    const place = firstToLast ? other : only;
    this.counts[place] += 1;
    return undefined;
  }
}
