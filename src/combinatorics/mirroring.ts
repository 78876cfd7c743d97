/**
 * What the symmetry of an activation adds to the permutations of units, as far as counts depend on it.
 *
 * A unit is *silent* if its incoming vector is 0 and it therefore adds nothing, whatever its outgoing vector.
 *
 * @example labelledPartitionCount(1, 2, mirroringOf("odd")) === 12n
 */
export interface Mirroring {
  /** How many incoming vectors serve as well as a given nonzero one: 2 for w and −w, 1 for w alone. */
  readonly images: 1 | 2;
  /** How many silent incoming vectors there are. */
  readonly silent: 0 | 1;
}

/**
 * No unit has a mirror image, as Şimşek et al. (2021) assume of the activation: the trivial sign group.
 *
 * @example labelledPartitionCount(1, 2, UNMIRRORED) === 3n
 */
export const UNMIRRORED: Mirroring = { images: 1, silent: 0 };
