import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { type AcyclicMatching, CRITICAL, acyclicMatching } from "./acyclicMatching.js";
import { cellCount } from "./chainComplex.js";
import { type PlacementComplex, blockOf } from "./placementComplex.js";

/**
 * The difference between the map of a cell and that of its partner: the one with more units maps this unit to
 * this label.
 */
export interface Toggle {
  /** 0 … m − 1. */
  readonly unit: number;
  readonly label: number;
}

/**
 * The partner of a cell in an acyclic matching of X_{r,m}, for all r ≤ m, which leaves the root and β(r,m)
 * cells of dimension m − r over; undefined for those. It proves that X_{r,m} is homotopy equivalent to a
 * wedge of β(r,m) spheres of dimension m − r (claim ext-topology).
 *
 * The matching of X_S,n, the maps onto a set S of labels of the first n units, with a vertex ρ as root:
 *
 * - Without labels, or without a unit to spare, no two cells are matched.
 * - Else let τ be the label of the last unit in ρ, or the least of S if it has none. The maps that leave the
 *   last unit out are A. Those that send it to t are B_t if the others are still onto S, else C_t. A is
 *   matched with B_τ by that unit.
 * - For t ≠ τ, B_t is a copy of X_S,n−1 and C_t one of X_{S∖t},n−1. Let v be the vertex with the labels of S
 *   in order on the first units. B_t is matched like X_S,n−1 with root v, C_t like X_{S∖t},n−1 with root v∖t,
 *   which is v without t. Both roots are left over, the second as a vertex that is a facet of the first: they
 *   are matched.
 * - C_τ is matched like X_{S∖τ},n−1 with root ρ∖τ. If the last unit has label τ in ρ, that root is ρ itself.
 *   Else it is left over, and matched with ρ∪{n ↦ τ} instead of ρ.
 *
 * The cells left over are counted by β(r,m) = r·β(r−1,m−1) + (r−1)·β(r,m−1). The matching is acyclic: facets
 * go down in C_τ < A ∪ B_τ < B_t and C_t < B_t, and within each part it is acyclic by induction (in A ∪ B_τ,
 * as other facets of a cell of B_τ don't lie in A); in dimensions 0 and 1, where parts are matched with one
 * another, every vertex leads on to the root.
 *
 * With images t, t + r, … of each label t, there is a B and a C for each image, and τ is one of them. Nothing
 * else changes: S is a set of labels up to images, and v has the labels of S themselves.
 *
 * @param map a surjective partial map, m labels of 1…r with 0 for undefined; or of 1…g·r with g images.
 * @param root a vertex: a map with r values that are not 0, no two of them images of one label.
 * @param r number of labels up to images. If left out, labels have no other images.
 * @example placementMate([1, 0, 2], [1, 2, 0]) // { unit: 1, label: 1 }
 */
export function placementMate(
  map: ArrayLike<number>,
  root: ArrayLike<number>,
  r: number = map.length,
): Toggle | undefined {
  const used = Array.from(map).flatMap((label) => (label > 0 ? [blockOf(label, r)] : []));
  let labels = [...new Set(used)].sort((a, b) => a - b);
  let vertex = Array.from(root);
  for (let n = map.length; n > labels.length && labels.length > 0; n -= 1) {
    const last = n - 1;
    const rooted = labelAt(vertex, last);
    const tau = rooted > 0 ? rooted : entry(labels, 0);
    const label = entry(map, last);
    if (label === 0) return agrees(map, vertex, n) ? undefined : { unit: last, label: tau };
    const goesOn = indexOf(map, label, last, r) < last;
    // The copy of a smaller complex that the cell lies in, with its root, and what that root is matched with.
    const onto = label === tau ? vertex : labels.slice();
    const share = indexOf(onto, label, last, r);
    const bridge = { unit: share, label: labelAt(onto, share) };
    if (goesOn) {
      const isLeft = rooted !== tau && agrees(map, onto, last);
      if (label === tau) return isLeft ? bridge : { unit: last, label: tau };
      if (agrees(map, onto, last)) return bridge;
      vertex = onto;
    } else {
      vertex = onto.map((other) => (isImage(other, label, r) ? 0 : other));
      if (agrees(map, vertex, last)) return label === rooted ? undefined : bridge;
      labels = labels.filter((other) => !isImage(other, label, r));
    }
  }
  return undefined;
}

/**
 * The matching of `placementMate` for all cells, with an order that proves it acyclic.
 *
 * @param root a vertex; the map of the first cell if left out.
 * @throws RangeError if the partner of some cell is not a cell, or there is a cycle: then the construction is
 *   wrong.
 * @example [...placementMatching(new PlacementComplex(2, 2)).mates] // [-1, -1]
 */
export function placementMatching(complex: PlacementComplex, root?: ArrayLike<number>): AcyclicMatching {
  requireArguments({ placements: { complex } });
  const start = root ?? complex.mapOf(0);
  requireArguments({ codes: { root: start } });
  const mates = new Int32Array(cellCount(complex)).fill(CRITICAL);
  mates.forEach((_, cell) => {
    const map = Uint8Array.from(complex.mapOf(cell));
    const toggle = placementMate(map, start, complex.r);
    if (toggle === undefined) return;
    map[toggle.unit] = map[toggle.unit] === 0 ? toggle.label : 0;
    mates[cell] = complex.cellOf(map);
  });
  return acyclicMatching(complex, mates);
}

/** Whether two maps have the same values at the first n units; values beyond the end of a list count 0. */
function agrees(map: ArrayLike<number>, other: ArrayLike<number>, n: number): boolean {
  for (let i = 0; i < n; i += 1) if (map[i] !== (i < other.length ? other[i] : 0)) return false;
  return true;
}

/** The label of a unit; 0 beyond the end of the list. */
function labelAt(map: ArrayLike<number>, unit: number): number {
  return unit < map.length ? entry(map, unit) : 0;
}

/** Whether a value of a map is a label or one of its images. */
function isImage(value: number, label: number, r: number): boolean {
  return value === label || (value > 0 && (value - label) % r === 0);
}

/** The first of n units with a label or an image of it; n if there is none. */
function indexOf(map: ArrayLike<number>, label: number, n: number, r: number): number {
  let i = 0;
  while (i < n && !isImage(labelAt(map, i), label, r)) i += 1;
  return i;
}
