import { entry } from "../../exact/entry.js";
import { factorial } from "./factorial.js";
import { binomialRow } from "./binomial.js";
import { requireOrdered, requirePositive } from "../requireSize.js";

/**
 * β(r, m), the number of spheres of dimension m − r in a wedge to which the expansion manifold of an
 * irreducible point of r units at width m is homotopy equivalent by claim ext-topology. By the closed form
 * `β(r, m) = Σ_{i=1}^{r−1} (−1)^{r−1−i} C(r, i+1) i^m` for m > r; for m = r there are r! points, which are a
 * wedge of r! − 1 spheres of dimension 0, and the sum gives this too. For r = 0 all subspaces contain the
 * origin, so the manifold is contractible: there is no sphere.
 *
 * With g images of each unit it is `Σ_{j=1}^{r} (−1)^{r−j} C(r, j) (gj − 1)^m` by claim ext-parity-topology.
 *
 * @param images g ≥ 1; 2 if units may be mirrored.
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example sphereCount(3, 4) === 13n
 */
export function sphereCount(r: number, m: number, images = 1): bigint {
  requireOrdered("r", r, "m", m);
  requirePositive("images", images);
  const coefficients = binomialRow(r);
  let sum = 0n;
  for (let j = 1; j <= r; j += 1) {
    const term = entry(coefficients, j) * BigInt(images * j - 1) ** BigInt(m);
    sum += (r - j) % 2 === 0 ? term : -term;
  }
  return sum;
}

/**
 * β(r, m) by `β(r, m) = r·β(r−1, m−1) + (r−1)·β(r, m−1)` for r >= 2 and m > r, from β(r, r) = r! − 1 and β(1,
 * m) = 0: in the complex of width m the last unit has no label, or shares its label, or is the only one with
 * its label; see placementMate.
 * With g images of each label there are g·r labels in place of r.
 * Tests compare the numbers with those of {@link sphereCount}.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example sphereCountByRecurrence(3, 4) === 13n
 */
export function sphereCountByRecurrence(r: number, m: number, images = 1): bigint {
  requireOrdered("r", r, "m", m);
  requirePositive("images", images);
  // Here diagonal[k] = β(k, k + d); each step goes from m − r = d − 1 to d.
  let diagonal = Array.from({ length: r + 1 }, (_, k) => BigInt(images) ** BigInt(k) * factorial(k) - 1n);
  for (let d = 1; d <= m - r; d += 1) {
    const next = [0n];
    for (let k = 1; k <= r; k += 1) {
      const labels = BigInt(images * k);
      next.push(labels * entry(next, k - 1) + (labels - 1n) * entry(diagonal, k));
    }
    diagonal = next;
  }
  return entry(diagonal, r);
}
