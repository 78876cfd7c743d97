import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { type Parity, mirroringOf } from "../combinatorics/signed/parity.js";
import type { SignedLabelledPartition } from "../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { withImages } from "../manifold/signed/mirroredNetwork.js";
import { signedDistancePotential } from "../manifold/signed/signedDistancePotential.js";
import type { ShortestSignedPath } from "../manifold/signed/shortestSignedPath.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { CanonicalValue } from "./canonicalJson.js";
import type { Certificate } from "./certificate.js";
import { certificateNetwork } from "./certificateNetwork.js";
import { lowerBound } from "./leastSegments.js";
import { listed } from "./listed.js";
import { type PathForm, pointMembers, writtenUnits } from "./pathChanges.js";

/**
 * A polyline between two networks that compute what θ does for every activation of that parity. If no such
 * polyline has fewer segments and the checker can see that, the claim is `ext-geodesic-odd`; else it is
 * `ext-parity-connected`, which says only that there is a path.
 *
 * @param theta a network irreducible for that parity, to which both ends reduce.
 * @param form how the points are written.
 * @example mirroredPathCertificate(theta, { points: [from], partitions: [], optimal: true }, "odd").claim
 *   === "ext-geodesic-odd"
 */
export function mirroredPathCertificate(
  theta: TwoLayerNetwork,
  path: Pick<ShortestSignedPath, "points" | "partitions" | "optimal">,
  parity: Parity,
  form: PathForm = "points",
): Certificate {
  requireArguments({
    network: { theta },
    parity: { parity },
    "{ points, partitions, optimal }": { path },
    pathForm: { form },
  });
  const { points, partitions, optimal } = path;
  const [from, to] = [entry(points, 0), entry(points, points.length - 1)];
  const [r, m] = [theta.units.length, from.units.length];
  const least = {
    ...{ segments: partitions.length, r, m },
    networks: [theta, from, to].map((network) => withImages(network, parity)),
    subspaces: labelledPartitionCount(r, m, mirroringOf(parity)),
    potential: () => {
      const { partitions: all, values } = signedDistancePotential(theta, from, parity);
      return { partitions: all.map(written), values };
    },
  };
  const bound = optimal ? lowerBound(least) : undefined;
  return {
    kind: "mirrored-path",
    claim: bound === undefined ? "ext-parity-connected" : "ext-geodesic-odd",
    body: {
      parity,
      theta: { ...certificateNetwork(theta) },
      ...pointMembers(
        form,
        writtenUnits(() => points),
      ),
      partitions: listed(() => partitions, written),
      bound: bound ?? { rule: "none" },
    },
  };
}

function written({ codes, signs }: SignedLabelledPartition): CanonicalValue {
  return { codes, signs };
}
