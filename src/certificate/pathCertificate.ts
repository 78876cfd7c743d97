import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { distancePotential } from "../manifold/graph/distancePotential.js";
import type { Polyline } from "../manifold/paths/manifoldPath.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateNetwork } from "./certificateNetwork.js";
import { lowerBound } from "./leastSegments.js";
import { listed } from "./listed.js";
import { type PathForm, pointMembers, writtenUnits } from "./pathChanges.js";

/**
 * A polyline inside Θ between two networks. If no path has fewer segments and the checker can see that, the
 * claim is `ext-geodesic`; else it is `thm-3.1-path`, which says only that there is a path.
 *
 * @param theta the irreducible network that both ends reduce to.
 * @param optimal whether no path has fewer segments.
 * @param form how the points are written.
 * @example pathCertificate(theta, { points: [from], partitions: [] }, true).claim === "ext-geodesic"
 */
export function pathCertificate(
  theta: TwoLayerNetwork,
  line: Polyline,
  optimal: boolean,
  form: PathForm = "points",
): Certificate {
  requireArguments({
    network: { theta },
    flag: { optimal },
    "{ points, partitions }": { line },
    pathForm: { form },
  });
  const { points, partitions } = line;
  const [from, to] = [entry(points, 0), entry(points, points.length - 1)];
  const [r, m] = [theta.units.length, from.units.length];
  const least = {
    ...{ segments: partitions.length, r, m, networks: [theta, from, to] },
    subspaces: labelledPartitionCount(r, m),
    potential: () => {
      const { partitions: all, values } = distancePotential(theta, from);
      return { partitions: all.map(({ codes }) => codes), values };
    },
  };
  const bound = optimal ? lowerBound(least) : undefined;
  return {
    kind: "path",
    claim: bound === undefined ? "thm-3.1-path" : "ext-geodesic",
    body: {
      theta: { ...certificateNetwork(theta) },
      ...pointMembers(
        form,
        writtenUnits(() => points),
      ),
      partitions: listed(
        () => partitions,
        ({ codes }) => codes,
      ),
      bound: bound ?? { rule: "none" },
    },
  };
}
