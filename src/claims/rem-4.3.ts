import { rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { relu } from "../landscape/activations/exampleActivations.js";
import { toPoint } from "../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, evaluate, unitOf, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Claim } from "./evidence/claim.js";
import { findings, withDatumTwice, zeroLossPoint } from "./instances/zeroLossInstances.js";
import { matrix, writtenNetwork } from "./instances/written.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "rem-4.3",
  title: "Finitely many data and ReLU: discrete global minima",
  statement:
    "There are finite data sets and two-layer ReLU networks, wider than necessary, with discrete global " +
    "minima. They are discrete only up to the scaling (cw, a/c), c > 0, of units: with ReLU no point with " +
    "a nonzero unit is isolated, which the remark omits. On the instances the data are fitted by a " +
    "network of width 2, and by one of width m = 3 at which the derivatives of the N = 6 outputs have " +
    "rank 6 = n − m. So near the latter the zero-loss set is its orbit under rescaling, of dimension m. " +
    "The rank is constant along the orbit, which is closed, so the orbit is a connected component of the " +
    "zero-loss set; the points of the narrower network with a unit of outgoing weight 0 lie in another " +
    "component. One extra neuron does not connect them, unlike in Theorem 3.1, where the functions are " +
    "equal for all inputs",
  source:
    "Şimşek et al. 2021, Remark 4.3, on Kuditipudi et al. 2019; their example was not at hand, these are " +
    "ours",
  hypotheses: [
    "σ = max(0, x), which §3 leaves out (footnote 2)",
    "squared error, or any cost that is 0 at the target only",
  ],
  evidence: [
    everyCase("isolated", {
      what:
        "a network of width 3 fits data of one of width 2; no preactivation is 0; the derivatives of the " +
        "outputs have certified rank n − m, no higher if a datum appears twice, and the directions of " +
        "rescaling lie in their kernel",
      range: "two instances, d_in = 2, d_out = 1, N = 6, small integers",
      expected: 2n,
      cases: reluInstances,
      check: checkIsolated,
    }),
    everyCase("other-part", {
      what:
        "the narrower network with a unit of outgoing weight 0 fits the same data, for two incoming " +
        "vectors of that unit",
      range: "the same instances",
      expected: 2n,
      cases: reluInstances,
      check: checkOtherPart,
    }),
  ],
};

/** Two networks with σ = max(0, x), and inputs on which they agree. */
export interface ReluInstance {
  readonly narrow: TwoLayerNetwork;
  readonly wide: TwoLayerNetwork;
  readonly inputs: readonly RationalVector[];
}

/** Found by trying small integers: inputs where two piecewise linear functions of the angle cross. */
export function reluInstances(): ReluInstance[] {
  return [
    {
      narrow: writtenNetwork("3 -4; -1 -4", "-1; 1"),
      wide: writtenNetwork("-2 -1; -2 2; 3 -1", "1; 1; -1"),
      inputs: matrix("-1 -2; 0 -1; 1 -1; 1 0; 3 5; -5 -3"),
    },
    {
      narrow: writtenNetwork("4 -3; -3 2", "-1; -1"),
      wide: writtenNetwork("-4 6; 2 8; 7 3", "-1; 1; -1"),
      inputs: matrix("2 -1; 2 1; 4 3; 1 4; -4 3; -4 -1"),
    },
  ];
}

/** c·w and a/c for a unit: the same function for every c > 0, as σ is homogeneous. */
function rescaled(network: TwoLayerNetwork, unit: number, factor: bigint): TwoLayerNetwork {
  const units = network.units.map(({ incoming, outgoing }, index) =>
    index === unit
      ? { incoming: incoming.times(rational(factor)), outgoing: outgoing.times(rational(1n, factor)) }
      : { incoming, outgoing },
  );
  return twoLayerNetwork(network.inputDimension, network.outputDimension, units);
}

/** The direction (w, −a) of one unit, 0 elsewhere: the tangent of c ↦ (cw, a/c) at c = 1. */
function alone(network: TwoLayerNetwork, unit: number): TwoLayerNetwork {
  const units = network.units.map(({ incoming, outgoing }, index) => ({
    incoming: incoming.times(rational(index === unit ? 1n : 0n)),
    outgoing: outgoing.times(rational(index === unit ? -1n : 0n)),
  }));
  return twoLayerNetwork(network.inputDimension, network.outputDimension, units);
}

/**
 * The wide network has the outputs of the narrow one. No preactivation is 0 (where ReLU has no derivative,
 * and the computation stops), so the outputs are smooth near it; their derivatives have rank N = n − m, and
 * vanish along the m directions (w_i, −a_i) of rescaling. So near it the zero-loss set is its orbit under
 * rescaling.
 */
export function checkIsolated(
  { narrow, wide, inputs }: ReluInstance,
  findingsOf = findings,
): string | undefined {
  const m = wide.units.length;
  if (narrow.units.length >= m) return "the second network is not wider";
  const { data } = zeroLossPoint(narrow, inputs, relu);
  const point = { network: wide, data, activation: relu };
  const facts = findingsOf(point);
  if (facts === undefined) return "the wide network doesn't fit the data";
  if (wide.units.some(({ outgoing }) => outgoing.isZero())) return "a unit without output";
  const { rank, rows, parameters, residuals } = facts;
  if (rank !== parameters - m || residuals !== rank)
    return `rank ${rank} for ${residuals} residuals, ${parameters} parameters and ${m} units`;
  if (findingsOf(withDatumTwice(point))?.rank !== rank) return "a higher rank with a datum twice";
  for (let unit = 0; unit < m; unit += 1) {
    if (findingsOf({ network: rescaled(wide, unit, 2n), data, activation: relu })?.rank !== rank)
      return `another rank, or other outputs, with unit ${unit + 1} rescaled`;
    const tangent = toPoint(alone(wide, unit));
    if (rows.some((row) => !row.dot(tangent).equals(0n)))
      return `rescaling unit ${unit + 1} changes the outputs`;
  }
  return undefined;
}

/** The narrow network with units of outgoing weight 0 fits the same data: another part of the set. */
export function checkOtherPart({ narrow, wide, inputs }: ReluInstance, outgoing = "0"): string | undefined {
  const { data } = zeroLossPoint(narrow, inputs, relu);
  const spare = wide.units.length - narrow.units.length;
  for (const incoming of [
    ["1", "0"],
    ["-3", "2"],
  ]) {
    const added = Array.from({ length: spare }, () => unitOf(incoming, [outgoing]));
    const padded = twoLayerNetwork(2, 1, [...narrow.units, ...added]);
    const wrong = inputs.find((input, k) => evaluate(padded, input, relu.value).key !== data.targets[k]?.key);
    if (wrong !== undefined) return `the padded network doesn't fit the datum at x = (${wrong.key})`;
  }
  return undefined;
}
