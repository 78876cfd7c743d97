import { entry } from "../../exact/entry.js";
import type { Sign } from "./distances.js";

/**
 * Disjoint sets of 0, …, n − 1 with a sign between any two of one set: the product of those of the pairs that
 * joined them.
 *
 * @example const forest = new SignedForest(3); forest.join(0, 2, -1); forest.parts()
 *   // [{ members: [0, 2], signs: [1, -1] }, { members: [1], signs: [1] }]
 */
export class SignedForest {
  private readonly roots: number[];
  /** Relative to the root. */
  private readonly signs: Sign[];
  private readonly members: number[][];

  constructor(size: number) {
    this.roots = Array.from({ length: size }, (_, index) => index);
    this.signs = this.roots.map(() => 1);
    this.members = this.roots.map((index) => [index]);
  }

  /** The same for all of a set. */
  root(index: number): number {
    return entry(this.roots, index);
  }

  /** Joins two sets; if they are one already, the sign has no effect. The smaller set is relabelled. */
  join(one: number, other: number, sign: Sign): void {
    const [left, right] = [this.root(one), this.root(other)];
    if (left === right) return;
    const isLarger = entry(this.members, left).length >= entry(this.members, right).length;
    const [kept, moved] = isLarger ? [left, right] : [right, left];
    const isTurned = entry(this.signs, one) !== (sign === entry(this.signs, other) ? 1 : -1);
    const own = entry(this.members, kept);
    for (const member of entry(this.members, moved)) {
      this.roots[member] = kept;
      if (isTurned) this.signs[member] = entry(this.signs, member) === 1 ? -1 : 1;
      own.push(member);
    }
    this.members[moved] = [];
  }

  /** The set of a root: its members, ascending, with signs relative to the first. */
  part(root: number): { members: number[]; signs: Sign[] } {
    const members = [...entry(this.members, root)].sort((one, other) => one - other);
    const first = entry(this.signs, entry(members, 0));
    return { members, signs: members.map((member) => (entry(this.signs, member) === first ? 1 : -1)) };
  }

  /** All sets. */
  parts(): { members: number[]; signs: Sign[] }[] {
    return this.members.flatMap((members, root) => (members.length === 0 ? [] : [this.part(root)]));
  }
}
