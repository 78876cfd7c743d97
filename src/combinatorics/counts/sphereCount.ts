import { entry } from "../../exact/entry.js";
import { factorial } from "./factorial.js";
import { binomialRow } from "./binomial.js";
import { requireOrdered } from "../requireSize.js";

/**
 * β(r, m), the number of spheres of dimension m − r in a wedge to which the expansion manifold of an
 * irreducible point of r units at width m is homotopy equivalent by claim ext-topology. By the closed form
 * `β(r, m) = Σ_{i=1}^{r−1} (−1)^{r−1−i} C(r, i+1) i^m` for m > r; for m = r there are r! points, which are a
 * wedge of r! − 1 spheres of dimension 0, and the sum gives this too. For r = 0 all subspaces contain the
 * origin, so the manifold is contractible: there is no sphere.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example sphereCount(3, 4) === 13n
 */
export function sphereCount(r: number, m: number): bigint {
  requireOrdered("r", r, "m", m);
  const coefficients = binomialRow(r);
  let sum = 0n;
  for (let i = 1; i < r; i += 1) {
    const term = entry(coefficients, i + 1) * BigInt(i) ** BigInt(m);
    sum += (r - 1 - i) % 2 === 0 ? term : -term;
  }
  return sum;
}

/**
 * β(r, m) by `β(r, m) = r·β(r−1, m−1) + (r−1)·β(r, m−1)` for r >= 2 and m > r, from β(r, r) = r! − 1 and β(1,
 * m) = 0: in the complex of width m the last unit has no label, or shares its label, or is the only one with
 * its label; see placementMate. Tests compare the numbers with those of {@link sphereCount}.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example sphereCountByRecurrence(3, 4) === 13n
 */
export function sphereCountByRecurrence(r: number, m: number): bigint {
  requireOrdered("r", r, "m", m);
  // Here diagonal[k] = β(k, k + d); each step goes from m − r = d − 1 to d.
  let diagonal = Array.from({ length: r + 1 }, (_, k) => factorial(k) - 1n);
  for (let d = 1; d <= m - r; d += 1) {
    const next = [0n];
    for (let k = 1; k <= r; k += 1) {
      next.push(BigInt(k) * entry(next, k - 1) + BigInt(k - 1) * entry(diagonal, k));
    }
    diagonal = next;
  }
  return entry(diagonal, r);
}
