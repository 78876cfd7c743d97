import { binomial } from "../combinatorics/counts/binomial.js";
import { type Redundancy, isIrreducible, redundancies } from "../network/irreducible.js";
import { equalMeasures, measureOf } from "../network/measure.js";
import { type Reduction, reduce } from "../network/reduction.js";
import { reductionStep } from "../network/reductionSteps.js";
import {
  type Unit,
  type TwoLayerNetwork,
  unitOf,
  unitKey,
  twoLayerNetwork,
  unorderedKey,
} from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/def-3.1.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_WIDTH = 4;
const MAX_SPREAD_WIDTH = 5;

export const claim: Claim = {
  id: "def-3.1",
  title: "Reduction keeps the function and ends in one irreducible network",
  statement:
    "Reduction steps keep the measure, hence the function for every σ; repeated in any order, they end in " +
    "an irreducible network, unique up to permutation. This has width 0 if and only if the measure is 0: " +
    "if all outgoing vectors cancel",
  source: "Şimşek et al. 2021, Def. 3.1, Fig. 3 and the two steps after it",
  hypotheses: [],
  evidence: [
    everyCase("all orders", {
      what: "every sequence of steps ends in the reduction by the measure",
      range: `all networks with w ∈ {0,1}, a ∈ {−1,0,1}, of width m ≤ ${MAX_WIDTH}, r = 0 included`,
      expected: Array.from({ length: MAX_WIDTH + 1 }, (_, m) => 6n ** BigInt(m)).reduce(
        (sum, term) => sum + term,
      ),
      cases: allNetworks,
      check: checkConfluence,
    }),
    everyCase("four groups", {
      what:
        "every sequence of steps ends in the reduction by the measure, where up to four incoming weights " +
        "occur together",
      range:
        `all networks with w ∈ {−1,0,1,2}, a ∈ {−1,0,1}, of width m ≤ ${MAX_SPREAD_WIDTH}, up to the ` +
        "order of units",
      // Multisets of at most MAX_SPREAD_WIDTH of 12 units.
      expected: () => binomial(SPREAD_UNITS.length + MAX_SPREAD_WIDTH, MAX_SPREAD_WIDTH),
      cases: unorderedNetworks,
      check: checkConfluence,
    }),
  ],
  properties,
  theorems: [
    "reduction_invariant",
    "reduction_terminates",
    "reduction_normal_forms",
    "reduction_confluent",
    "vanishing_reduction",
  ],
};

const UNITS = unitsAt(["0", "1"]);

/** Units of four incoming weights: four groups at once, each of which may cancel. */
const SPREAD_UNITS = unitsAt(["0", "1", "-1", "2"]);

function unitsAt(incoming: readonly string[]): Unit[] {
  return incoming.flatMap((w) => ["-1", "0", "1"].map((a) => unitOf([w], [a])));
}

/** The steps of Def. 3.1: which of them apply to a network, and their results. */
export interface Steps {
  readonly redundancies: (network: TwoLayerNetwork) => readonly Redundancy[];
  readonly reductionStep: (network: TwoLayerNetwork, step: Redundancy) => TwoLayerNetwork;
}

/**
 * Follows every sequence of reduction steps from a network. Each step must keep the measure and drop one
 * unit; each end must be irreducible and, up to permutation, what the measure gives.
 *
 * @param claimed the reduction that all ends must agree with.
 */
export function checkConfluence(
  network: TwoLayerNetwork,
  claimed: Reduction = reduce(network),
  { redundancies: stepsOf, reductionStep: apply }: Steps = { redundancies, reductionStep },
): string | undefined {
  const measure = measureOf(network);
  const expected = unorderedKey(claimed.irreducible);
  const pending = [network];
  const seen = new Set<string>();
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const key = current.units.map(unitKey).join("|");
    if (seen.has(key)) continue;
    seen.add(key);
    if (!equalMeasures(measureOf(current), measure)) return `a step changed the measure, at ${key}`;
    const steps = stepsOf(current);
    if (steps.length === 0 && !isIrreducible(current)) return `stuck at a reducible network, ${key}`;
    if (steps.length === 0 && unorderedKey(current) !== expected)
      return `ends at ${unorderedKey(current)}, not ${expected}`;
    for (const step of steps) {
      const next = apply(current, step);
      if (next.units.length !== current.units.length - 1) return `a step did not drop one unit, at ${key}`;
      pending.push(next);
    }
  }
  return undefined;
}

function* allNetworks(): Generator<TwoLayerNetwork> {
  let level = [twoLayerNetwork(1, 1, [])];
  for (let m = 0; m <= MAX_WIDTH; m += 1) {
    yield* level;
    level = level.flatMap((network) => UNITS.map((unit) => twoLayerNetwork(1, 1, [...network.units, unit])));
  }
}

/** All networks of such units up to their order. */
function* unorderedNetworks(): Generator<TwoLayerNetwork> {
  let level: { readonly network: TwoLayerNetwork; readonly first: number }[] = [
    { network: twoLayerNetwork(1, 1, []), first: 0 },
  ];
  for (let m = 0; m <= MAX_SPREAD_WIDTH; m += 1) {
    yield* level.map(({ network }) => network);
    level = level.flatMap(({ network, first }) =>
      SPREAD_UNITS.slice(first).map((unit, index) => ({
        network: twoLayerNetwork(1, 1, [...network.units, unit]),
        first: first + index,
      })),
    );
  }
}
