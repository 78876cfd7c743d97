import { type HalfGrid, halfGrid } from "./halfGrid.js";
import { hasOnlyZero, isExcluded } from "./judgement.js";
import { LogisticNodes } from "./logisticNodes.js";
import { type PairDerivatives, pairDerivatives } from "./pairDerivatives.js";
import { FINEST, type PlaneCell, type PlaneNode, planeNode } from "./planeNode.js";
import { type PlaneReach, planeReach } from "./planeReach.js";
import { type CellPair, isNear } from "./rootPairs.js";

/** What became of a root pair. */
export interface SearchedPair {
  /** Pairs that were judged. */
  readonly cells: number;
  /** Pairs with finest squares of which nothing was proved. */
  readonly undecided: readonly CellPair[];
  /** Pairs that have no critical points but one that is the only one on the pair of twice the size. */
  readonly single: readonly CellPair[];
}

/** A square with what is known at its centre and over it. */
interface Square {
  readonly node: PlaneNode;
  readonly reach: PlaneReach;
}

/** From this level on Krawczyk's test is tried: it would rarely succeed before. */
const ZERO_LEVEL = 9;

/**
 * Searches pairs of squares for critical points with a_1a_2 ≠ 0 of width 2 on the data of Figure 1.
 *
 * @example new PairSearch().search(entry(rootPairs(), 0)).undecided.length === 0
 */
export class PairSearch {
  private readonly nodes = new LogisticNodes();
  private squares = new Map<string, Square>();

  /**
   * @param finest no square is quartered at this level.
   * @param grid the data.
   */
  constructor(
    private readonly finest = FINEST,
    private readonly grid: HalfGrid = halfGrid(),
  ) {}

  /** Quarters squares until each pair is proved to have no critical point, or one, or is the finest. */
  search(root: CellPair): SearchedPair {
    this.squares = new Map();
    let cells = 0;
    const undecided: CellPair[] = [];
    const single: CellPair[] = [];
    const left = [root];
    for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
      if (isNear(pair)) continue;
      cells += 1;
      const verdict = this.verdict(pair);
      if (verdict === "single") single.push(pair);
      if (verdict !== undefined) continue;
      const parts = this.parts(pair);
      if (parts === undefined) undecided.push(pair);
      else left.push(...parts);
    }
    return { cells, undecided, single };
  }

  /**
   * What is proved of a pair: that it has no critical point; or that the pair of twice the size about its
   * centre has exactly one; or nothing.
   */
  verdict(pair: CellPair): "excluded" | "single" | undefined {
    const [p, q] = [this.square(pair[0]), this.square(pair[1])];
    const derivatives = pairDerivatives(p.node, q.node, this.grid);
    if (derivatives === undefined) return undefined;
    if (isExcluded(derivatives, p.reach, q.reach)) return "excluded";
    return pair.every(({ level }) => level >= ZERO_LEVEL) && this.hasOnly(pair, derivatives)
      ? "single"
      : undefined;
  }

  private hasOnly(pair: CellPair, derivatives: PairDerivatives): boolean {
    const [p, q] = pair.map((cell) => planeReach(cell, 2, this.grid, this.nodes)) as [PlaneReach, PlaneReach];
    return hasOnlyZero(derivatives, p, q);
  }

  /** The pairs with quarters of the square on which s changes most, if it isn't the finest. */
  private parts([first, second]: CellPair): CellPair[] | undefined {
    const change = (cell: PlaneCell): number =>
      cell.level < this.finest ? this.square(cell).reach.first : 0;
    const [one, two] = [change(first), change(second)];
    if (one === 0 && two === 0) return undefined;
    return one >= two
      ? quarters(first).map((part) => [part, second] as const)
      : quarters(second).map((part) => [first, part] as const);
  }

  private square(cell: PlaneCell): Square {
    const key = `${cell.level},${cell.i},${cell.j}`;
    const known = this.squares.get(key);
    if (known !== undefined) return known;
    const { grid, nodes } = this;
    const made = { node: planeNode(cell, grid, nodes), reach: planeReach(cell, 1, grid, nodes) };
    this.squares.set(key, made);
    return made;
  }
}

function quarters({ level, i, j }: PlaneCell): PlaneCell[] {
  return [0, 1].flatMap((east) =>
    [0, 1].map((north) => ({ level: level + 1, i: 2 * i + east, j: 2 * j + north })),
  );
}
