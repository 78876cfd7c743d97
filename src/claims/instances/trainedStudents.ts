import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { figureOne } from "../../landscape/ends/figureOne.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { UnitStandards } from "../../trained/bounds/provableBound.js";
import { distanceOf, sizeOf } from "../../trained/groups/distances.js";
import { nearGroups } from "../../trained/groups/nearGroups.js";

/** The teacher of Figures 1 and 5, which have one. */
export const figureTeacher: TwoLayerNetwork = figureOne.teacher;

/** Neurons of zero type in groups of 2, which the paper's text has of its 500. */
export const PAIRED_IN_PAPER = 54;

/** Between near and far: no number that is compared may lie in between. */
export interface Gap {
  readonly near: Rational;
  readonly far: Rational;
}

/** What is 0 of outgoing weights and of their sums, and what is equal of incoming vectors. */
export const SILENT: Gap = { near: rational(1n, 10_000n), far: rational(1n, 200n) };
export const EQUAL: Gap = { near: rational(1n, 64n), far: rational(1n, 40n) };

/** Neurons of a student that belong together. */
export interface StudentGroup {
  readonly members: readonly number[];
  /** The teacher's neuron that these are copies of, counted from 0; undefined for a group of zero type. */
  readonly copies: number | undefined;
}

/**
 * A student's neurons by Definition 3.2. A neuron whose outgoing weight is nearly 0 is of zero type by
 * itself. Of the others, those with nearly equal incoming vectors are a group: of zero type if its outgoing
 * weights sum to nearly 0, else of copies. Nearly is within `near` of the gap; nothing lies between `near`
 * and `far`, so that every tolerance in between gives these groups.
 *
 * @returns the groups. In words what isn't so: a number lies in a gap, or the groups that aren't of zero type
 *   aren't one for each of the teacher's neurons, with nearly its incoming vector and outgoing weight.
 */
export function studentGroups({ units }: TwoLayerNetwork): StudentGroup[] | string {
  const sizes = units.map(({ outgoing }) => sizeOf(outgoing));
  const heard = [...units.keys()].filter((unit) => isAbove(entry(sizes, unit), SILENT));
  const rows = heard.map((unit) => entry(units, unit).incoming);
  const groups = nearGroups(rows, EQUAL.near, false).map(({ members }) =>
    members.map((member) => entry(heard, member)),
  );
  const sums = groups.map((members) =>
    RationalVector.sum(
      1,
      members.map((member) => entry(units, member).outgoing),
    ),
  );
  const distances = rows.flatMap((row, at) => rows.slice(0, at).map((other) => distanceOf(row, other, 1)));
  if ([...sizes, ...sums.map(sizeOf)].some((size) => isWithin(size, SILENT)))
    return "an outgoing weight in the gap";
  if (distances.some((distance) => isWithin(distance, EQUAL))) return "a distance in the gap";
  const silent = [...units.keys()].filter((unit) => !heard.includes(unit));
  const found: StudentGroup[] = silent.map((unit) => ({ members: [unit], copies: undefined }));
  for (const [number, members] of groups.entries()) {
    const sum = entry(sums, number);
    const copies = isAbove(sizeOf(sum), SILENT) ? copiedBy(members, sum, units) : undefined;
    if (copies === -1) return `neuron ${entry(members, 0) + 1} is neither a copy nor of zero type`;
    found.push({ members, copies });
  }
  const copied = found.flatMap(({ copies }) => (copies === undefined ? [] : [copies])).sort();
  return copied.join() === "0,1,2,3" ? found : `copies of the teacher's neurons ${copied.join()}, from 0`;
}

/** The neuron of the teacher that a group has nearly the vectors of; −1 if there is none. */
function copiedBy(members: readonly number[], sum: RationalVector, units: TwoLayerNetwork["units"]): number {
  return figureTeacher.units.findIndex(
    ({ incoming, outgoing }) =>
      !isAbove(sizeOf(sum.minus(outgoing)), SILENT) &&
      members.every((member) => !isAbove(distanceOf(entry(units, member).incoming, incoming, 1), EQUAL)),
  );
}

const isAbove = (value: Rational, { near }: Gap): boolean => value.compare(near) > 0;
const isWithin = (value: Rational, gap: Gap): boolean => isAbove(value, gap) && value.compare(gap.far) < 0;

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

/** What each neuron is to the teacher: nearly one of its neurons, or nearly the first of its own group. */
export function standardsOf(groups: readonly StudentGroup[], width: number): UnitStandards {
  const codes = new Array<number>(width).fill(0);
  for (const { members, copies } of groups)
    for (const member of members) codes[member] = copies === undefined ? -entry(members, 0) - 1 : copies + 1;
  return { codes, factors: codes.map(() => rational(1n)) };
}
