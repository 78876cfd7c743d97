import { entry } from "../../exact/entry.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import { type LayerConditions, layerBlock } from "./layerBlock.js";
import { sparseVector } from "../subspaces/parameterSpace.js";

/**
 * The matrices V^(ℓ) that expanding layer ℓ − 1 before layer ℓ gives (proofs/layers.md, §4), in the
 * coordinates of `layerBlock`: the columns of W^(ℓ) are split in its r_ℓ rows, and then rows are copied. So
 * rows of one block are equal, labelled ones sum to those of W^(ℓ) over blocks of columns, and rows of zero
 * blocks are free.
 *
 * @throws RangeError if the numbers of labels differ from the numbers of rows and columns.
 */
export function copiedBlock(conditions: LayerConditions): AffineSubspace {
  const { rows, units, columns } = conditions;
  const labels = Array.from({ length: rows.length }, (_, row) => row + 1);
  const narrow = layerBlock({ rows, units: LabelledPartition.of(labels, rows.length), columns }, "fibre");
  const [width, length] = [columns.m, units.m * columns.m];
  const { labelledBlocks, zeroBlocks } = units;
  /**
   * The matrix whose rows are those of a narrow matrix, copied to the blocks of their labels; rows of zero
   * blocks are 0.
   */
  const copied = ({ numerators, denominator }: RationalVector): RationalVector =>
    RationalVector.of(
      units.codes.flatMap((code) =>
        range(width).map((column) => (code > 0 ? entry(numerators, (code - 1) * width + column) : 0n)),
      ),
      denominator,
    );
  /** An equation for narrow matrices as one for the first rows of labelled blocks. */
  const onFirsts = ({ numerators }: RationalVector): RationalVector => {
    const entries = labelledBlocks.flatMap((block, label) =>
      range(width).map(
        (column) => [entry(block, 0) * width + column, entry(numerators, label * width + column)] as const,
      ),
    );
    const constant = entry(numerators, numerators.length - 1);
    return sparseVector(length + 1, new Map([...entries, [length, constant]]));
  };
  return {
    ambientDimension: length,
    base: copied(narrow.base),
    directions: [
      ...narrow.directions.map(copied),
      ...zeroBlocks.flatMap((block) =>
        range(width).map((column) =>
          sparseVector(length, new Map(block.map((unit) => [unit * width + column, 1n]))),
        ),
      ),
    ],
    equations: [
      ...narrow.equations.map(onFirsts),
      ...[...labelledBlocks, ...zeroBlocks].flatMap((block) => equalRows(block, width, length + 1)),
    ],
  };
}

function equalRows(block: readonly number[], width: number, length: number): RationalVector[] {
  const first = entry(block, 0);
  return block.slice(1).flatMap((other) =>
    range(width).map((column) =>
      sparseVector(
        length,
        new Map([
          [first * width + column, -1n],
          [other * width + column, 1n],
        ]),
      ),
    ),
  );
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
