import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { MOST_POTENTIAL_SUBSPACES, distancePotential } from "../manifold/graph/distancePotential.js";
import type { Polyline } from "../manifold/paths/manifoldPath.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Streamed } from "./canonicalJson.js";
import type { Certificate } from "./certificate.js";
import { certificateNetwork } from "./certificateNetwork.js";
import { listed } from "./listed.js";
import { fitsPotential } from "./potentialLimit.js";

/**
 * A polyline inside Θ between two networks. If no path has fewer segments and the checker can see that, the
 * claim is `ext-geodesic`; else it is `thm-3.1-path`, which says only that there is a path.
 *
 * @param theta the irreducible network that both ends reduce to.
 * @param optimal whether no path has fewer segments.
 * @example pathCertificate(theta, { points: [from], partitions: [] }, true).claim === "ext-geodesic"
 */
export function pathCertificate(theta: TwoLayerNetwork, line: Polyline, optimal: boolean): Certificate {
  requireArguments({ network: { theta }, flag: { optimal }, "{ points, partitions }": { line } });
  const { points, partitions } = line;
  const bound = optimal ? lowerBound(theta, points, partitions.length) : undefined;
  return {
    kind: "path",
    claim: bound === undefined ? "thm-3.1-path" : "ext-geodesic",
    body: {
      theta: { ...certificateNetwork(theta) },
      points: listed(
        () => points,
        (point) => ({ ...certificateNetwork(point) }),
      ),
      partitions: listed(
        () => partitions,
        ({ codes }) => codes,
      ),
      bound: bound ?? { rule: "none" },
    },
  };
}

/**
 * How the checker can see that no path has fewer segments; undefined if it can't, because T(r,m) is large or
 * weights are long.
 */
function lowerBound(
  theta: TwoLayerNetwork,
  points: readonly TwoLayerNetwork[],
  segments: number,
): Readonly<Record<string, Streamed>> | undefined {
  if (segments <= 1) return { rule: "distinct" };
  const [from, to] = [entry(points, 0), entry(points, points.length - 1)];
  const [r, m] = [theta.units.length, from.units.length];
  if (m === r + 1) return { rule: "star" };
  if (labelledPartitionCount(r, m) > MOST_POTENTIAL_SUBSPACES || !fitsPotential([theta, from, to]))
    return undefined;
  const { partitions, values } = distancePotential(theta, from);
  return { rule: "potential", partitions: partitions.map(({ codes }) => codes), values };
}

/**
 * A lower bound of the certificate's size in bytes: each unit of each point takes two rows of at least one
 * digit.
 */
export function leastPathBytes(points: number, { units }: TwoLayerNetwork): number {
  return points * units.length * 12;
}
