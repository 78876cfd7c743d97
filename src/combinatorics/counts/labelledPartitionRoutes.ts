import { entry, noEntry } from "../../exact/entry.js";
import { dowlingNumbers } from "./dowling.js";
import { binomial } from "./binomial.js";
import { compositions, repetitionFactor } from "../compositions.js";
import { factorial } from "./factorial.js";
import { integerPartitions } from "../integerPartitions.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { multinomial } from "./multinomial.js";
import { requireSize } from "../requireSize.js";
import { stirling2Column, stirling2Row } from "./stirling2.js";

/*
 * T(r, m) in ways that share only the definition with `labelledPartitionCount`, to check it. All of them
 * accept any nonnegative safe integers, and throw a RangeError for other arguments. Their formulas are those
 * of the paper, where no unit is mirrored. With g images and s silent vectors, a choice of a unit in a block
 * is one of g signs too, and a silent unit is one of s.
 */

/**
 * T(r, m) by `T(r, m+1) = r·T(r−1, m) + (r+1)·T(r, m) + T(r+1, m)`: the last element is alone in one of r
 * labelled blocks, or joins one, or is alone in a zero block, or joins a zero block. In the last case a
 * further label marks that block. With mirror images it is `gr·T(r−1, m) + (gr+1+s)·T(r, m) + T(r+1, m)`: the
 * further label also says which units of its block have the sign of the last one.
 *
 * @example labelledPartitionCountByRecurrence(3, 4) === 60n
 */
export function labelledPartitionCountByRecurrence(
  r: number,
  m: number,
  mirroring: Mirroring = UNMIRRORED,
): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  let row = [1n];
  const places: bigint[] = [];
  for (let size = 1; size <= m; size += 1)
    row = nextRow(row, Math.min(size, r + m - size), places, mirroring);
  return entry(row, r);
}

/**
 * The rows T(0, n), …, T(n, n) for n = 0…m, by the recurrence of {@link labelledPartitionCountByRecurrence}.
 *
 * @example labelledPartitionTable(2) // [[1n], [1n, 1n], [2n, 3n, 2n]]
 */
export function labelledPartitionTable(m: number, mirroring: Mirroring = UNMIRRORED): bigint[][] {
  requireSize("m", m);
  const rows: bigint[][] = [];
  for (const row of labelledPartitionRows(mirroring)) {
    rows.push(row);
    if (rows.length > m) break;
  }
  return rows;
}

/**
 * The rows T(0, n), …, T(n, n) for n = 0, 1, …, without end, for callers that need each row only once.
 *
 * @example labelledPartitionRows().next().value // [1n]
 */
export function* labelledPartitionRows(
  mirroring: Mirroring = UNMIRRORED,
): Generator<bigint[], never, undefined> {
  let row = [1n];
  const places: bigint[] = [];
  for (let size = 1; ; size += 1) {
    yield row;
    row = nextRow(row, size, places, mirroring);
  }
}

/**
 * Entries 0…last of the row after `row`, as `gr·(T(r−1) + T(r)) + (T(r) + T(r+1)) + s·T(r)`: each sum is used
 * twice.
 *
 * @param places 0n, g, 2g, …, which the caller keeps, since making them takes as long as multiplying by them.
 */
function nextRow(
  row: readonly bigint[],
  last: number,
  places: bigint[],
  { images, silent }: Mirroring,
): bigint[] {
  while (places.length <= last) places.push(BigInt(images * places.length));
  const next: bigint[] = [];
  let left = 0n;
  let here = entry(row, 0);
  for (let r = 0; r <= last; r += 1) {
    // A row ends at r = m: a partition of [m] has no more than m blocks.
    const after = r + 1 < row.length ? (row[r + 1] ?? noEntry(row, r + 1)) : 0n;
    const right = here + after;
    const others = silent === 0 ? right : right + here;
    next.push((places[r] ?? noEntry(places, r)) * left + others);
    left = right;
    here = after;
  }
  return next;
}

/**
 * T(r, m) = r! Σ_n S2(m, n) C(n, r): choose r of the n blocks of a partition of [m], and label them; with
 * mirror images, also choose the sign of each.
 *
 * @example labelledPartitionCountByStirling(3, 4) === 60n
 */
export function labelledPartitionCountByStirling(
  r: number,
  m: number,
  mirroring: Mirroring = UNMIRRORED,
): bigint {
  requireSize("r", r);
  const row = stirling2Row(m, mirroring);
  let sum = 0n;
  let choices = 1n;
  for (let n = r; n <= m; n += 1) {
    sum += entry(row, n) * choices;
    choices = (choices * BigInt(n + 1)) / BigInt(n + 1 - r);
  }
  return sum * factorial(r) * BigInt(mirroring.images) ** BigInt(r);
}

/**
 * T(r, m) = G(r, m) + Σ_{u=1}^{m−r} C(m, u) G(r, m−u) g(u), as Prop. 4.5 of Şimşek et al. (2021) states it,
 * with g(u) = B(u): choose the u elements of zero blocks, partition them, and map the others onto [r]. With
 * mirror images B(u) is a Dowling number, and each of the others has a sign.
 *
 * @example labelledPartitionCountByZeroBlocks(3, 4) === 60n
 */
export function labelledPartitionCountByZeroBlocks(
  r: number,
  m: number,
  mirroring: Mirroring = UNMIRRORED,
): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  const column = stirling2Column(m, r);
  let sum = 0n;
  let choices = 1n;
  const images = BigInt(mirroring.images);
  dowlingNumbers(m - r, mirroring).forEach((arrangements, u) => {
    sum += choices * entry(column, m - r - u) * images ** BigInt(m - u) * arrangements;
    choices = (choices * BigInt(m - u)) / BigInt(u + 1);
  });
  return sum * factorial(r);
}

/**
 * T(r, m) by the formula of Theorem 3.1 with the b's in descending order: the sum of m!/(k_1!…k_r! b_1!…b_j!)
 * / (c_1!…c_{m−r}!) over k_i >= 1 and b_1 >= … >= b_j >= 1 of sum m. With mirror images there are g^{Σk +
 * Σ(b−1)} signs for each, and silent units besides, if there can be any. The number of summands grows
 * exponentially, so this is only for small m.
 *
 * @example labelledPartitionCountBySortedTuples(3, 4) === 60n
 */
export function labelledPartitionCountBySortedTuples(
  r: number,
  m: number,
  mirroring: Mirroring = UNMIRRORED,
): bigint {
  requireSize("r", r);
  requireSize("m", m);
  const { images, silent } = mirroring;
  let sum = 0n;
  for (let quiet = 0; quiet <= silent * (m - r); quiet += 1)
    sum += binomial(m, quiet) * sumOverSortedTuples(r, m - quiet, BigInt(images));
  return sum;
}

/** The sum for no silent units and any number of images. */
function sumOverSortedTuples(r: number, m: number, images: bigint): bigint {
  let sum = 0n;
  for (let u = 0; u <= m - r; u += 1) {
    for (const zeros of integerPartitions(u)) {
      const arrangements = multinomial(zeros) / repetitionFactor(zeros);
      for (const labelled of compositions(m - u, r)) {
        sum += binomial(m, u) * multinomial(labelled) * arrangements * images ** BigInt(m - zeros.length);
      }
    }
  }
  return sum;
}
