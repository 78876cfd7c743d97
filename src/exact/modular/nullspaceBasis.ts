import { counted } from "../counted.js";
import { entry, noEntry } from "../entry.js";
import { dot, type IntegerMatrix, primitive, spread } from "../vectors/integerMatrix.js";
import { PadicLifting } from "./padicLifting.js";
import type { PivotBlock } from "./pivotBlock.js";
import { limbsVanish, multiply, smallProportional } from "./residueKernel.js";

/**
 * Independent integer vectors with A·x = 0. Vector k isn't 0 in column free[k] and is 0 in the other columns
 * of `free`, which shows that the vectors are independent.
 */
export interface NullspaceBasis {
  readonly free: readonly number[];
  readonly vectors: IntegerMatrix;
}

/** The number of columns up to which a product with a short vector stays below 2^53. */
const SHORT_COLUMNS = 262144;

/**
 * The basis that the relations modulo the block's prime suggest, if its entries are so small that one prime
 * determines them. `undefined` if they aren't, or if the matrix doesn't take a vector to 0. BigInts come only
 * with the answer, so tens of thousands of small matrices take a few seconds.
 */
export function shortNullspace(block: PivotBlock): NullspaceBasis | undefined {
  const { matrix, minor, freeColumns } = block;
  if (matrix.columns > SHORT_COLUMNS) return undefined;
  const vectors: (readonly bigint[])[] = [];
  const vector = new Float64Array(matrix.columns);
  const images = new Float64Array(matrix.planes * matrix.rows);
  for (const [index, relation] of block.relations().entries()) {
    if (!smallProportional(relation, minor.prime)) return undefined;
    vector.fill(0);
    minor.columns.forEach((column, row) => {
      vector[column] = relation[row] ?? noEntry(relation, row);
    });
    vector[entry(freeColumns, index)] = entry(relation, block.rank);
    multiply(matrix.limbs, vector, images);
    if (!limbsVanish(images, matrix.rows)) return undefined;
    // The entries have no common factor: each denominator by which smallProportional multiplied is prime to
    // the entry that needed it.
    vectors.push(Array.from(vector, toBigInt));
  }
  return { free: freeColumns, vectors };
}

/** 0 and ±1 make up nearly all of these vectors, and need no new BigInt. */
function toBigInt(value: number): bigint {
  if (value === 0) return 0n;
  if (value === 1) return 1n;
  return value === -1 ? -1n : BigInt(value);
}

/**
 * The basis by p-adic lifting, for entries of any size. `undefined` if the matrix doesn't take a vector to 0:
 * then the rank exceeds that of the block.
 *
 * @param source the matrix that `block` comes from.
 */
export function liftedNullspace(source: IntegerMatrix, block: PivotBlock): NullspaceBasis | undefined {
  const { minor, freeColumns, matrix } = block;
  const lifting = PadicLifting.on(source, matrix, minor);
  const vectors: (readonly bigint[])[] = [];
  for (const [index, free] of freeColumns.entries()) {
    const right = minor.rows.map((row) => -entry(entry(source, row), free));
    for (const { numerators, denominator } of lifting.candidates(right)) {
      const vector = spread(matrix.columns, [...minor.columns, free], [...numerators, denominator]);
      if (!source.every((row) => dot(row, vector) === 0n)) continue;
      vectors.push(primitive(vector));
      break;
    }
    if (vectors.length <= index) return undefined;
  }
  return { free: freeColumns, vectors };
}

/**
 * The first fault of a claimed basis of `dimension` independent vectors, in words; `undefined` if it has
 * none.
 *
 * @param columns number of columns of the matrix.
 */
export function basisFault(
  matrix: IntegerMatrix,
  columns: number,
  dimension: number,
  { free, vectors }: NullspaceBasis,
): string | undefined {
  if (vectors.length !== dimension || free.length !== dimension) {
    return `${vectors.length} vectors with ${free.length} free columns, ${dimension} expected`;
  }
  for (const [index, vector] of vectors.entries()) {
    if (vector.length !== columns) {
      return `vector ${index} has ${counted(vector.length, "entry", "entries")}, ${counted(columns, "column")} expected`;
    }
    const clash = free.find((column, other) => (vector[column] === 0n) === (other === index));
    if (clash !== undefined) return `vector ${index} isn't independent of the others in column ${clash}`;
    const row = matrix.findIndex((entries) => dot(entries, vector) !== 0n);
    if (row >= 0) return `vector ${index} isn't orthogonal to row ${row}`;
  }
  return undefined;
}
