import { pathCertificate } from "../../certificate/pathCertificate.js";
import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import { orbitRepresentative, orbits } from "../../combinatorics/partitions/orbits.js";
import type { Polyline } from "../../manifold/paths/manifoldPath.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { permuteUnits } from "../../network/twoLayerNetwork.js";
import { certificates } from "../evidence/certificates.js";
import type { Instance } from "../evidence/certified.js";
import type { Evidence } from "../evidence/claim.js";
import { genericPoint } from "./genericPoint.js";
import { orbitCount } from "./orbitCount.js";
import { standardNetwork, sumOverWidths, widths } from "../evidence/ranges.js";

/** A path, and whether its certificate says that it is a shortest one. */
interface CertifiedPath {
  readonly line: Polyline;
  readonly optimal: boolean;
}

/** Finds a path between two points of Θ; undefined if there is none, which omits the instance. */
type FindPath = (
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
) => CertifiedPath | undefined;

/** The evidence `certificates` of a claim about paths, with the paths that `find` gives. */
export function pathCertificates(
  claim: string,
  { upTo, what, find }: { readonly upTo: number; readonly what: string; readonly find: FindPath },
): Evidence {
  return certificates("certificates", {
    upTo,
    what,
    range: (bound) =>
      `from one subspace of each orbit to each other, neurons reversed, 1 ≤ r < m ≤ ${bound}, d_in = ` +
      "d_out = 1",
    expected: pathInstanceCount,
    instances: (bound) => pathInstances(bound, claim, find),
  });
}

/**
 * Certificates of paths, for 1 ≤ r < m ≤ maxM: from a point of one subspace of each orbit to a point of one
 * of each, with its units in reverse order.
 */
function* pathInstances(maxM: number, claim: string, find: FindPath): Generator<Instance> {
  for (const [r, m] of widths(maxM)) {
    if (r === m) continue;
    const theta = standardNetwork(r, 1, 1);
    const backwards = Array.from({ length: m }, (_, unit) => m - 1 - unit);
    const points = [...orbits(r, m)].map((orbit) => genericPoint(theta, orbitRepresentative(orbit)));
    for (const from of points) {
      for (const to of points.map((point) => permuteUnits(point, backwards))) {
        const path = find(theta, from, to);
        if (path === undefined) continue;
        const certificate = pathCertificate(theta, path.line, path.optimal);
        yield { certificate, asked: { claim, from: certificateNetwork(from), to: certificateNetwork(to) } };
      }
    }
  }
}

/** The number of path instances, if there is a path for each. */
function pathInstanceCount(maxM: number): bigint {
  return sumOverWidths(maxM, (r, m) => (r < m ? orbitCount(r, m) ** 2n : 0n));
}
