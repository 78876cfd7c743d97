import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { everyActivation } from "../../network/activations/activationSymmetry.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { sizeOf } from "../../trained/groups/distances.js";
import { classify } from "../../trained/pruning/classify.js";

/** The teacher of Figures 1 and 5, exactly. */
export const figureTeacher: TwoLayerNetwork = twoLayerNetwork(
  2,
  1,
  [
    ["3/5", "1/2"],
    ["-1/2", "1/2"],
    ["-1/5", "-3/5"],
    ["1/10", "-3/5"],
  ].map((w) => ({ incoming: RationalVector.fromStrings(w), outgoing: RationalVector.of([1n]) })),
);

/** Neurons with nearly one incoming vector. */
export interface StudentGroup {
  readonly members: readonly number[];
  /** The teacher's neuron that these are copies of, counted from 0; undefined for a group of zero type. */
  readonly copies: number | undefined;
}

/**
 * A student's neurons by Definition 3.2: groups whose incoming vectors are within a tolerance of one another.
 * A group is of zero type if its outgoing weights sum to at most the tolerance; any other is of copies, and
 * has to be within the tolerance of a neuron of the teacher, in both vectors.
 *
 * @returns the groups, or in words why these aren't copies of each of the teacher's neurons and zero types.
 */
export function studentGroups(student: TwoLayerNetwork, tolerance: Rational): StudentGroup[] | string {
  const { layers } = classify(student, { tolerance, symmetry: everyActivation });
  const { groups, outgoingSums, zeroGroups } = entry(layers, 0);
  const found: StudentGroup[] = [];
  for (const [number, { members }] of groups.entries()) {
    if (zeroGroups.includes(number)) {
      found.push({ members, copies: undefined });
      continue;
    }
    const sum = entry(outgoingSums, number);
    const isNear = (one: RationalVector, other: RationalVector): boolean =>
      sizeOf(one.minus(other)).compare(tolerance) <= 0;
    const near = figureTeacher.units.findIndex(
      ({ incoming, outgoing }) =>
        isNear(sum, outgoing) &&
        members.every((member) => isNear(entry(student.units, member).incoming, incoming)),
    );
    if (near < 0) return `neuron ${entry(members, 0) + 1} is neither a copy nor of zero type`;
    found.push({ members, copies: near });
  }
  const labels = found.flatMap(({ copies }) => (copies === undefined ? [] : [copies]));
  const count = figureTeacher.units.length;
  return labels.length === count && new Set(labels).size === count
    ? found
    : `copies of ${new Set(labels).size} of the teacher's ${count} neurons, in ${labels.length} groups`;
}

/** How many neurons are copies, and how many are in groups of zero type of each size. */
export interface GroupSizes {
  readonly copies: number;
  readonly zeroType: ReadonlyMap<number, number>;
}

/** The neurons of several students, counted as in Figure 5. */
export function groupSizes(students: readonly (readonly StudentGroup[])[]): GroupSizes {
  const zeroType = new Map<number, number>();
  let copies = 0;
  for (const { members, copies: copied } of students.flat()) {
    const { length } = members;
    if (copied !== undefined) copies += length;
    else zeroType.set(length, (zeroType.get(length) ?? 0) + length);
  }
  return { copies, zeroType: new Map([...zeroType].sort(([one], [other]) => one - other)) };
}

/** For each neuron what it nearly is, as a certificate of a difference says: see `Difference`. */
export function standardsOf(groups: readonly StudentGroup[], width: number): { codes: number[]; factors: Rational[] } {
  const codes = new Array<number>(width).fill(0);
  for (const { members, copies } of groups)
    for (const member of members) codes[member] = copies === undefined ? -entry(members, 0) - 1 : copies + 1;
  return { codes, factors: codes.map(() => rational(1n)) };
}
