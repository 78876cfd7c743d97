import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import { mirroredPathCertificate } from "../../certificate/mirroredPathCertificate.js";
import { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import type { ShortestSignedPath, shortestSignedPath } from "../../manifold/signed/shortestSignedPath.js";
import { certificates } from "../evidence/certificates.js";
import type { Instance } from "../evidence/certified.js";
import type { Evidence } from "../evidence/claim.js";
import { standardNetwork, sumOverWidths, widths } from "../evidence/ranges.js";
import { genericSignedPoint } from "./genericSignedPoint.js";
import { PARITIES, representatives, signedOrbitCount } from "./signedCases.js";

/** Finds a path between two points; undefined if there is none, which omits the instance. */
type FindPath = (
  ...ends: Parameters<typeof shortestSignedPath>
) => Pick<ShortestSignedPath, "points" | "partitions" | "optimal"> | undefined;

/** The evidence `certificates` of a claim about paths with mirrored units, with the paths `find` gives. */
export function mirroredPathCertificates(
  claim: string,
  { upTo, what, find }: { readonly upTo: number; readonly what: string; readonly find: FindPath },
): Evidence {
  return certificates("certificates", {
    upTo,
    what,
    range: (bound) =>
      `odd and even, from one subspace of each orbit to each other, reversed and mirrored, 1 ≤ r < m ≤ ${bound}`,
    expected: mirroredPairCount,
    instances: (bound) => mirroredPathInstances(bound, claim, find),
  });
}

function* mirroredPathInstances(maxM: number, claim: string, find: FindPath): Generator<Instance> {
  for (const parity of PARITIES) {
    for (const [r, m] of widths(maxM)) {
      if (r === m) continue;
      const theta = standardNetwork(r, 1, 1);
      const firsts = representatives(r, m, parity);
      for (const p of firsts) {
        for (const q of firsts.map(turned)) {
          const [from, to] = [genericSignedPoint(theta, p), genericSignedPoint(theta, q)];
          const path = find(theta, from, to, parity);
          if (path === undefined) continue;
          const asked = { claim, from: certificateNetwork(from), to: certificateNetwork(to), parity };
          yield { certificate: mirroredPathCertificate(theta, path, parity), asked };
        }
      }
    }
  }
}

/** The number of pairs of orbits of signed subspaces, of both parities, for 1 ≤ r < m ≤ maxM. */
export function mirroredPairCount(maxM: number): bigint {
  return PARITIES.reduce(
    (sum, parity) => sum + sumOverWidths(maxM, (r, m) => (r < m ? signedOrbitCount(r, m, parity) ** 2n : 0n)),
    0n,
  );
}

/** A signed partition with its neurons reversed and every other one mirrored. */
export function turned(partition: SignedLabelledPartition): SignedLabelledPartition {
  const codes = [...partition.codes].reverse();
  const signs = [...partition.signs].reverse().map((sign, unit) => (unit % 2 === 0 ? 0 - sign : sign));
  return SignedLabelledPartition.canonical(codes, signs, partition.r, partition.parity);
}
