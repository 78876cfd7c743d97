import { differenceCertificate } from "../certificate/differenceCertificate.js";
import { certificateLayers } from "../certificate/layeredPathCertificate.js";
import { binomial } from "../combinatorics/counts/binomial.js";
import { formatRational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import { type Reduction, reduce } from "../network/reduction.js";
import { type TwoLayerNetwork, twoLayerNetwork, unorderedKey } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/rem-4.2.js";
import { entry } from "../exact/entry.js";
import { certificates } from "./evidence/certificates.js";
import type { Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_WIDTH = 4;
/** Widths 0 to 2; no incoming vector, or one, or one and the zero vector. */
const TEACHERS: readonly (readonly WeightPair[])[] = [
  [],
  [[1n, 1n]],
  [
    [0n, 1n],
    [-1n, -2n],
  ],
];

/** No file holds a network of width 0. */
const PRUNED = TEACHERS.slice(1);
const ACTIVATION = "softplus+sigmoid:1,4";

export const claim: Claim = {
  id: "rem-4.2",
  title: "Neurons at zero loss are copies or of zero type",
  statement:
    "At a point of zero loss, for an activation as in Theorem 4.2, each neuron is a copy of one of the " +
    "teacher's, or belongs to a group with one incoming vector whose outgoing vectors sum to zero; pruning " +
    "leaves the teacher's neurons and keeps the function",
  limits:
    "This is about exact points; training ends only near one, see fig-5. How far pruning changes what such a " +
    "network computes, certificates of the kind difference bound",
  source: "Şimşek et al. 2021, Remark 4.2",
  hypotheses: ["the condition of Theorem 4.2 on σ", "θ_* irreducible"],
  provedInPart: {
    part: "where functions are equal",
    leavesOpen:
      "as at thm-4.2, that a zero integral L_μ means equal functions, by full support and continuity",
  },
  evidence: [
    everyCase("all students", {
      what:
        "every network with the teacher's derivatives at 0 decomposes into copies and zero-type groups, " +
        "and is pruned to the teacher; the number of these networks is that of the points of Θ",
      range: `w ∈ {−1,0,1}, a ∈ {−1,0,1,2}, m ≤ ${MAX_WIDTH}; teachers of widths 0, 1 and 2`,
      expected: () => TEACHERS.reduce((sum, teacher) => sum + pointCount(teacher), 0n),
      cases: () => TEACHERS.flatMap((teacher) => [...students(teacher)]),
      check: checkClassification,
    }),
    certificates("pruned", {
      what:
        "pruning keeps the function: the checker bounds the difference by 0, of each of these networks and " +
        "what it is pruned to",
      range: `the same with teachers of widths 1 and 2; σ(x) = ${ACTIVATION}, inputs from −3 to 3`,
      expected: () => PRUNED.reduce((sum, teacher) => sum + pointCount(teacher), 0n),
      instances: () => PRUNED.flatMap((teacher) => [...students(teacher)].map(prunedInstance)),
    }),
  ],
  properties,
  theorems: ["zero_loss_groups", "taylors_theorem"],
};

const INCOMING = [-1n, 0n, 1n];

const OUTGOING = [-1n, 0n, 1n, 2n];

/** A unit of the grid, (w, a). */
type WeightPair = readonly [w: bigint, a: bigint];

/** A student of zero loss, and its teacher. */
interface Student {
  readonly teacher: TwoLayerNetwork;
  readonly network: TwoLayerNetwork;
}

/**
 * The groups of units must be those of Remark 4.2: each has one incoming vector, different from that of every
 * other; it is that of the unit whose label the group has, and the sum is its outgoing vector, or the sum is
 * 0. Pruning must leave the teacher.
 */
export function checkClassification(
  { teacher, network }: Student,
  { irreducible, labelledPartition }: Reduction = reduce(network),
): string | undefined {
  if (unorderedKey(irreducible) !== unorderedKey(teacher))
    return `pruned to ${unorderedKey(irreducible)}, not ${unorderedKey(teacher)}`;
  if (labelledPartition.length !== network.units.length) return "not every neuron is in a group";
  const incomingOf = new Map<number, string>();
  const sums = new Map<number, RationalVector>();
  network.units.forEach(({ incoming, outgoing }, index) => {
    const code = entry(labelledPartition, index);
    const earlier = incomingOf.get(code) ?? incoming.key;
    incomingOf.set(code, earlier === incoming.key ? earlier : "several");
    sums.set(code, (sums.get(code) ?? RationalVector.zero(network.outputDimension)).plus(outgoing));
  });
  const vectors = [...incomingOf.values()];
  if (vectors.includes("several")) return "a group with several incoming vectors";
  if (new Set(vectors).size !== vectors.length) return "an incoming vector in several groups";
  for (const [code, sum] of sums) {
    const unit = irreducible.units[code - 1];
    if (code >= 1 && (unit?.incoming.key !== incomingOf.get(code) || !unit?.outgoing.equals(sum)))
      return `group ${code} is not made of copies`;
    if (code <= 0 && !sum.isZero()) return `zero group ${code} sums to ${sum.key}`;
  }
  return undefined;
}

/** A certificate that a student and what it is pruned to compute the same. */
function prunedInstance({ network }: Student): Instance {
  const { irreducible, labelledPartition } = reduce(network);
  // A neuron of zero type stands by the first of its group, whose outgoing vectors cancel.
  const codes = labelledPartition.map((code) => (code > 0 ? code : -labelledPartition.indexOf(code) - 1));
  const ends = [rational(-3n), rational(3n)] as const;
  const student = asMultiLayer(network);
  const certificate = differenceCertificate({
    ...{ activation: ACTIVATION, bound: rational(0n), network: student, pruned: asMultiLayer(irreducible) },
    units: [{ codes, factors: codes.map(() => rational(1n)) }],
    within: ends,
  });
  const asked = { claim: "rem-4.2", activation: ACTIVATION, within: ends.map(formatRational), bound: "0" };
  return { certificate, asked: { ...asked, network: certificateLayers(student) } };
}

function networkOf(units: readonly WeightPair[]): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    units.map(([w, a]) => ({ incoming: RationalVector.of([w]), outgoing: RationalVector.of([a]) })),
  );
}

/** Σ a·w^n for n = 0, 1, 2. For weights −1, 0, 1 these determine the function: the Vandermonde minor is 2. */
function momentsOf(units: readonly WeightPair[]): string {
  return [0n, 1n, 2n].map((n) => units.reduce((sum, [w, a]) => sum + a * w ** n, 0n)).join();
}

/** All networks of the grid with the teacher's derivatives at 0, by trying all networks. */
function* students(teacher: readonly WeightPair[]): Generator<Student> {
  const moments = momentsOf(teacher);
  const grid = INCOMING.flatMap((w) => OUTGOING.map((a): WeightPair => [w, a]));
  let level: (readonly WeightPair[])[] = [[]];
  for (let m = 0; m <= MAX_WIDTH; m += 1) {
    for (const units of level) {
      if (momentsOf(units) === moments) yield { teacher: networkOf(teacher), network: networkOf(units) };
    }
    if (m < MAX_WIDTH) level = level.flatMap((units) => grid.map((unit) => [...units, unit]));
  }
}

/** The number of points of all Θ_{r→m} on the grid: units distributed over weights with given sums. */
function pointCount(teacher: readonly WeightPair[]): bigint {
  const waysOfSum = (units: number, sum: bigint): bigint =>
    units === 0
      ? BigInt(sum === 0n ? 1 : 0)
      : OUTGOING.reduce((ways, a) => ways + waysOfSum(units - 1, sum - a), 0n);
  const share = (weights: readonly bigint[], m: number): bigint => {
    const [w, ...others] = weights;
    if (w === undefined) return BigInt(m === 0 ? 1 : 0);
    const mass = teacher.reduce((sum, [weight, a]) => (weight === w ? sum + a : sum), 0n);
    let count = 0n;
    for (let k = 0; k <= m; k += 1) count += binomial(m, k) * waysOfSum(k, mass) * share(others, m - k);
    return count;
  };
  let total = 0n;
  for (let m = 0; m <= MAX_WIDTH; m += 1) total += share(INCOMING, m);
  return total;
}
