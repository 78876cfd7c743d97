import { entry } from "../../exact/entry.js";

/** What a search has to know of the subspaces that it goes through, and of their names. */
export interface SearchSpace<Partition> {
  /** A partition is stored as so many small integers. */
  readonly letterCount: number;
  lettersOf(partition: Partition): Int32Array;
  partitionOf(letters: Int8Array): Partition;
  /** A number for each partition, different for different ones. */
  indexOf(letters: Int32Array): number;
  /** Visits the partitions whose subspaces meet that of a partition: all, or those that {@link isBetween}. */
  forEachNeighbour(partition: Partition, visit: (letters: Int32Array) => void, isBounded: boolean): void;
  /** Whether a partition is among those that suffice between the ends of a shortest chain. */
  isBetween(letters: Int32Array): boolean;
}

/**
 * The outcome of one step: the key of a partition that both sides have reached, undefined if the level is
 * complete without one; or why the search can't go on.
 */
export type Advance = { readonly contact: number | undefined } | "stopped" | "exhausted";

/**
 * One side of a breadth-first search from both ends: the partitions it has reached, in order, each with the
 * one before it.
 */
export class SearchSide<Partition> {
  /** When each partition was reached, by its key: its index in canonical order. */
  private readonly places = new Map<number, number>();
  private readonly parents: number[] = [];
  /** The letters of all partitions reached, one after the other. */
  private letters: Int8Array;
  private expanded = 0;
  private levels = 0;

  /** @param roots partitions at distance 0. */
  constructor(
    private readonly space: SearchSpace<Partition>,
    roots: readonly Partition[],
  ) {
    this.letters = new Int8Array(64 * space.letterCount);
    for (const root of roots) this.reach(space.lettersOf(root), -1);
  }

  /** Number of partitions reached. */
  get size(): number {
    return this.parents.length;
  }

  /** The number of partitions reached whose neighbours are not visited yet. */
  get frontSize(): number {
    return this.size - this.expanded;
  }

  /** All partitions to be searched within this many edges of a root are reached. */
  get depth(): number {
    return this.levels;
  }

  /** The key of some partition that both sides have reached. */
  commonWith(other: SearchSide<Partition>): number | undefined {
    for (const key of this.places.keys()) if (other.places.has(key)) return key;
    return undefined;
  }

  /**
   * Extends the search by one edge from the whole front, until it meets a partition that the other side has
   * reached. If the sides had none in common before, such a contact gives the least number of edges, since
   * the levels of both sides are complete.
   *
   * @param budget stops when more partitions than this are reached.
   */
  advance(other: SearchSide<Partition>, budget: number): Advance {
    const end = this.size;
    if (this.expanded === end) return "exhausted";
    // Only the other side's roots may have larger blocks than partitions between the ends need.
    const isBounded = other.depth > 0;
    let contact: number | undefined;
    for (; this.expanded < end; this.expanded += 1) {
      const parent = this.expanded;
      const meet = (letters: Int32Array): void => {
        if (contact !== undefined) return;
        const key = this.space.indexOf(letters);
        if (other.places.has(key)) contact = key;
        else if (!isBounded && !this.space.isBetween(letters)) return;
        this.reach(letters, parent, key);
      };
      this.space.forEachNeighbour(this.partitionAt(parent), meet, isBounded);
      if (contact !== undefined) return { contact };
      if (this.size > budget) return "stopped";
    }
    this.levels += 1;
    return { contact };
  }

  /** The chain from a partition that is reached back to a root. */
  chainTo(key: number): Partition[] {
    const last = this.places.get(key);
    if (last === undefined) throw new RangeError(`partition ${key} is not reached`);
    const chain: Partition[] = [];
    // A root's parent is −1.
    for (let place = last; place >= 0; place = entry(this.parents, place))
      chain.push(this.partitionAt(place));
    return chain;
  }

  private partitionAt(place: number): Partition {
    const { letterCount } = this.space;
    return this.space.partitionOf(this.letters.subarray(letterCount * place, letterCount * (place + 1)));
  }

  private reach(letters: Int32Array, parent: number, key = this.space.indexOf(letters)): void {
    if (this.places.has(key)) return;
    const { letterCount } = this.space;
    const place = this.size;
    if (letterCount * (place + 1) > this.letters.length) {
      const wider = new Int8Array(2 * this.letters.length);
      wider.set(this.letters);
      this.letters = wider;
    }
    this.letters.set(letters, letterCount * place);
    this.parents.push(parent);
    this.places.set(key, place);
  }
}
