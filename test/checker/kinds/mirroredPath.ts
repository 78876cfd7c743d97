import fc from "fast-check";
import { signedPoints } from "../../../properties/ext-parity-connected.js";
import { certificateNetwork } from "../../../src/certificate/certificateNetwork.js";
import { mirroredPathCertificate } from "../../../src/certificate/mirroredPathCertificate.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { mirroringOf } from "../../../src/combinatorics/signed/parity.js";
import { signedDistancePotential } from "../../../src/manifold/signed/signedDistancePotential.js";
import { shortestSignedPath } from "../../../src/manifold/signed/shortestSignedPath.js";
import type { PathForm } from "../../../src/certificate/pathChanges.js";
import { mirroredPathHolds } from "../second/mirrored.js";
import { type Made, type TestedKind, made } from "./kind.js";
import { FORMS, path } from "./path.js";

type Ends = typeof signedPoints extends fc.Arbitrary<infer Item> ? Item : never;
/** The second checker tries all pairs of them. */
const MOST_SUBSPACES = 100n;

type Rule = "none" | "distinct" | "star" | "potential";

/** A path of fewest segments, with a bound that may be wrong; undefined if there is none. */
function pathOf(
  { theta, from, to, parity }: Ends,
  rule: Rule,
  claim: string,
  form: PathForm,
): Made | undefined {
  const shortest = shortestSignedPath(theta, from, to, parity);
  const [r, m] = [theta.units.length, from.units.length];
  const isSlow = rule === "potential" && labelledPartitionCount(r, m, mirroringOf(parity)) > MOST_SUBSPACES;
  if (shortest === undefined || isSlow) return undefined;
  const certificate = mirroredPathCertificate(theta, { ...shortest, optimal: false }, parity, form);
  const bound = rule === "potential" ? { rule, ...potential({ theta, from, to, parity }) } : { rule };
  return made(
    { ...certificate, claim, body: { ...certificate.body, bound } },
    { from: certificateNetwork(from), to: certificateNetwork(to), parity },
  );
}

function potential({ theta, from, parity }: Ends) {
  const { partitions, values } = signedDistancePotential(theta, from, parity);
  return { partitions: partitions.map(({ codes, signs }) => ({ codes, signs })), values };
}

/** A network of two units with one input and one output. */
const pair = (incoming: [string, string], outgoing: [string, string]) => ({
  incoming: incoming.map((w) => [w]),
  outgoing: outgoing.map((a) => [a]),
});
const theta = { incoming: [["2"]], outgoing: [["3"]] };

export const mirroredPath: TestedKind = {
  kind: "mirrored-path",
  claims: ["ext-parity-connected", "ext-geodesic-odd"],
  request: ({ parity, ...body }) => ({ ...path.request(body), parity: parity ?? null }),
  accepted: 14,
  otherwise: {
    "end-mirrored-first": { from: pair(["2", "8"], ["3", "0"]) },
    "end-mirrored-last": { to: pair(["-2", "7"], ["3", "0"]) },
    "end-mirrored-other-way": { from: pair(["-2", "7"], ["3", "0"]), to: pair(["2", "7"], ["3", "0"]) },
    "mirrored-path": { r: 1, m: 2, theta },
    "parameters-mirrored-m": { m: 4 },
    "parameters-mirrored-no-end": { to: undefined },
    "parameters-mirrored-no-parity": { parity: undefined },
    "parameters-mirrored-no-start": { from: undefined },
    "parameters-mirrored-parity": { parity: "even" },
    "parameters-mirrored-r": { r: 2 },
    "parameters-mirrored-theta": { theta: pair(["2", "5"], ["3", "1"]) },
  },
  says: {
    "mirrored-path": "a path of 5 segments whose networks compute what theta does for every odd activation",
    "mirrored-path-even":
      "a path of 5 segments whose networks compute what theta does for every even activation; no path has fewer",
    "parameters-mirrored-parity-name": "expected: the parity is not odd or even",
    "partition-mirrored-first":
      "body.partitions[0].signs: not 1 or -1, in zero blocks first 1, or 0 in one silent block",
    "star-mirrored": "body.bound: the least number of segments is 5",
    "count-mirrored-twice": "body.bound.partitions: not all signed labelled partitions, each once",
  },
  certificates: fc
    .tuple(
      signedPoints,
      fc.constantFrom<Rule>("none", "distinct", "star", "potential", "star"),
      fc.constantFrom("ext-parity-connected", "ext-geodesic-odd"),
      FORMS,
    )
    .map(([points, rule, claim, form]) => pathOf(points, rule, claim, form))
    .filter((made) => made !== undefined),
  weight: 3,
  holds: mirroredPathHolds,
};
