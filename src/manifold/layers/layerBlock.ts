import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import { sparseVector } from "../subspaces/parameterSpace.js";

/**
 * Which manifold the subspace of a tuple belongs to (proofs/layers.md, §3): Γ_P, as expanding the layers from
 * the last to the first gives it, or Φ_P, of the whole fibre of networks that compute the function of θ for
 * every activation.
 *
 * @example multiLayerSubspace(asMultiLayer(theta), [LabelledPartition.of([1, 1], 1)],
 *   "fibre").ambientDimension
 *   === 4
 */
export type LayerManifold = "last to first" | "fibre";

/** The conditions on V^(ℓ): W^(ℓ), with P_ℓ on its rows and P_{ℓ−1} on its columns. */
export interface LayerConditions {
  /** The rows of W^(ℓ). */
  readonly rows: readonly RationalVector[];
  /** P_ℓ, with as many labels as W^(ℓ) has rows. */
  readonly units: LabelledPartition;
  /** P_{ℓ−1}, with as many labels as W^(ℓ) has columns. */
  readonly columns: LabelledPartition;
}

/**
 * The matrices V^(ℓ) of the networks of Γ_P or Φ_P, an affine subspace of Q^{m_ℓ·m_{ℓ−1}}, its coordinates
 * row by row: a row in block t sums to W^(ℓ)_ts over block s of the columns and to 0 over each zero block;
 * all rows of a zero block have the same sums, and, for Γ_P, these are 0 over each zero block.
 *
 * No condition ties one V^(ℓ) to another: Γ_P and Φ_P are the products of these over the layers. If each
 * input and output of the network counts as a labelled block of one unit, this covers the first and last
 * layers too.
 *
 * @throws RangeError if the numbers of labels differ from the numbers of rows and columns.
 */
export function layerBlock(conditions: LayerConditions, manifold: LayerManifold): AffineSubspace {
  requireLabels(conditions);
  const { rows, units, columns } = conditions;
  const shape = { rows: units.m, columns: columns.m };
  const groups = blocksOf(columns);
  return {
    ambientDimension: shape.rows * shape.columns,
    base: basePoint(shape, conditions, groups),
    directions: [
      ...shifts(shape, groups),
      ...units.zeroBlocks.flatMap((block) => commonMoves(shape, block, groups, manifold)),
    ],
    equations: [
      ...units.labelledBlocks.flatMap((block, label) =>
        block.flatMap((row) => pinnedSums(shape, row, entry(rows, label), groups)),
      ),
      ...units.zeroBlocks.flatMap((block) => equalSums(shape, block, groups, manifold)),
    ],
  };
}

/**
 * The dimension of {@link layerBlock}: each row splits its sums over its blocks of columns freely, and each
 * zero block of rows has free sums, for Γ_P over labelled blocks only.
 */
export function layerBlockDimension(
  { units, columns }: Omit<LayerConditions, "rows">,
  manifold: LayerManifold,
): number {
  const freeSums = manifold === "fibre" ? columns.blockCount : columns.r;
  return units.m * (columns.m - columns.blockCount) + units.zeroBlockCount * freeSums;
}

/**
 * Whether V^(ℓ) is one of the matrices of {@link layerBlock}, straight from the definition.
 *
 * @param matrix the rows of V^(ℓ); the result is false if their shape is wrong.
 * @throws RangeError if the numbers of labels differ from the numbers of rows and columns.
 */
export function layerBlockHolds(
  conditions: LayerConditions,
  manifold: LayerManifold,
  matrix: readonly RationalVector[],
): boolean {
  requireLabels(conditions);
  const { rows, units, columns } = conditions;
  if (matrix.length !== units.m || matrix.some((row) => row.dimension !== columns.m)) return false;
  const sumsOfLabels = rows.map((row) => sumsOfLabel(row, columns));
  const sumsOf = (unit: number): RationalVector => blockSums(entry(matrix, unit), columns);
  return units.codes.every((code, unit) => {
    const sums = sumsOf(unit);
    if (code > 0) return entry(sumsOfLabels, code - 1).equals(sums);
    if (manifold === "last to first" && sums.numerators.slice(columns.r).some((sum) => sum !== 0n))
      return false;
    return sumsOf(units.codes.indexOf(code)).equals(sums);
  });
}

/** The sums of a row over the labelled blocks, and then over the zero blocks. */
export function blockSums(row: RationalVector, columns: LabelledPartition): RationalVector {
  // Inputs, and layers without spare units: there is nothing to add.
  if (columns.codes.every((code, column) => code === column + 1)) return row;
  const sums = new Array<bigint>(columns.blockCount).fill(0n);
  row.numerators.forEach((numerator, column) => {
    const code = entry(columns.codes, column);
    const block = code > 0 ? code - 1 : columns.r - code;
    sums[block] = entry(sums, block) + numerator;
  });
  return RationalVector.of(sums, row.denominator);
}

/** The sums over blocks that a row of W^(ℓ) asks for: those over zero blocks are 0. */
export function sumsOfLabel(row: RationalVector, columns: LabelledPartition): RationalVector {
  const { zeroBlockCount } = columns;
  return zeroBlockCount === 0 ? row : row.followedBy(RationalVector.zero(zeroBlockCount));
}

/** Numbers of rows and columns of V^(ℓ). */
interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A block of columns, and the column of W^(ℓ) that its sums must equal; none for a zero block. */
interface ColumnBlock {
  readonly target: number | undefined;
  readonly members: readonly number[];
}

function blocksOf(columns: LabelledPartition): ColumnBlock[] {
  return [
    ...columns.labelledBlocks.map((members, target) => ({ target, members })),
    ...columns.zeroBlocks.map((members) => ({ target: undefined, members })),
  ];
}

/** The first column of each labelled block carries the sum; rows of zero blocks are 0. */
function basePoint(
  shape: Shape,
  { rows, units }: LayerConditions,
  groups: readonly ColumnBlock[],
): RationalVector {
  const entries = RationalVector.zero(shape.rows * shape.columns).toRationals();
  units.codes.forEach((code, unit) => {
    if (code <= 0) return;
    for (const { target, members } of groups) {
      if (target === undefined) continue;
      entries[unit * shape.columns + entry(members, 0)] = entry(rows, code - 1).at(target);
    }
  });
  return RationalVector.fromRationals(entries);
}

/** Any row shifts weight within a block of columns, from its first to another. */
function shifts({ rows, columns }: Shape, groups: readonly ColumnBlock[]): RationalVector[] {
  return Array.from({ length: rows }, (_, row) =>
    groups.flatMap(({ members }) =>
      members.slice(1).map((other) =>
        sparseVector(
          rows * columns,
          new Map([
            [row * columns + entry(members, 0), -1n],
            [row * columns + other, 1n],
          ]),
        ),
      ),
    ),
  ).flat();
}

/** All rows of a zero block change a sum together. */
function commonMoves(
  { rows, columns }: Shape,
  block: readonly number[],
  groups: readonly ColumnBlock[],
  manifold: LayerManifold,
): RationalVector[] {
  const free = groups.filter(({ target }) => target !== undefined || manifold === "fibre");
  return free.map(({ members }) =>
    sparseVector(rows * columns, new Map(block.map((row) => [row * columns + entry(members, 0), 1n]))),
  );
}

/** A row of a labelled block: its sums are those of a row of W^(ℓ), or 0. */
function pinnedSums(
  { rows, columns }: Shape,
  row: number,
  { numerators, denominator }: RationalVector,
  groups: readonly ColumnBlock[],
): RationalVector[] {
  const length = rows * columns + 1;
  return groups.map(({ target, members }) =>
    sparseVector(
      length,
      new Map([
        ...members.map((column) => [row * columns + column, denominator] as const),
        [length - 1, target === undefined ? 0n : entry(numerators, target)],
      ]),
    ),
  );
}

/**
 * Rows of a zero block: their sums are those of the first, and for Γ_P those over zero blocks are 0 in each.
 */
function equalSums(
  { rows, columns }: Shape,
  block: readonly number[],
  groups: readonly ColumnBlock[],
  manifold: LayerManifold,
): RationalVector[] {
  const length = rows * columns + 1;
  const sum = (row: number, { members }: ColumnBlock, factor: bigint): [number, bigint][] =>
    members.map((column) => [row * columns + column, factor]);
  return groups.flatMap((group) => {
    if (group.target === undefined && manifold === "last to first") {
      return block.map((row) => sparseVector(length, new Map(sum(row, group, 1n))));
    }
    return block
      .slice(1)
      .map((row) =>
        sparseVector(length, new Map([...sum(entry(block, 0), group, -1n), ...sum(row, group, 1n)])),
      );
  });
}

function requireLabels({ rows, units, columns }: LayerConditions): void {
  const { dimension } = entry(rows, 0);
  if (units.r === rows.length && columns.r === dimension) return;
  throw new RangeError(
    `${rows.length} rows of ${dimension} weights, and partitions with ${units.r} and ${columns.r} labels`,
  );
}
