import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * All labelled partitions P with θ ∈ Γ_P(θ^r): none exactly when θ is off the expansion manifold.
 *
 * Units of a block share their incoming vector, so each class of equal incoming vectors is split on its
 * own, into one part of sum a_t if the class sits at w_t, and parts of sum zero. Generic points have one
 * P; a class of k units with vanishing outgoing vectors alone has as many as set partitions of k, so
 * the answer is generated rather than stored.
 *
 * @param theta an irreducible network of width r.
 * @param network a network of any width, of the same dimensions.
 * @example [...subspacesHolding(theta, from)].map((p) => p.key) // ["1,0"]
 */
export function* subspacesHolding(
  theta: TwoLayerNetwork,
  network: TwoLayerNetwork,
): Generator<LabelledPartition> {
  if (network.inputDimension !== theta.inputDimension || network.outputDimension !== theta.outputDimension)
    return;
  const classes = equalIncoming(network);
  const labelOf = new Map(theta.units.map((unit, index) => [unit.incoming.key, index]));
  for (const key of labelOf.keys()) if (!classes.has(key)) return;
  const remaining = [...classes].map(([key, members]) => {
    const label = labelOf.get(key);
    return { members, label, mass: label === undefined ? undefined : theta.units[label]?.outgoing };
  });
  const codes = new Array<number>(network.units.length).fill(0);
  yield* splitClasses(network, theta.units.length, remaining, codes, 0, 0);
}

/** Units at one point, and the unit of θ^r that sits there. */
interface UnitClass {
  readonly members: readonly number[];
  readonly label: number | undefined;
  readonly mass: RationalVector | undefined;
}

function equalIncoming(network: TwoLayerNetwork): Map<string, number[]> {
  const classes = new Map<string, number[]>();
  network.units.forEach(({ incoming }, index) => {
    const members = classes.get(incoming.key);
    if (members === undefined) classes.set(incoming.key, [index]);
    else members.push(index);
  });
  return classes;
}

/** Splits the classes one after the other; `codes` holds zero blocks under 0, −1, … in order of making. */
function* splitClasses(
  network: TwoLayerNetwork,
  r: number,
  classes: readonly UnitClass[],
  codes: number[],
  position: number,
  zeroBlocks: number,
): Generator<LabelledPartition> {
  const current = classes[position];
  if (current === undefined) {
    yield LabelledPartition.canonical(codes, r);
    return;
  }
  for (const parts of splits(network, current.members, current.mass)) {
    let zeros = zeroBlocks;
    for (const { members, labelled } of parts) {
      const code = labelled ? (current.label ?? 0) + 1 : 0 - zeros++;
      for (const member of members) codes[member] = code;
    }
    yield* splitClasses(network, r, classes, codes, position + 1, zeros);
  }
}

interface Part {
  readonly members: readonly number[];
  readonly labelled: boolean;
}

/**
 * Partitions of the members into parts of outgoing sum zero and, if `mass` is given, exactly one part of
 * sum `mass`. The part of the first member is chosen first, so each partition comes once.
 */
function* splits(
  network: TwoLayerNetwork,
  members: readonly number[],
  mass: RationalVector | undefined,
): Generator<Part[]> {
  const [first, ...others] = members;
  if (first === undefined) {
    if (mass === undefined) yield [];
    return;
  }
  const own = network.units[first]?.outgoing ?? RationalVector.zero(network.outputDimension);
  for (const { chosen, sum } of subsets(network, others, own)) {
    const labelled = mass !== undefined && sum.equals(mass);
    if (!labelled && !sum.isZero()) continue;
    const rest = others.filter((member) => !chosen.includes(member));
    const part = { members: [first, ...chosen], labelled };
    for (const tail of splits(network, rest, labelled ? undefined : mass)) yield [part, ...tail];
  }
}

/** All subsets of some units, with the sum of their outgoing vectors on top of `sum`. */
function* subsets(
  network: TwoLayerNetwork,
  units: readonly number[],
  sum: RationalVector,
): Generator<{ readonly chosen: readonly number[]; readonly sum: RationalVector }> {
  const [first, ...others] = units;
  if (first === undefined) {
    yield { chosen: [], sum };
    return;
  }
  yield* subsets(network, others, sum);
  const increased = sum.plus(network.units[first]?.outgoing ?? sum);
  for (const subset of subsets(network, others, increased)) {
    yield { chosen: [first, ...subset.chosen], sum: subset.sum };
  }
}
